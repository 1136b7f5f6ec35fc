/* Finds out who sent a request, by its bearer token. */
import { timingSafeEqual } from 'node:crypto';
import type { ModeratorSettings, Settings } from '../configuration/settings.js';
import type { TokenProblem } from '../contract/problems.js';
import { ServiceProblem } from '../contract/service-problem.js';
import { FailedSignIns } from '../limits/failed-sign-ins.js';
import type { RateLimits } from '../limits/rate-limits.js';
import type { Database } from '../storage/database.js';
import { findStaffToken, touchStaffToken } from '../storage/staff.js';
import type { StaffTokenTable } from '../storage/tables.js';
import { type Moderator, moderatorOf } from './moderators.js';
import { hashToken } from './tokens.js';

const DAY = 86_400_000;
const MINUTE = 60_000;

const refusal = (reason: TokenProblem): ServiceProblem =>
  new ServiceProblem('unauthorized', { reason });

/** When a token of the configuration ends: with the day (UTC) that it names. */
export const endOf = ({ expires }: Pick<ModeratorSettings, 'expires'>): number | null =>
  expires === undefined ? null : Date.parse(`${expires}T00:00:00Z`) + DAY;

/** Why a token is no longer good. */
function endedBecause(
  row: Pick<StaffTokenTable, 'revoked_at' | 'expires_at' | 'idle_at'>,
  now: number,
): TokenProblem | undefined {
  if (row.revoked_at !== null) return 'revoked';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  if (row.idle_at !== null && row.idle_at <= now) return 'idle';
  return undefined;
}

export class Authentication {
  readonly #settings: Settings;
  readonly #database: Database;
  readonly #rateLimits: RateLimits;
  readonly #failures: FailedSignIns;
  readonly #now: () => number;

  constructor(settings: Settings, database: Database, rateLimits: RateLimits, now: () => number) {
    this.#settings = settings;
    this.#database = database;
    this.#rateLimits = rateLimits;
    this.#failures = new FailedSignIns(now);
    this.#now = now;
  }

  /**
   * Finds the moderator who sent a request. It asks the database every time: a token that was revoked, by whichever
   * process, is good for no further request.
   *
   * @param authorization - the header
   * @param address - of whoever asks
   * @throws ServiceProblem `unauthorized` with the reason, or `rate-limited`
   */
  async find(authorization: string | undefined, address: string): Promise<Moderator> {
    const token = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refusal('missing');
    const tokenHash = hashToken(token);
    const pseudonym = this.#rateLimits.pseudonym('staff', address);
    this.#failures.check(pseudonym, tokenHash);
    const found = await this.#look(tokenHash);
    if (typeof found === 'string') {
      this.#failures.fail(pseudonym, tokenHash);
      throw refusal(found);
    }
    this.#failures.pass(tokenHash);
    return found;
  }

  async #look(tokenHash: string): Promise<Moderator | TokenProblem> {
    const given = Buffer.from(tokenHash);
    // Compares all of them, so that the time taken does not tell which one it was.
    const [configured] = this.#settings.moderators.filter((one) =>
      timingSafeEqual(Buffer.from(one.tokenHash), given),
    );
    const row = await findStaffToken(this.#database, tokenHash);
    const now = this.#now();
    if (configured) {
      const { name, role, sites } = configured;
      const expiresAt = endOf(configured);
      const ended = endedBecause(
        { revoked_at: row?.revoked_at ?? null, expires_at: expiresAt, idle_at: null },
        now,
      );
      return (
        ended ??
        moderatorOf({ name, role, sites, kind: 'configured', expiresAt, tokenHash }, this.#settings)
      );
    }
    // Whoever removes a line from the configuration ends its token.
    if (!row || row.kind === 'configured') return 'wrong';
    // The same goes for sessions of an identity provider that the service no longer trusts.
    if (row.kind === 'session' && !this.#settings.staff?.oidc) return 'wrong';
    const ended = endedBecause(row, now);
    if (ended) return ended;
    await this.#touch(row, now);
    const { name, role, kind, expires_at: expiresAt } = row;
    const sites = JSON.parse(row.sites) as string[];
    return moderatorOf({ name, role, sites, kind, expiresAt, tokenHash }, this.#settings);
  }

  /**
   * Notes that a token is used, once a day, and puts the idle end of a session off, once a minute: a write for each
   * request would slow the queue down.
   */
  async #touch(row: StaffTokenTable, now: number): Promise<void> {
    const idleAt = this.#idleEnd(row, now);
    const isPutOff = idleAt !== null && row.idle_at !== null && idleAt - row.idle_at >= MINUTE;
    if (row.last_used_day === now - (now % DAY) && !isPutOff) return;
    await touchStaffToken(this.#database, row.id, now, idleAt);
  }

  #idleEnd(row: StaffTokenTable, now: number): number | null {
    const { oidc } = this.#settings.staff ?? {};
    return row.idle_at === null || !oidc ? row.idle_at : now + oidc.idleMinutes * MINUTE;
  }
}
