/* Keeps the work of the public within what the database does in a moment. A few requests are at work, some wait, and
 * the rest are refused at once: those who wait hold memory, and the last of them would give up before their turn. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { basePath, belowBase, type Context } from '../context.js';
import { pickLanguage } from '../words/language.js';
import type { App } from './app.js';
import { isForm } from './bodies.js';
import { bodyOf, Overload } from './problems.js';

/** How many requests are at work at once. More would make no commit fuller and each turn of the event loop longer. */
const MOST_AT_WORK = 64;
/** How many wait. A SQLite file takes as many in a second. */
const MOST_WAITING = 500;
/**
 * Milliseconds until a refusal is answered. Whoever asks again at once, whatever the answer says, would otherwise take the
 * time that is needed for the others.
 */
const PAUSE = 1000;
/** How many refusals wait for that. */
const MOST_PAUSING = 5000;
/** Milliseconds between two lines in the log that say how many were refused. */
const LOG_INTERVAL = 10_000;

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

/** Requests that follow each other. A body has arrived before its request takes part: a slow one keeps nobody out. */
class Lane {
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

/** Whether a request takes part. Lists and moderators always pass, and so does whoever asks for the health. */
const isCounted = (method: string, path: string): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method) && !path.startsWith('/v1/moderation/');

/** Answers before anything else looks at the request: this costs a small part of what any other answer does. */
function refuse({ headers }: IncomingMessage, response: ServerResponse, origins: Set<string>) {
  const problem = new Overload();
  const language = pickLanguage(headers['accept-language']);
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-language': language,
    'retry-after': String(problem.extras.retryAfter),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Language, Origin',
    // Lets the page read when to come back.
    ...(origins.has(headers.origin ?? '') && {
      'access-control-allow-origin': headers.origin,
      'access-control-expose-headers': 'Retry-After, Content-Language',
    }),
  });
  response.end(JSON.stringify(bodyOf(problem, language, randomUUID())));
}

/** Refuses what is too much. It is added before the application is ready. */
export function limitWork(app: App, { settings }: Context): void {
  const base = basePath(settings);
  const origins = new Set(Object.values(settings.sites).flatMap(({ origins: own }) => own));
  const lane = new Lane(Math.max(MOST_AT_WORK, 2 * settings.databasePool));
  let pausing = 0;
  const pause = (work: () => void) => {
    if (pausing >= MOST_PAUSING) {
      work();
      return;
    }
    pausing += 1;
    setTimeout(() => {
      pausing -= 1;
      work();
    }, PAUSE);
  };
  let refused = 0;
  const countRefused = () => {
    if (refused === 0) {
      setTimeout(() => {
        app.log.warn({ refused }, 'overloaded: requests were refused');
        refused = 0;
      }, LOG_INTERVAL).unref();
    }
    refused += 1;
  };

  app.addHook('preHandler', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (!isCounted(request.method, request.url)) {
      done();
      return;
    }
    if (!lane.isFull) {
      lane.enter(reply.raw, done);
      return;
    }
    countRefused();
    pause(() => done(new Overload()));
  });

  const [handle] = app.server.listeners('request') as RequestListener[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    const { method = '', url = '' } = request;
    const path = belowBase(base, url);
    // A form is answered with a page, by the application.
    if (!lane.isFull || !isCounted(method, path) || isForm(request)) {
      handle!(request, response);
      return;
    }
    countRefused();
    pause(() => refuse(request, response, origins));
  });
}
