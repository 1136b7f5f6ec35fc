/* Lets staff in by the identity provider of the agency: each sign-in opens a session, which is a token with an end. */
import { checkText } from '../comments/text.js';
import type { Keys } from '../configuration/keys.js';
import type { OidcSettings, Settings } from '../configuration/settings.js';
import type { RateLimits } from '../limits/rate-limits.js';
import { audit } from '../storage/audit.js';
import type { Database } from '../storage/database.js';
import { useProof } from '../storage/proofs.js';
import { addStaffToken } from '../storage/staff.js';
import { type Claims, readClaim, roleOf } from './claims.js';
import { sitesOf } from './moderators.js';
import { Provider } from './provider.js';
import { SignInRefusal } from './sign-in-refusal.js';
import { openState, sealState } from './sign-in-state.js';
import { isStaffName, LONGEST_NAME } from './staff-names.js';
import { makeToken } from './tokens.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Steps of sign-ins from one address within a minute. Each sign-in has two, and each of them may ask the provider. */
const MOST_STEPS = 60;

/** What signing in needs. */
export interface SignInParts {
  settings: Settings;
  database: Database;
  keys: Keys;
  rateLimits: RateLimits;
  now: () => number;
}

export class SignIn {
  readonly #parts: SignInParts;
  readonly #oidc: OidcSettings;
  readonly #provider: Provider;

  constructor(parts: SignInParts, oidc: OidcSettings) {
    this.#parts = parts;
    this.#oidc = oidc;
    this.#provider = new Provider(oidc, `${parts.settings.publicUrl}/moderate`, parts.now);
  }

  /**
   * Begins a sign-in.
   *
   * @param secret - of the page, by which it is known again
   * @param from - address of whoever asks
   * @returns where the browser goes next
   * @throws SignInRefusal, or ServiceProblem `rate-limited`
   */
  async begin(secret: string, from: string): Promise<string> {
    const { keys, now } = this.#parts;
    this.#count(from);
    return this.#provider.address(await sealState(keys, secret, now()));
  }

  /**
   * Ends a sign-in: opens a session for the person whom the provider names.
   *
   * @param answer - the query with which the provider sent the browser back
   * @throws SignInRefusal, or ServiceProblem `rate-limited`
   */
  async complete(
    secret: string,
    answer: string,
    from: string,
  ): Promise<{ token: string; expiresAt: number }> {
    const { database, keys, now } = this.#parts;
    this.#count(from);
    const state = new URLSearchParams(answer).get('state') ?? '';
    // Asks for the secret first: nobody else can use up the sign-in of this browser.
    const { id, expiresAt, ...ties } = await openState(keys, state, secret, now());
    if (!(await useProof(database, { id: `sign-in:${id}`, forgetAt: expiresAt }))) {
      throw new SignInRefusal('used');
    }
    return this.#openSession(await this.#provider.person(answer, { ...ties, state }));
  }

  #count(from: string): void {
    const { rateLimits } = this.#parts;
    const id = rateLimits.pseudonym('sign-in', from);
    rateLimits.countHere([{ id, max: MOST_STEPS, length: MINUTE }]);
  }

  async #openSession(claims: Claims): Promise<{ token: string; expiresAt: number }> {
    const { settings, database, now } = this.#parts;
    const { nameClaim, sessionHours, idleMinutes } = this.#oidc;
    const account = claims.sub;
    if (!/^[^\p{Cc}]{1,255}$/u.test(account)) throw new SignInRefusal('wrong');
    const given = readClaim(claims, nameClaim);
    const checked = checkText(typeof given === 'string' ? given : '', LONGEST_NAME, 'one');
    const name = 'text' in checked && isStaffName(checked.text) ? checked.text : undefined;
    const found = roleOf(claims, this.#oidc);
    if (!found) {
      await this.#recordRefusal(name === undefined ? account : `${name} (${account})`);
      throw new SignInRefusal('no-role');
    }
    if (name === undefined) throw new SignInRefusal('no-name');
    const { token, tokenHash } = makeToken();
    const at = now();
    const expiresAt = at + sessionHours * HOUR;
    await addStaffToken(
      database,
      {
        kind: 'session',
        token_hash: tokenHash,
        name,
        ...found,
        created_by: account,
        expires_at: expiresAt,
        idle_at: at + idleMinutes * MINUTE,
      },
      { actor: name, now: at, sites: sitesOf(found, settings) },
    );
    return { token, expiresAt };
  }

  /** Records who wanted in without a role. No site is theirs, so it stands in the audit of each. */
  async #recordRefusal(who: string): Promise<void> {
    const { settings, database, now } = this.#parts;
    const entry = { at: now(), actor: 'service', action: 'sign-in-refused', detail: who } as const;
    await database.transaction().execute(async (work) => {
      for (const site of Object.keys(settings.sites)) await audit(work, { site, ...entry });
    });
  }
}
