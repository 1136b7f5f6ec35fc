/* Requests that follow each other: so many at work, so many waiting. */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How many wait. A SQLite file takes as many in a second. */
const MOST_WAITING = 500;

/** Whether the client has gone. An answer that stands behind another one of its connection is not told. */
const isGone = (response: ServerResponse): boolean =>
  response.closed || response.req.socket.destroyed;

/** What is to be done for each open connection once it has closed. */
const ends = new WeakMap<Socket, Set<() => void>>();

function endsOf(socket: Socket): Set<() => void> {
  const found = ends.get(socket) ?? new Set();
  if (!ends.has(socket)) {
    ends.set(socket, found);
    socket.once('close', () => found.forEach((end) => end()));
  }
  return found;
}

/** Does something once the answer has ended, or its client has gone. */
function afterwards(response: ServerResponse, work: () => void): void {
  const all = endsOf(response.req.socket);
  const end = (): void => {
    if (all.delete(end)) work();
  };
  all.add(end);
  response.once('close', end);
}

/** A body has arrived before its request takes part: a slow one keeps nobody out. */
export class Lane {
  readonly #most: number;
  #atWork = 0;
  readonly #waiting: { begin: () => void; response: ServerResponse }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  /** Begins now or when it is its turn. */
  enter(response: ServerResponse, begin: () => void): void {
    if (isGone(response)) begin();
    else if (this.#atWork < this.#most) this.#begin(response, begin);
    else this.#waiting.push({ begin, response });
  }

  #begin(response: ServerResponse, begin: () => void): void {
    this.#atWork += 1;
    afterwards(response, () => {
      this.#atWork -= 1;
      this.#next();
    });
    begin();
  }

  #next(): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      // Passes over clients that have gone.
      if (isGone(next.response)) continue;
      this.#begin(next.response, next.begin);
      return;
    }
  }
}
