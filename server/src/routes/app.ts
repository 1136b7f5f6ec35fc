/* The Fastify instance that all routes share: how requests are read, checked, logged and refused. */
import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { LIMITS } from '../contract/comments.js';
import type { FieldProblemKey } from '../contract/problems.js';
import { ServiceProblem } from '../problems.js';
import { isPassingFailure } from '../storage/failures.js';
import { pickLanguage } from '../strings.js';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

const FIELD_PROBLEM: Record<string, FieldProblemKey> = {
  required: 'required',
  additionalProperties: 'unknown-field',
  type: 'wrong-type',
  enum: 'not-allowed',
  const: 'not-allowed',
  format: 'format',
  pattern: 'format',
  maxLength: 'too-long',
  maxItems: 'too-long',
  maximum: 'too-long',
  minLength: 'too-short',
  minItems: 'too-short',
  minimum: 'too-short',
};

/** Problems of fields that are told at once. */
const MOST = 20;

/** What a schema found, as problems of fields. */
function fieldProblems(errors: readonly ErrorObject[]): ServiceProblem {
  const found = new Map<string, { pointer: string; key: FieldProblemKey; limit?: number }>();
  for (const { keyword, instancePath, params } of errors) {
    const key = FIELD_PROBLEM[keyword];
    if (!key) continue;
    const { missingProperty, additionalProperty, limit } = params as Record<string, string>;
    const last = missingProperty ?? additionalProperty;
    const step = last?.replaceAll('~', '~0').replaceAll('/', '~1');
    const pointer = step === undefined ? instancePath : `${instancePath}/${step}`;
    found.set(`${pointer} ${key}`, {
      pointer,
      key,
      ...(typeof limit === 'number' && { limit }),
    });
  }
  return new ServiceProblem('validation', { errors: [...found.values()].slice(0, MOST) });
}

/** What went wrong, as the client is told. */
export function toProblem(error: unknown): ServiceProblem {
  if (error instanceof ServiceProblem) return error;
  const { validation, statusCode } = error as FastifyError;
  if (validation) return fieldProblems(validation as ErrorObject[]);
  if (statusCode === 413) return new ServiceProblem('too-large');
  if (statusCode === 415) return new ServiceProblem('media-type');
  if (statusCode === 404) return new ServiceProblem('not-found');
  if (statusCode && statusCode >= 400 && statusCode < 500) return new ServiceProblem('malformed');
  if (statusCode === 503 || isPassingFailure(error)) {
    return new ServiceProblem('unavailable', { retryAfter: 2 });
  }
  return new ServiceProblem('internal');
}

/**
 * Logs a failure of ours. Messages of databases quote what was stored, so only what kind it was and where it
 * happened is written.
 */
function logFailure(request: FastifyRequest, error: unknown): void {
  const { name, code, errcode, stack } = error as Record<string, unknown>;
  const frames = typeof stack === 'string' ? stack.match(/^\s+at .*$/gm) : null;
  request.log.error(
    { failure: { name, code, errcode, at: frames?.map((frame) => frame.trim()) } },
    'failed',
  );
}

/** Begins the answer to a failure: its status, when to come back, and a line in the log if it is ours. */
export function beginProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): ServiceProblem {
  const problem = toProblem(error);
  if (problem.status >= 500) logFailure(request, error);
  const { retryAfter } = problem.extras;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.code(problem.status);
  return problem;
}

/** Sends a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const problem = beginProblem(request, reply, error);
  if (problem.key === 'unauthorized') void reply.header('www-authenticate', 'Bearer');
  const language = pickLanguage(request.headers['accept-language']);
  return (
    reply
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .header('vary', 'Accept-Language, Origin')
      // Addresses that cannot be read are refused before any plug-in is asked.
      .header('x-content-type-options', 'nosniff')
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problem.toBody(language, request.id))
  );
}

export interface AppOptions {
  /** The path under which browsers reach the service. */
  base: string;
  logLevel: string;
  trustProxy: boolean | string;
  /** Where logs go; standard output by default. */
  logStream?: { write: (line: string) => void } | undefined;
}

/** An empty application. */
export function createApp({ base, logLevel, trustProxy, logStream }: AppOptions): App {
  const app = Fastify({
    logger: {
      level: logLevel,
      ...(logStream && { stream: logStream }),
      // No address, no body, no header: and no path either, for it can hold a receipt number.
      serializers: {
        req: () => ({}),
        res: () => ({}),
        err: () => ({ type: '', message: '', stack: '' }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.requestBytes,
    // An import may take a while; the headers of a request may not.
    requestTimeout: 600_000,
    http: { headersTimeout: 15_000 },
    genReqId: () => randomUUID(),
    trustProxy,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    // A key of 512 bytes takes three characters a byte; what is longer is refused in words.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
    // The proxy in front need not, and should not, take the path away: most decode the address when they do.
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
      // Compiled on first use, when all the schemas that it points to are registered.
      validate ??= (httpPart === 'body' ? bodies : addresses).compile(schema as object);
      if (validate(value)) return { value };
      return { error: Object.assign(new Error('validation'), { validation: validate.errors }) };
    };
  });

  // What is taken is JSON, and what a route says; the built-in parser of plain text is no part of it.
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
    // A connection that is kept alive after its last answer would keep the process from ending.
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
