/*
 * The chain of the audit: each entry of a site gets a number, and a hash over itself and the hash before it. Whoever
 * keeps a head (the latest number and its hash) elsewhere can prove later that nothing up to it was changed or
 * removed. Whoever can write the database can make a whole new chain, but none with a head that was kept.
 *
 * Entries are linked a moment after they were written. To link them at once would hold a lock of the whole site until
 * each comment is on the disk.
 */
import { createHash } from 'node:crypto';
import type { Database } from './database.js';
import type { AuditHeadTable, AuditTable } from './tables.js';
import type { Work } from './threads.js';

/** Entries that one transaction links, or that are read in one go. */
const BATCH = 500;

/**
 * Makes the hash of an entry: over the hash of the entry before it, and the name and value of each column that is not
 * null, by name. So a column that a later version adds leaves the hashes of older entries as they are.
 */
export function entryHash(previous: string, { hash: _hash, ...entry }: AuditTable): string {
  const said = Object.entries(entry)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([previous, said]))
    .digest('hex');
}

/** Locks the head of a site for the rest of the transaction. */
async function lockHead(work: Work, site: string): Promise<AuditHeadTable> {
  await work
    .insertInto('audit_head')
    .values({ site, sequence: 0, hash: '' })
    .onConflict((conflict) => conflict.column('site').doNothing())
    .execute();
  return work
    .updateTable('audit_head')
    .set((row) => ({ sequence: row.ref('sequence') }))
    .where('site', '=', site)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Links some entries of a site, and says whether there may be more. */
function linkSome(database: Database, site: string): Promise<boolean> {
  return database.transaction().execute(async (work) => {
    let { sequence, hash } = await lockHead(work, site);
    const waiting = await work
      .selectFrom('audit')
      .selectAll()
      .where('site', '=', site)
      .where('sequence', 'is', null)
      .where('imported_at', 'is', null)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    if (waiting.length === 0) return false;
    const linked = waiting.map((entry) => {
      sequence += 1;
      hash = entryHash(hash, { ...entry, sequence });
      return { ...entry, sequence, hash };
    });
    // Writes all of them in one statement: a statement for each would hold the lock far longer.
    await work
      .insertInto('audit')
      .values(linked)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          sequence: ref('excluded.sequence'),
          hash: ref('excluded.hash'),
        })),
      )
      .execute();
    await work.updateTable('audit_head').set({ sequence, hash }).where('site', '=', site).execute();
    return waiting.length === BATCH;
  });
}

/** Links the entries of a site that wait. Several processes may do so at once. */
export async function linkSite(database: Database, site: string): Promise<void> {
  let mayBeMore: boolean;
  do mayBeMore = await linkSome(database, site);
  while (mayBeMore);
}

/** Links all entries that wait, those of an older version too. */
export async function linkAll(database: Database): Promise<void> {
  const sites = await database
    .selectFrom('audit')
    .select('site')
    .distinct()
    .where('sequence', 'is', null)
    .where('imported_at', 'is', null)
    .execute();
  for (const { site } of sites) await linkSite(database, site);
}

/** The head of a site; undefined before its first entry is linked. */
export const readHead = (database: Database, site: string): Promise<AuditHeadTable | undefined> =>
  database
    .selectFrom('audit_head')
    .selectAll()
    .where('site', '=', site)
    .where('sequence', '>', 0)
    .executeTakeFirst();

/** Linked entries of a site, in the order of the chain. */
async function* linkedEntries(database: Database, site: string): AsyncGenerator<AuditTable> {
  let after = 0;
  for (;;) {
    const rows = await database
      .selectFrom('audit')
      .selectAll()
      .where('site', '=', site)
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(BATCH)
      .execute();
    yield* rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.sequence!;
  }
}

/** What is wrong with a chain: an entry is not what it was, one is not there, or a head is not that of the chain. */
export type ChainFault = 'changed' | 'missing' | 'head';

export interface Verification {
  /** The head, if the site has one. */
  head?: Pick<AuditHeadTable, 'sequence' | 'hash'> | undefined;
  /** Entries that wait to be linked. */
  waiting: number;
  /** The first thing that is wrong. */
  fault?: { sequence: number; kind: ChainFault } | undefined;
}

/** Finds the first fault in the chain of a site. It only reads. */
async function findFault(
  database: Database,
  site: string,
  heads: readonly Pick<AuditHeadTable, 'sequence' | 'hash'>[],
): Promise<Verification['fault']> {
  let sequence = 0;
  let hash = '';
  for await (const entry of linkedEntries(database, site)) {
    sequence += 1;
    if (entry.sequence !== sequence) return { sequence, kind: 'missing' };
    hash = entryHash(hash, entry);
    if (entry.hash !== hash) return { sequence, kind: 'changed' };
    for (const head of heads) {
      if (head.sequence === sequence && head.hash !== hash) return { sequence, kind: 'head' };
    }
  }
  const isShort = heads.some((head) => head.sequence > sequence);
  return isShort ? { sequence: sequence + 1, kind: 'missing' } : undefined;
}

/**
 * Verifies the chain of a site. It only reads, and the service may write meanwhile.
 *
 * @param kept - a head that was kept elsewhere
 */
export async function verifyChain(
  database: Database,
  site: string,
  kept?: Pick<AuditHeadTable, 'sequence' | 'hash'>,
): Promise<Verification> {
  // Reads the head first: the chain may grow meanwhile, and never gets shorter.
  const head = await readHead(database, site);
  const { waiting } = await database
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('site', '=', site)
    .where('sequence', 'is', null)
    .where('imported_at', 'is', null)
    .executeTakeFirstOrThrow();
  const heads = [head, kept].filter((one) => one !== undefined);
  return { head, waiting, fault: await findFault(database, site, heads) };
}
