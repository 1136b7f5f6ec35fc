/* Decides whether one more comment may be stored: the limits of its address and its place, its captcha, the queue. */
import type { Context, Site } from '../context.js';
import type { Draft } from '../contract/comments.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Counter } from '../limits/counting.js';
import type { Proof } from '../storage/proofs.js';

interface Request {
  site: Site;
  draft: Draft;
  address: string;
}

/** What a wrong captcha costs its sender. A missing or expired one is nobody's guess. */
const COUNTED_REASONS = ['wrong', 'used', 'foreign'];

export class Admission {
  readonly #context: Context;
  readonly #request: Request;
  readonly #thread: string;
  /** What a stored comment counts as. */
  readonly #counters: Counter[];
  /** What a wrong captcha counts as. Each kind has a limit of its own, so the other kind stays a way in. */
  readonly #mistakes: Counter[];

  constructor(context: Context, request: Request, thread: string) {
    const { rateLimits } = context;
    const { site, draft, address } = request;
    const { kind } = draft.captcha ?? {};
    this.#context = context;
    this.#request = request;
    this.#thread = thread;
    this.#counters = [
      ...rateLimits.ofAddress(site, 'comments', address),
      ...(kind === 'code' ? rateLimits.ofAddress(site, 'typedCodes', address) : []),
      ...rateLimits.ofPlace(site, thread, kind),
    ];
    this.#mistakes = rateLimits.ofAddress(site, 'wrongCaptchas', address, kind);
  }

  /** Refuses what is too much, before anything is read; a few may be looked up, for they may be repeated ones. */
  refuseUnread(): void {
    this.#context.rateLimits.refuseUnread(this.#counters, 1);
  }

  /** Refuses what is too much. */
  refuse(): void {
    this.#context.rateLimits.refuse(this.#counters);
  }

  /**
   * Checks the captcha.
   *
   * @returns what has to be marked as used together with the comment
   * @throws ServiceProblem `captcha`; `rate-limited` after too many wrong ones
   */
  async prove(): Promise<Proof | undefined> {
    const { captcha, rateLimits } = this.#context;
    rateLimits.refuse(this.#mistakes);
    const { site, draft } = this.#request;
    return this.blame(() => captcha.check(draft.captcha, this.#thread, site.captcha));
  }

  /** Runs work that may find the captcha wrong, and counts it if so. */
  async blame<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = error instanceof ServiceProblem ? error.extras.reason : undefined;
      if (reason && COUNTED_REASONS.includes(reason)) {
        await this.#context.rateLimits.count(this.#mistakes);
      }
      throw error;
    }
  }

  /**
   * Counts the comment, and runs what stores it. What was not stored is not counted.
   *
   * @param store - gives undefined when it has stored nothing
   * @throws ServiceProblem `rate-limited`, `queue-full`
   */
  async admit<T>(store: () => Promise<T | undefined>): Promise<T | undefined> {
    const { rateLimits, pendingLimit } = this.#context;
    const { site } = this.#request;
    if (site.moderation === 'before') await pendingLimit.check(site);
    await rateLimits.count(this.#counters);
    let stored: T | undefined;
    try {
      stored = await this.blame(store);
      return stored;
    } finally {
      // The reason why it was not stored counts for more than a failure to give back.
      if (stored === undefined) await rateLimits.giveBack(this.#counters).catch(() => undefined);
    }
  }
}
