/* Tells a client what the storage has refused. */
import { ServiceProblem } from '../contract/service-problem.js';
import type { RefusalReason, Result } from '../storage/refusals.js';

const problems: Record<RefusalReason, () => ServiceProblem> = {
  missing: () => new ServiceProblem('not-found'),
  changed: () => new ServiceProblem('stale'),
  settled: () => new ServiceProblem('conflict'),
  held: () => new ServiceProblem('held'),
  parent: () => new ServiceProblem('parent'),
  'used-key': () => new ServiceProblem('idempotency-key-reused'),
  ended: () => new ServiceProblem('not-found'),
  'used-proof': () => new ServiceProblem('captcha', { reason: 'used' }),
};

/**
 * Gives what was stored.
 *
 * @throws ServiceProblem when it was refused
 */
export function accepted<T>(result: Result<T>): T {
  if (result.refused !== undefined) throw problems[result.refused]();
  return result.value;
}
