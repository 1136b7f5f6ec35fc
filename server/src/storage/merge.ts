/* Brings the comments of two threads together: of two ways to write a path, or of a page that has moved. */
import { keptKey } from '../contract/thread-key.js';
import { audit } from './audit.js';
import type { Database } from './database.js';
import { ensureThread, findThread, nextRevision, recount, threadId, type Work } from './threads.js';

/** A thread whose comments belong to another one. */
export interface Merge {
  site: string;
  /** Id of the thread. */
  id: string;
  /** Its key. */
  from: string;
  /** Key of the thread that the comments belong to. */
  to: string;
  comments: number;
}

/** Adds how many comments move, if there are any: a thread that was merged before is empty. */
async function counted(database: Database, move: Omit<Merge, 'comments'>): Promise<Merge[]> {
  const { comments } = await database
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('comments'))
    .where('thread_id', '=', move.id)
    .executeTakeFirstOrThrow();
  return comments ? [{ ...move, comments }] : [];
}

/** Finds threads that older versions have kept under another way to write their path. */
export async function findPaths(database: Database): Promise<Merge[]> {
  const rows = await database
    .selectFrom('thread')
    .select(['id', 'site', 'key'])
    .where('key', 'like', '/%')
    .orderBy('key')
    .execute();
  const found: Merge[] = [];
  for (const { id, site, key } of rows) {
    if (id === threadId(site, key)) continue;
    found.push(...(await counted(database, { site, id, from: key, to: keptKey(key) })));
  }
  return found;
}

/**
 * Finds one thread, for comments that belong to another one.
 *
 * @returns `undefined` if there is no such thread
 */
export async function findPair(
  database: Database,
  site: string,
  from: string,
  to: string,
): Promise<Merge[] | undefined> {
  const id = threadId(site, from);
  const thread = await findThread(database, id);
  if (!thread) return undefined;
  if (id === threadId(site, to)) return [];
  return counted(database, { site, id, from: thread.key, to: keptKey(to) });
}

/** Numbers the comments of a list anew, in the order in which they were published. */
async function renumber(work: Work, id: string): Promise<void> {
  const listed = work
    .selectFrom('comment')
    .select(({ fn }) => [
      'id',
      fn
        .agg<number>('row_number')
        .over((over) =>
          over.orderBy(fn.coalesce('published_at', 'created_at')).orderBy('position').orderBy('id'),
        )
        .as('place'),
    ])
    .where('thread_id', '=', id)
    .where('position', 'is not', null);
  await work
    .updateTable('comment')
    .from(listed.as('listed'))
    .set(({ ref }) => ({ position: ref('listed.place') }))
    .whereRef('comment.id', '=', 'listed.id')
    .execute();
}

/**
 * Moves the comments of a thread to another one, whatever their status. Their ids and receipts stay. The empty
 * thread stays too, for a comment that another process adds to it at the same time: the next merge finds it.
 */
export function merge(database: Database, { site, id, to }: Merge, now: number): Promise<void> {
  return database.transaction().execute(async (work) => {
    const target = threadId(site, to);
    await ensureThread(work, target, site, to);
    // Locks both in the same order as every other merge.
    const revisions = new Map<string, number>();
    for (const one of [id, target].sort()) revisions.set(one, await nextRevision(work, one));
    await work
      .updateTable('comment')
      .set({ thread_id: target })
      .where('thread_id', '=', id)
      .execute();
    await renumber(work, target);
    // Leaves no place above the revision, from which the next comment takes its own.
    await work
      .updateTable('thread')
      .set((row) => ({ revision: row('revision', '+', revisions.get(id)!) }))
      .where('id', '=', target)
      .execute();
    await recount(work, id);
    await recount(work, target);
    await audit(work, { site, at: now, actor: 'service', action: 'merged' });
  });
}

/** Brings together what older versions have kept under several ways to write a path. */
export async function mergePaths(database: Database, now: number): Promise<void> {
  for (const found of await findPaths(database)) await merge(database, found, now);
}
