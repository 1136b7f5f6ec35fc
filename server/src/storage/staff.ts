/* Tokens of staff. The database holds their hashes only. */
import { v7 } from 'uuid';
import { audit } from './audit.js';
import type { Database } from './database.js';
import type { StaffTokenTable } from './tables.js';
import type { Work } from './threads.js';

const DAY = 86_400_000;

/** What the maker of a token decides. */
export type NewStaffToken = Pick<
  StaffTokenTable,
  'kind' | 'token_hash' | 'name' | 'role' | 'created_by' | 'expires_at' | 'idle_at'
> & { id?: string; sites: readonly string[] };

/** Who does something to a token, when, and in the audits of which sites that is written. */
export interface StaffAct {
  actor: string;
  now: number;
  sites: readonly string[];
}

/** A token by its hash. */
export const findStaffToken = (
  database: Database,
  tokenHash: string,
): Promise<StaffTokenTable | undefined> =>
  database
    .selectFrom('staff_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

const record = async (
  work: Work,
  action: 'token-made' | 'token-revoked' | 'signed-in' | 'signed-out',
  { actor, now, sites }: StaffAct,
  subject: string,
): Promise<void> => {
  for (const site of sites) await audit(work, { site, at: now, actor, action, detail: subject });
};

/** Keeps a new token, and writes it into the audit of each of its sites. */
export function addStaffToken(
  database: Database,
  { id = v7(), sites, ...token }: NewStaffToken,
  act: StaffAct,
): Promise<StaffTokenTable> {
  return database.transaction().execute(async (work) => {
    const row = await work
      .insertInto('staff_token')
      .values({
        ...token,
        id,
        sites: JSON.stringify(sites),
        created_at: act.now,
        revoked_at: null,
        revoked_by: null,
        last_used_day: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    // The account stays the same when the name changes.
    if (token.kind === 'session') await record(work, 'signed-in', act, token.created_by);
    else await record(work, 'token-made', act, token.name);
    return row;
  });
}

/**
 * Revokes a token for good.
 *
 * @returns the token as it is now; one that was revoked before stays as it was
 */
export function revokeStaffToken(
  database: Database,
  id: string,
  act: StaffAct,
  action: 'token-revoked' | 'signed-out' = 'token-revoked',
): Promise<StaffTokenTable> {
  return database.transaction().execute(async (work) => {
    const revoked = await work
      .updateTable('staff_token')
      .set({ revoked_at: act.now, revoked_by: act.actor })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (revoked) await record(work, action, act, revoked.name);
    return (
      revoked ??
      (await work
        .selectFrom('staff_token')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow())
    );
  });
}

/**
 * Revokes a token that the configuration has: the row says so to every process.
 *
 * @param token - its name and role as the configuration has them
 */
export function revokeConfigured(
  database: Database,
  {
    sites,
    ...token
  }: Pick<StaffTokenTable, 'id' | 'token_hash' | 'name' | 'role'> & {
    sites: readonly string[];
  },
  act: StaffAct,
): Promise<StaffTokenTable> {
  return database.transaction().execute(async (work) => {
    const added = await work
      .insertInto('staff_token')
      .values({
        ...token,
        kind: 'configured',
        sites: JSON.stringify(sites),
        created_at: act.now,
        created_by: act.actor,
        expires_at: null,
        idle_at: null,
        revoked_at: act.now,
        revoked_by: act.actor,
        last_used_day: null,
      })
      .onConflict((conflict) => conflict.column('token_hash').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (added) await record(work, 'token-revoked', act, token.name);
    return (
      added ??
      (await work
        .selectFrom('staff_token')
        .selectAll()
        .where('token_hash', '=', token.token_hash)
        .executeTakeFirstOrThrow())
    );
  });
}

/** Notes the day on which a token is used, and puts the idle end of a session off. */
export async function touchStaffToken(
  database: Database,
  id: string,
  now: number,
  idleAt: number | null,
): Promise<void> {
  await database
    .updateTable('staff_token')
    .set({ last_used_day: now - (now % DAY), idle_at: idleAt })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Tokens that were not in the configuration, latest first. */
export async function readStaffTokens(
  database: Database,
  { before, name }: { before?: string | undefined; name?: string },
  limit: number,
): Promise<StaffTokenTable[]> {
  let query = database.selectFrom('staff_token').selectAll().where('kind', '<>', 'configured');
  if (before !== undefined) query = query.where('id', '<', before);
  if (name !== undefined) query = query.where('name', '=', name);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** A token by its id. */
export const findStaffTokenById = (
  database: Database,
  id: string,
): Promise<StaffTokenTable | undefined> =>
  database.selectFrom('staff_token').selectAll().where('id', '=', id).executeTakeFirst();

/** Names of those who made a token, of those who made a token for one of these, and so on. */
export async function readMakers(database: Database, tokenHash: string): Promise<Set<string>> {
  const makers = new Set<string>();
  const made = database.selectFrom('staff_token').select('created_by').where('kind', '=', 'token');
  let found = await made.where('token_hash', '=', tokenHash).execute();
  for (;;) {
    const names = found.map(({ created_by }) => created_by).filter((name) => !makers.has(name));
    if (names.length === 0) return makers;
    for (const name of names) makers.add(name);
    found = await made.where('name', 'in', names).execute();
  }
}

/** The tokens of the configuration that were revoked. */
export const readRevokedConfigured = (database: Database): Promise<StaffTokenTable[]> =>
  database.selectFrom('staff_token').selectAll().where('kind', '=', 'configured').execute();

/** Forgets tokens that ended before a time. The audit keeps that they were. */
export async function forgetStaffTokens(database: Database, before: number): Promise<void> {
  await database
    .deleteFrom('staff_token')
    // A token of the configuration would be good again without its row.
    .where('kind', '<>', 'configured')
    .where(({ or, eb }) =>
      or([
        eb('expires_at', '<', before),
        eb('revoked_at', '<', before),
        eb('idle_at', '<', before),
      ]),
    )
    .execute();
}
