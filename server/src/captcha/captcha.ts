/* Makes and checks challenges of both kinds. */
import { timingSafeEqual } from 'node:crypto';
import type { CaptchaKind, Draft } from '../contract/comments.js';
import type { Keys } from '../configuration/keys.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Database } from '../storage/database.js';
import { type Proof, useProof } from '../storage/proofs.js';
import { makeCode, type OpenedCode, openCode, readDigits } from './code.js';
import { checkProofOfWork, makeProofOfWork } from './proof-of-work.js';
import { type Random, randomFrom } from './random.js';

/** How long a challenge can be used. Citizens may take their time to write. */
const LIFETIME = 30 * 60_000;
/** How much longer a used one is remembered. A clock that is set back by less makes none valid again. */
const MEMORY = 7 * 86_400_000;

type Proven = { id: string; expiresAt: number };

export class Captcha {
  readonly #keys: Keys;
  readonly #database: Database;
  readonly #now: () => number;

  constructor(keys: Keys, database: Database, now: () => number) {
    this.#keys = keys;
    this.#database = database;
    this.#now = now;
  }

  /** Makes a challenge of proof of work for a thread. */
  async makeProofOfWork(threadId: string, cost: number) {
    const expiresAt = this.#now() + LIFETIME;
    const challenge = await makeProofOfWork(this.#keys, threadId, cost, expiresAt);
    return { challenge, expiresAt };
  }

  /** Makes a challenge of typed digits for a thread. */
  makeCode(site: string, threadId: string) {
    const expiresAt = this.#now() + LIFETIME;
    return { id: makeCode(this.#keys, { site, thread: threadId }, expiresAt), expiresAt };
  }

  /** Reads what to draw or speak; undefined for a challenge that is not ours or no longer valid. */
  openCode(id: string): OpenedCode | undefined {
    const content = openCode(this.#keys, id);
    return content && content.expiresAt > this.#now() ? content : undefined;
  }

  /** The numbers that one form of a challenge is made from, for whoever has the secret of the service. */
  randomFor(nonce: string, form: string): Random {
    return randomFrom(this.#keys.sign('drawing', form, nonce));
  }

  /**
   * Checks what the client sent for a captcha.
   *
   * @returns what has to be marked as used together with the comment; undefined when the site asks for none
   * @throws ServiceProblem `captcha`
   */
  async check(
    given: Draft['captcha'],
    threadId: string,
    kinds: readonly CaptchaKind[],
  ): Promise<Proof | undefined> {
    if (kinds.length === 0) return undefined;
    if (!given || !kinds.includes(given.kind)) {
      throw new ServiceProblem('captcha', { reason: 'missing' });
    }
    const { id, expiresAt } =
      given.kind === 'pow'
        ? await checkProofOfWork(this.#keys, threadId, given.payload, this.#now())
        : await this.#checkCode(threadId, given.payload);
    return { id, forgetAt: expiresAt + MEMORY };
  }

  async #checkCode(threadId: string, payload: string): Promise<Proven> {
    const [id = '', ...typed] = payload.split(':');
    const content = openCode(this.#keys, id);
    if (!content) throw new ServiceProblem('captcha', { reason: 'wrong' });
    const proven = { id: `code:${content.nonce}`, expiresAt: content.expiresAt };
    if (content.expiresAt <= this.#now())
      throw new ServiceProblem('captcha', { reason: 'expired' });
    if (content.thread !== threadId) throw new ServiceProblem('captcha', { reason: 'foreign' });
    const expected = Buffer.from(content.digits);
    const given = Buffer.from(readDigits(typed.join(':')));
    if (expected.length === given.length && timingSafeEqual(expected, given)) return proven;
    // Allows one guess for a challenge; with ten thousand, anybody would find the code.
    const forgetAt = proven.expiresAt + MEMORY;
    const isFirst = await useProof(this.#database, { id: proven.id, forgetAt });
    throw new ServiceProblem('captcha', { reason: isFirst ? 'wrong' : 'used' });
  }
}
