/* The Fastify instance that all routes share. Each concern has a file of its own. */
import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import type { App } from './app.js';
import { belowBase } from '../context.js';
import { readBodies } from './bodies.js';
import { endConnections } from './closing.js';
import { logAnswers, logger, type LogOptions } from './log.js';
import { share } from './plug-in.js';
import { answerProblems, sendProblem } from './problems.js';
import { noticeProxies } from './proxies.js';
import { checkRequests, compileLate } from './schemas.js';

export interface AppOptions extends LogOptions {
  /** The path under which browsers reach the service. */
  base: string;
  /** Most bytes of a request that a route does not limit otherwise. */
  requestBytes: number;
  trustProxy: boolean | string;
}

/** Makes an application without routes. */
export function createApp({ base, requestBytes, trustProxy, ...log }: AppOptions): App {
  const app: App = Fastify({
    logger: logger(log),
    schemaController: { compilersFactory: { buildSerializer: compileLate } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: requestBytes,
    // Gives an import time, but not the headers of a request.
    requestTimeout: 600_000,
    http: { headersTimeout: 15_000 },
    genReqId: () => randomUUID(),
    trustProxy,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // Lets long keys through to the check, which refuses them in words. A key of 512 bytes has 1,536 characters.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
    // Removes the path here, so that the proxy need not: most proxies decode the address when they do.
    rewriteUrl: ({ url = '/' }) => belowBase(base, url),
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
  }).withTypeProvider<TypeBoxTypeProvider>();
  const notice = (inner: App) => noticeProxies(inner, trustProxy);
  for (const concern of [
    checkRequests,
    readBodies,
    answerProblems,
    endConnections,
    logAnswers,
    notice,
  ]) {
    share(app, concern);
  }
  return app;
}
