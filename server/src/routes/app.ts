/* The Fastify instance that all routes share: how requests are read, checked and logged. */
import { randomUUID } from 'node:crypto';
import serializers, { type SerializerFactory } from '@fastify/fast-json-stringify-compiler';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { ServiceProblem } from '../problems.js';
import { sendProblem } from './problems.js';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Compiles the writer of an answer when it is first needed: to compile all takes a third of the start. */
const compileLate: SerializerFactory = (...setting) => {
  const compile = serializers()(...setting);
  return (route) => {
    let write: ReturnType<typeof compile> | undefined;
    return (value: unknown) => (write ??= compile(route))(value);
  };
};

export interface AppOptions {
  /** The path under which browsers reach the service. */
  base: string;
  logLevel: string;
  /** Most bytes of a request that a route does not limit otherwise. */
  requestBytes: number;
  trustProxy: boolean | string;
  /** Where logs go; standard output by default. */
  logStream?: { write: (line: string) => void } | undefined;
}

/** Makes an application without routes. */
export function createApp(options: AppOptions): App {
  const { base, logLevel, requestBytes, trustProxy, logStream } = options;
  const app = Fastify({
    logger: {
      level: logLevel,
      ...(logStream && { stream: logStream }),
      // Logs no address, body or header, and no path either: it can hold a receipt number.
      serializers: {
        req: () => ({}),
        res: () => ({}),
        err: () => ({ type: '', message: '', stack: '' }),
      },
    },
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
    rewriteUrl: ({ url = '/' }) => (url.startsWith(`${base}/`) ? url.slice(base.length) : url),
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
  }).withTypeProvider<TypeBoxTypeProvider>();

  const strict = { allErrors: true, useDefaults: true, allowUnionTypes: true };
  const bodies = addFormats.default(new Ajv(strict));
  const addresses = addFormats.default(new Ajv({ ...strict, coerceTypes: true }));
  app.addHook('onReady', () => {
    for (const schema of Object.values(app.getSchemas())) {
      for (const ajv of [bodies, addresses]) ajv.addSchema(schema as object);
    }
    return Promise.resolve();
  });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    let validate: ReturnType<Ajv['compile']> | undefined;
    return (value: unknown) => {
      // Compiles on first use, when all schemas that it points to are registered.
      validate ??= (httpPart === 'body' ? bodies : addresses).compile(schema as object);
      if (validate(value)) return { value };
      return { error: Object.assign(new Error('validation'), { validation: validate.errors }) };
    };
  });

  // Takes JSON and what a route adds, but no plain text, for which Fastify has a parser.
  app.removeContentTypeParser('text/plain');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = decoder.decode(body as Buffer);
    } catch {
      done(new ServiceProblem('malformed'));
      return;
    }
    void parseJson(request, text, done);
  });

  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  void app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new ServiceProblem('not-found')),
  );
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // Ends the connection with its last answer: kept alive, it would keep the process from ending.
    if (isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
  return app;
}
