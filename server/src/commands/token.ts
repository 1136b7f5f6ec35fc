/* The command `token`: makes, lists and revokes tokens of staff, also while the service runs. */
import { ConfigurationProblem } from '../configuration/problem.js';
import type { Settings } from '../configuration/settings.js';
import { fieldDetail } from '../words/problems.js';
import { ServiceProblem } from '../contract/service-problem.js';
import { DAYS, LONGEST_DAYS, ROLES, type Role, type StaffToken } from '../contract/staff.js';
import {
  describeToken,
  isInForce,
  makeStaffToken,
  readConfigured,
  revokeToken,
  type StaffBooks,
} from '../moderation/staff.js';
import { makeToken } from '../moderation/tokens.js';
import { openDatabase } from '../storage/database.js';
import { readStaffTokens } from '../storage/staff.js';
import type { commandWords } from '../words/command.js';
import type { Language } from '../words/language.js';

/** Most tokens that the list shows, and that one name can have. */
const MOST = 1000;

/** The options of the command line. */
export interface TokenOptions {
  role?: string | undefined;
  sites?: string | undefined;
  days?: string | undefined;
}

/** Where the command speaks, and how. */
export interface Speech {
  say: (text: string) => void;
  words: ReturnType<typeof commandWords>;
  language: Language;
}

/** Prints a new token and the line for the configuration. Nothing is kept. */
export function printLine({ say, words }: Speech, name: string): void {
  const made = makeToken();
  say(`${words.moderatorToken(name)} ${made.token}`);
  say(words.moderatorLine);
  say(JSON.stringify({ name, tokenHash: made.tokenHash, role: 'moderator', sites: ['*'] }));
}

function roleOf({ words }: Speech, { role = 'moderator' }: TokenOptions): Role {
  const found = ROLES.find((one) => one === role);
  if (!found) throw new ConfigurationProblem(words.noRole([...ROLES]));
  return found;
}

/** The sites that are named; where there is only one, it need not be. */
function sitesFrom({ words }: Speech, { sites }: TokenOptions, settings: Settings): string[] {
  const all = Object.keys(settings.sites);
  const named = sites?.split(',').map((site) => site.trim()) ?? (all.length === 1 ? all : []);
  if (named.length === 0 || named.some((site) => site !== '*' && !all.includes(site))) {
    throw new ConfigurationProblem(words.nameSites(all));
  }
  return named;
}

function daysOf({ words }: Speech, { days = String(DAYS) }: TokenOptions): number {
  const number = /^\d{1,4}$/.test(days) ? Number(days) : 0;
  if (number < 1 || number > LONGEST_DAYS) {
    throw new ConfigurationProblem(words.badDays(LONGEST_DAYS));
  }
  return number;
}

async function make(
  speech: Speech,
  books: StaffBooks,
  name: string,
  options: TokenOptions,
): Promise<void> {
  const { say, words, language } = speech;
  const wanted = {
    name,
    role: roleOf(speech, options),
    sites: sitesFrom(speech, options, books.settings),
    days: daysOf(speech, options),
  };
  try {
    const { token, details } = await makeStaffToken(books, wanted, {
      actor: 'operator',
      now: Date.now(),
    });
    say(`${words.moderatorToken(details.name)} ${token}`);
    say(words.tokenUntil(details.expiresAt!.slice(0, 10)));
  } catch (error) {
    const [field] = error instanceof ServiceProblem ? (error.extras.errors ?? []) : [];
    if (!field) throw error;
    throw new ConfigurationProblem(`${name}: ${fieldDetail(language, field)}`);
  }
}

async function readAll(books: StaffBooks, name?: string): Promise<StaffToken[]> {
  const rows = await readStaffTokens(books.database, name === undefined ? {} : { name }, MOST);
  const all = [...(await readConfigured(books)), ...rows.map(describeToken)];
  return name === undefined ? all : all.filter((one) => one.name === name);
}

async function list({ say, words }: Speech, books: StaffBooks): Promise<void> {
  const now = Date.now();
  for (const one of await readAll(books)) {
    const state = isInForce(one, now) ? words.tokenGood(one.expiresAt) : words.tokenOver(one);
    const { name, role, sites, kind } = one;
    say([name, role, sites.join(','), words.tokenKind[kind], state].join('\t'));
  }
}

async function revoke({ say, words }: Speech, books: StaffBooks, name: string): Promise<void> {
  const now = Date.now();
  const found = (await readAll(books, name)).filter((one) => isInForce(one, now));
  if (found.length === 0) throw new ConfigurationProblem(words.noToken(name));
  for (const one of found) await revokeToken(books, one, { actor: 'operator', now });
  say(words.revoked(name, found.length));
}

/**
 * Runs the command.
 *
 * @param names - what stands behind `token`: a name, `list`, or `revoke` and a name
 */
export async function tokenCommand(
  speech: Speech,
  settings: Settings,
  [name, other]: string[],
  options: TokenOptions,
): Promise<void> {
  const { words } = speech;
  if (!name || (name === 'revoke' && !other)) throw new ConfigurationProblem(words.nameModerator);
  const database = await openDatabase(settings.databaseUrl, 1, 0, () => undefined);
  try {
    const books = { settings, database };
    if (name === 'list') await list(speech, books);
    else if (name === 'revoke') await revoke(speech, books, other!);
    else await make(speech, books, name, options);
  } finally {
    await database.destroy();
  }
}
