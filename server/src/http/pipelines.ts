/* Reads from a connection no faster than its requests are answered. A client may send requests ahead of their answers,
 * and Node would read and begin all of them at once; a few such clients would keep everybody else waiting. */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes that are read at once. Most requests are shorter, and are read as they come. */
const SLICE = 2048;
/** Bytes of a longer body that are read at once. */
const BODY_SLICE = 16_384;
/** Milliseconds that all connections together take in one turn of the event loop for what they have sent ahead. */
const TURN = 10;

/** Lets connections that have something left go on, one after the other. */
class Turns {
  readonly #queue = new Set<Pipeline>();
  #isScheduled = false;

  add(pipeline: Pipeline): void {
    this.#queue.add(pipeline);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#queue.size === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      const end = performance.now() + TURN;
      for (const pipeline of this.#queue) {
        this.#queue.delete(pipeline);
        pipeline.goOn();
        if (performance.now() > end) break;
      }
      this.#schedule();
    });
  }
}

/**
 * A connection of a server. Node holds it while the client does not take its answers, and resumes it afterwards. What is
 * read from it meanwhile would end the process.
 */
interface ServerSocket extends Socket {
  readonly _paused?: boolean;
}

/** What a connection has sent, and what of it is read. */
class Pipeline {
  readonly #socket: ServerSocket;
  readonly #turns: Turns;
  /** Node's own listener, which reads requests from bytes. */
  readonly #read: (bytes: Buffer) => void;
  /** What has come and is not read yet. */
  #rest?: Buffer | undefined;
  #unanswered = 0;
  #last?: IncomingMessage;

  constructor(socket: Socket, turns: Turns) {
    this.#socket = socket;
    this.#turns = turns;
    const [read] = socket.listeners('data') as ((bytes: Buffer) => void)[];
    this.#read = read!;
    socket.removeAllListeners('data');
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    // Whoever reads a body lets the connection go on. It waits as long as there is something left.
    socket.on('resume', () => {
      if (!this.#rest) return;
      socket.pause();
      turns.add(this);
    });
    socket.on('close', () => (this.#rest = undefined));
  }

  begin(request: IncomingMessage): void {
    this.#unanswered += 1;
    this.#last = request;
  }

  end(): void {
    this.#unanswered -= 1;
    if (this.#rest) this.#turns.add(this);
  }

  /** Reads some of what is left, if the requests before it are answered. */
  goOn(): void {
    if (!this.#rest || this.#isHeld()) return;
    const open = this.#last?.complete === false ? this.#last : undefined;
    if (open ? open.readableLength >= BODY_SLICE : this.#unanswered > 0) return;
    const bytes = this.#rest;
    const most = open ? BODY_SLICE : SLICE;
    this.#rest = bytes.length > most ? bytes.subarray(most) : undefined;
    this.#read(bytes.subarray(0, most));
    if (this.#rest) this.#turns.add(this);
    else if (!this.#isHeld()) this.#socket.resume();
  }

  /** Whether Node waits until the client takes its answers. */
  #isHeld(): boolean {
    return this.#socket._paused === true;
  }

  #take(bytes: Buffer): void {
    const isFree = this.#unanswered === 0 && !this.#isHeld();
    if (!this.#rest && bytes.length <= SLICE && isFree) {
      this.#read(bytes);
      return;
    }
    this.#rest = this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes;
    this.#socket.pause();
    this.#turns.add(this);
  }
}

/** Lets the requests of each connection follow each other. */
export function followPipelines(server: Server): void {
  const turns = new Turns();
  const pipelines = new WeakMap<Socket, Pipeline>();
  server.on('connection', (socket) => pipelines.set(socket, new Pipeline(socket, turns)));
  server.prependListener('request', (request, response) => {
    const pipeline = pipelines.get(request.socket);
    pipeline?.begin(request);
    response.once('close', () => pipeline?.end());
  });
}
