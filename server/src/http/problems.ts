/* Refuses requests: turns what went wrong into a problem of the contract. */
import type { ErrorObject } from 'ajv';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { FieldProblemKey, LimitUnit, Problem } from '../contract/problems.js';
import { type ProblemExtras, ServiceProblem } from '../contract/service-problem.js';
import type { App } from './app.js';
import { describeFailure, isPassingFailure } from '../storage/failures.js';
import { type Language, pickLanguage } from '../words/language.js';
import { fieldDetail, problemWords } from '../words/problems.js';

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

/** What the limit of a schema counts. */
const UNIT: Record<string, LimitUnit> = {
  maxItems: 'items',
  minItems: 'items',
  maximum: 'value',
  minimum: 'value',
};

/** How many problems of fields one answer names. */
const MOST = 20;

/** Turns what a schema found into problems of fields. */
function fieldProblems(errors: readonly ErrorObject[]): ServiceProblem {
  const found = new Map<string, NonNullable<ProblemExtras['errors']>[number]>();
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
      ...(UNIT[keyword] && { unit: UNIT[keyword] }),
    });
  }
  return new ServiceProblem('validation', { errors: [...found.values()].slice(0, MOST) });
}

/** Writes a problem as the body of an answer, in the language of the request. */
export function bodyOf(
  { key, status, extras: { errors, ...extras } }: ServiceProblem,
  language: Language,
  requestId: string,
): Static<typeof Problem> {
  return {
    type: `/problems/${key}`,
    ...problemWords(language, key, extras.reason),
    status,
    requestId,
    ...extras,
    ...(errors && {
      errors: errors.map((error) => ({ ...error, detail: fieldDetail(language, error) })),
    }),
  };
}

/** Says that there is too much work at once. This is no failure of ours, and not logged as one. */
export class Overload extends ServiceProblem {
  constructor() {
    super('unavailable', { retryAfter: 2 });
  }
}

/** Turns any error into what the client is told. */
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

/** Logs a failure of ours: which kind of error it was, what that means and where it happened. */
function logFailure(request: FastifyRequest, error: unknown): void {
  const { stack } = error as Record<string, unknown>;
  const frames = typeof stack === 'string' ? stack.match(/^\s+at .*$/gm) : null;
  request.log.error(
    { failure: { ...describeFailure(error), at: frames?.map((frame) => frame.trim()) } },
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
  if (problem.status >= 500 && !(problem instanceof Overload)) logFailure(request, error);
  const { retryAfter } = problem.extras;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.code(problem.status);
  return problem;
}

/** Sends a problem. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  const problem = beginProblem(request, reply, error);
  if (problem.key === 'unauthorized') {
    const { reason = 'missing' } = problem.extras;
    const challenge = reason === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"';
    void reply.header('www-authenticate', challenge);
  }
  const language = pickLanguage(request.headers['accept-language']);
  return (
    reply
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .header('vary', 'Accept-Language, Origin')
      // Sets the header here too: an address that cannot be read is refused before any plug-in runs.
      .header('x-content-type-options', 'nosniff')
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(bodyOf(problem, language, request.id))
  );
}

/** Answers whatever goes wrong on any route, and addresses that no route has. */
export function answerProblems(app: App): void {
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  void app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new ServiceProblem('not-found')),
  );
}
