/* Finds what has been kept long enough, a slice at a time. What is under a legal hold is kept longer. */
import type { Database } from './database.js';
import { inSlice, slices } from './slices.js';

/** Comments of one status that have had it, or have been there, since before a time. */
export interface DueRequest {
  site: string;
  status: 'pending' | 'rejected' | 'published';
  since: 'created_at' | 'updated_at' | 'published_at';
  /** Milliseconds since 1970. */
  before: number;
}

/** Gives the ids of comments that are due. Official replies are not erased. */
export async function* dueComments(
  database: Database,
  { site, status, since, before }: DueRequest,
): AsyncGenerator<string[]> {
  const request = { site, status, sort: 'oldest' } as const;
  for await (const slice of slices(database, request)) {
    const due = await database
      .selectFrom('comment')
      .select('id')
      .where(inSlice(request, slice))
      .where('kind', '=', 'comment')
      .where('held_at', 'is', null)
      .where(since, '<', before)
      .execute();
    yield due.map(({ id }) => id);
  }
}

/** Gives the ids of comments whose contact and identity are due. */
export async function* dueContacts(
  database: Database,
  site: string,
  before: number,
): AsyncGenerator<string[]> {
  const request = { site, sort: 'oldest' } as const;
  for await (const slice of slices(database, request)) {
    const due = await database
      .selectFrom('comment')
      .select('id')
      .where(inSlice(request, slice))
      .where('created_at', '<', before)
      .where('held_at', 'is', null)
      .where(({ or, eb }) => or([eb('contact', 'is not', null), eb('identity', 'is not', null)]))
      .execute();
    yield due.map(({ id }) => id);
  }
}

/** Erases contact and identity of some comments. */
export async function eraseContacts(database: Database, ids: readonly string[]): Promise<void> {
  await database
    .updateTable('comment')
    .set({ contact: null, identity: null })
    .where('id', 'in', ids)
    .where('held_at', 'is', null)
    .execute();
}
