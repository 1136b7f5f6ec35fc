/*
 * Every error that the service answers. An answer is problem+json (RFC 9457); its `type` is `/problems/` and
 * one of these keys, and never changes, so that a client can localise it.
 */
import { Type } from 'typebox';

/** Key of a problem → the HTTP status it is answered with. */
export const PROBLEM_STATUS = {
  malformed: 400,
  'idempotency-key': 400,
  unauthorized: 401,
  forbidden: 403,
  origin: 403,
  closed: 403,
  identity: 403,
  'sign-in': 403,
  'second-person': 403,
  'not-found': 404,
  'in-flight': 409,
  conflict: 409,
  held: 409,
  'already-received': 409,
  stale: 412,
  'too-large': 413,
  'media-type': 415,
  validation: 422,
  'idempotency-key-reused': 422,
  captcha: 422,
  parent: 422,
  consent: 422,
  cursor: 422,
  checksum: 422,
  'precondition-required': 428,
  'rate-limited': 429,
  'queue-full': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemKey = keyof typeof PROBLEM_STATUS;

/** Why one field was refused. */
export const FIELD_PROBLEMS = [
  'required',
  'blank',
  'too-long',
  'too-many-bytes',
  'too-short',
  'wrong-type',
  'not-allowed',
  'unknown-field',
  'format',
  'combining-marks',
  'reserved-name',
] as const;

export type FieldProblemKey = (typeof FIELD_PROBLEMS)[number];

/** What a limit counts. */
export const LIMIT_UNITS = ['characters', 'bytes', 'items', 'value'] as const;

export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** Why a captcha was refused. */
export const CAPTCHA_PROBLEMS = ['missing', 'wrong', 'expired', 'used', 'foreign'] as const;

/** Why a token of staff was refused: there was none, nobody has it, it is over, or its holder was away for too long. */
export const TOKEN_PROBLEMS = ['missing', 'wrong', 'expired', 'revoked', 'idle'] as const;
export type TokenProblem = (typeof TOKEN_PROBLEMS)[number];

/** Why a sign-in at the identity provider did not open a session. */
export const SIGN_IN_PROBLEMS = [
  'wrong',
  'expired',
  'used',
  'foreign',
  'cancelled',
  'no-role',
  'no-name',
  'provider',
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

export const FieldProblem = Type.Object(
  {
    pointer: Type.String({
      description:
        'JSON Pointer to the field in the request body, or to the parameter of that name in the address.',
      examples: ['/body'],
    }),
    key: Type.Enum([...FIELD_PROBLEMS], {
      description: 'What is wrong with it; stable, for localising.',
    }),
    detail: Type.String({ description: 'The same in words, in the language of the request.' }),
    limit: Type.Optional(Type.Number({ description: 'The limit that was passed.' })),
    unit: Type.Optional(
      Type.Enum([...LIMIT_UNITS], {
        description:
          'What the limit counts; characters if it is left out. `value`: it is the largest or smallest number.',
      }),
    ),
  },
  { description: 'What is wrong with one field.' },
);

export const Problem = Type.Object(
  {
    type: Type.String({
      pattern: '^/problems/[a-z-]+$',
      description: 'The stable key of the problem.',
    }),
    title: Type.String({ description: 'What happened, in the language of the request.' }),
    status: Type.Integer({ description: 'The HTTP status.' }),
    detail: Type.Optional(Type.String({ description: 'What can be done about it.' })),
    requestId: Type.Optional(
      Type.String({ description: 'Names this request in the logs of the service.' }),
    ),
    errors: Type.Optional(Type.Array(FieldProblem)),
    reason: Type.Optional(
      Type.Enum([...new Set([...CAPTCHA_PROBLEMS, ...TOKEN_PROBLEMS, ...SIGN_IN_PROBLEMS])], {
        description:
          'Why a captcha was refused, or the token of a moderator, or a sign-in. `provider`: the identity provider does not answer.',
      }),
    ),
    consentVersion: Type.Optional(
      Type.String({ description: 'The version of the privacy notice that is in force.' }),
    ),
    retryAfter: Type.Optional(
      Type.Integer({ description: 'Seconds after which a retry makes sense; as in Retry-After.' }),
    ),
  },
  { $id: 'Problem', description: 'An error, in the form of RFC 9457.' },
);
