/* Keeps the work of the public within what the database does in a moment. A few requests are at work, some wait, and
 * the rest are refused: those who wait hold memory, and the last of them would give up before their turn. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { basePath, belowBase, type Context } from '../context.js';
import { pickLanguage } from '../words/language.js';
import type { App } from './app.js';
import { isForm } from './bodies.js';
import { Lane } from './lane.js';
import { bodyOf, Overload } from './problems.js';

/** How many requests are at work at once. More would make no commit fuller and each turn of the event loop longer. */
const MOST_AT_WORK = 64;
/**
 * Milliseconds until a refusal is answered. Whoever asks again at once, whatever the answer says, would otherwise take the
 * time that is needed for the others.
 */
const PAUSE = 1000;
/** How many refusals wait for that, each with what has come of its body. */
const MOST_PAUSING = 2000;
/** Milliseconds between two lines in the log that say how many were refused. */
const LOG_INTERVAL = 10_000;

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
