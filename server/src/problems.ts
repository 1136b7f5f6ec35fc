/* The one kind of error that the service throws on purpose. */
import type { Static } from 'typebox';
import {
  type FieldProblem,
  type Problem,
  PROBLEM_STATUS,
  type ProblemKey,
} from './contract/problems.js';
import { fieldDetail, type Language, problemWords } from './strings.js';

/** What a problem may add to its key. */
export interface ProblemExtras {
  errors?: { pointer: string; key: Static<typeof FieldProblem>['key']; limit?: number }[];
  reason?: NonNullable<Static<typeof Problem>['reason']>;
  consentVersion?: string;
  /** Seconds. */
  retryAfter?: number;
}

/** An error that the client is told about. Everything else that is thrown becomes `internal`. */
export class ServiceProblem extends Error {
  readonly key: ProblemKey;
  readonly extras: ProblemExtras;

  constructor(key: ProblemKey, extras: ProblemExtras = {}) {
    super(key);
    this.key = key;
    this.extras = extras;
  }

  get status(): number {
    return PROBLEM_STATUS[this.key];
  }

  /** Writes the answer in the language of the request. */
  toBody(language: Language, requestId: string): Static<typeof Problem> {
    const { errors, ...extras } = this.extras;
    return {
      type: `/problems/${this.key}`,
      ...problemWords(language, this.key),
      status: this.status,
      requestId,
      ...extras,
      ...(errors && {
        errors: errors.map((error) => ({ ...error, detail: fieldDetail(language, error) })),
      }),
    };
  }
}

/** A refusal of one field. */
export const fieldProblem = (
  pointer: string,
  key: Static<typeof FieldProblem>['key'],
  limit?: number,
): ServiceProblem =>
  new ServiceProblem('validation', {
    errors: [{ pointer, key, ...(limit !== undefined && { limit }) }],
  });
