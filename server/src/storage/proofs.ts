/* Proofs of captchas: each is good for one comment, in all processes and after a restart. */
import type { Database } from './database.js';
import type { Work } from './threads.js';

/** A proof that may be used once. */
export interface Proof {
  id: string;
  /** When the service may forget that it was used, milliseconds since 1970. */
  forgetAt: number;
}

/**
 * Marks proofs as used.
 *
 * @returns those that were unused until now; of two equal ones the first
 */
export async function useProofs(
  work: Work | Database,
  proofs: readonly Proof[],
): Promise<Set<Proof>> {
  const byId = new Map<string, Proof>();
  for (const proof of proofs) if (!byId.has(proof.id)) byId.set(proof.id, proof);
  if (byId.size === 0) return new Set();
  const inserted = await work
    .insertInto('used_challenge')
    .values(
      // In the order of their ids, so that two transactions never wait for each other.
      [...byId.keys()].sort().map((id) => ({ id, forget_at: byId.get(id)!.forgetAt })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map(({ id }) => byId.get(id)!));
}

/** Marks a proof as used, and says whether it was unused until now. */
export const useProof = async (work: Work | Database, proof: Proof): Promise<boolean> =>
  (await useProofs(work, [proof])).size > 0;
