/* The one kind of error that the service throws on purpose. */
import type { Static } from 'typebox';
import {
  type FieldProblem,
  type LimitUnit,
  type Problem,
  PROBLEM_STATUS,
  type ProblemKey,
} from './problems.js';

/** What a problem may add to its key. */
export interface ProblemExtras {
  errors?: Omit<Static<typeof FieldProblem>, 'detail'>[];
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
}

/** A refusal of one field. */
export const fieldProblem = (
  pointer: string,
  key: Static<typeof FieldProblem>['key'],
  limit?: number,
  unit?: LimitUnit,
): ServiceProblem =>
  new ServiceProblem('validation', {
    errors: [{ pointer, key, ...(limit !== undefined && { limit }), ...(unit && { unit }) }],
  });
