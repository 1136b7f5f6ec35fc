/* Makes, lists and revokes the tokens of staff, for the HTTP interface and for the command. */
import { checkText } from '../comments/text.js';
import { hash } from '../configuration/keys.js';
import type { ModeratorSettings, Settings } from '../configuration/settings.js';
import { fieldProblem } from '../contract/service-problem.js';
import type { Role, StaffToken } from '../contract/staff.js';
import type { Database } from '../storage/database.js';
import {
  addStaffToken,
  findStaffTokenById,
  readRevokedConfigured,
  revokeConfigured,
  revokeStaffToken,
} from '../storage/staff.js';
import type { StaffTokenTable } from '../storage/tables.js';
import { endOf } from './authentication.js';
import { sitesOf } from './moderators.js';
import { isStaffName, LONGEST_NAME } from './staff-names.js';
import { makeToken } from './tokens.js';

const DAY = 86_400_000;

/** What is needed to know and change who is staff. */
export interface StaffBooks {
  settings: Settings;
  database: Database;
}

/** Who asks, and when. */
export interface StaffRequest {
  actor: string;
  now: number;
}

const instant = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

/** A token of the database as the contract has it. */
export const describeToken = (row: StaffTokenTable): StaffToken => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  role: row.role,
  sites: JSON.parse(row.sites) as string[],
  createdAt: instant(row.created_at),
  createdBy: row.created_by,
  expiresAt: instant(row.expires_at),
  revokedAt: instant(row.revoked_at),
  revokedBy: row.revoked_by,
  lastUsedOn: instant(row.last_used_day)?.slice(0, 10) ?? null,
});

const idOfConfigured = ({ tokenHash }: ModeratorSettings): string => hash('configured', tokenHash);

const describeConfigured = (
  one: ModeratorSettings,
  revoked: StaffTokenTable | undefined,
): StaffToken => ({
  id: idOfConfigured(one),
  kind: 'configured',
  name: one.name,
  role: one.role,
  sites: one.sites,
  createdAt: null,
  createdBy: null,
  expiresAt: instant(endOf(one)),
  revokedAt: instant(revoked?.revoked_at ?? null),
  revokedBy: revoked?.revoked_by ?? null,
  lastUsedOn: null,
});

/** The tokens that the configuration has, with those that were revoked all the same. */
export async function readConfigured({ settings, database }: StaffBooks): Promise<StaffToken[]> {
  const revoked = new Map(
    (await readRevokedConfigured(database)).map((row) => [row.token_hash, row]),
  );
  return settings.moderators.map((one) => describeConfigured(one, revoked.get(one.tokenHash)));
}

/**
 * Checks the name of a member of staff.
 *
 * @throws ServiceProblem `validation`
 */
export function checkStaffName(value: string): string {
  const checked = checkText(value, LONGEST_NAME, 'one');
  if ('problem' in checked) throw fieldProblem('/name', checked.problem, checked.limit);
  if (!isStaffName(checked.text)) throw fieldProblem('/name', 'reserved-name');
  return checked.text;
}

/**
 * Makes a token, which is good at once and in all processes.
 *
 * @throws ServiceProblem `validation`
 */
export async function makeStaffToken(
  { settings, database }: StaffBooks,
  wanted: { name: string; role: Role; sites: readonly string[]; days: number },
  { actor, now }: StaffRequest,
): Promise<{ token: string; details: StaffToken }> {
  const name = checkStaffName(wanted.name);
  const unknown = wanted.sites.findIndex(
    (site) => site !== '*' && !Object.hasOwn(settings.sites, site),
  );
  if (unknown >= 0) throw fieldProblem(`/sites/${unknown}`, 'not-allowed');
  const { token, tokenHash } = makeToken();
  const { role, sites, days } = wanted;
  const row = await addStaffToken(
    database,
    {
      kind: 'token',
      token_hash: tokenHash,
      name,
      role,
      sites,
      created_by: actor,
      expires_at: now + days * DAY,
      idle_at: null,
    },
    { actor, now, sites: sitesOf({ sites }, settings) },
  );
  return { token, details: describeToken(row) };
}

/** Finds a token by its id, wherever it comes from. */
export async function findToken(books: StaffBooks, id: string): Promise<StaffToken | undefined> {
  const configured = (await readConfigured(books)).find((one) => one.id === id);
  if (configured) return configured;
  const row = await findStaffTokenById(books.database, id);
  return row && row.kind !== 'configured' ? describeToken(row) : undefined;
}

/** Revokes a token for good, in all processes. One that is revoked already stays as it is. */
export async function revokeToken(
  { settings, database }: StaffBooks,
  { id, sites }: Pick<StaffToken, 'id' | 'sites'>,
  { actor, now }: StaffRequest,
): Promise<StaffToken> {
  const act = { actor, now, sites: sitesOf({ sites }, settings) };
  const configured = settings.moderators.find((one) => idOfConfigured(one) === id);
  if (!configured) return describeToken(await revokeStaffToken(database, id, act));
  const { name, role, tokenHash } = configured;
  const row = await revokeConfigured(
    database,
    { id, name, role, sites: configured.sites, token_hash: tokenHash },
    act,
  );
  return describeConfigured(configured, row);
}

/** Whether a token is good at a time. */
export const isInForce = ({ revokedAt, expiresAt }: StaffToken, now: number): boolean =>
  revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now);
