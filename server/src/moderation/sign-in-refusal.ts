/* A sign-in that did not work, and what the operator may want to know about it. */
import type { SignInProblem } from '../contract/problems.js';
import { ServiceProblem } from '../contract/service-problem.js';

/** Seconds after which a provider that does not answer is worth another try. */
const RETRY_AFTER = 10;

export class SignInRefusal extends ServiceProblem {
  readonly reason: SignInProblem;
  /** What the library or the provider called it, for the log. */
  readonly code: string | undefined;

  constructor(reason: SignInProblem, code?: string) {
    if (reason === 'provider') super('unavailable', { reason, retryAfter: RETRY_AFTER });
    else super('sign-in', { reason });
    this.reason = reason;
    this.code = code;
  }
}
