import { Loader, type Loading } from '../../loader.js';
import { asProviderError, ProviderError } from '../errors.js';
import type { CaptchaKind, CaptchaProof, CaptchaProvider, Challenge } from '../types.js';

type CodeChallenge = Extract<Challenge, { kind: 'code' }>;

/** How a box proves that a person is at work. */
export class CaptchaSession {
  /** Kinds that the citizen can choose from. */
  readonly kinds: readonly CaptchaKind[];

  /** The kind in use; `undefined` when none is asked for. */
  kind: CaptchaKind | undefined;

  /** What was typed. */
  typed = '';

  readonly #provider: CaptchaProvider;
  readonly #thread: string;
  readonly #changed: () => void;
  readonly #code: Loader<CodeChallenge, ProviderError>;

  /**
   * @param offered - kinds that the engine takes
   * @param changed - called after every change
   */
  constructor(
    provider: CaptchaProvider,
    thread: string,
    offered: readonly CaptchaKind[],
    changed: () => void,
  ) {
    this.#provider = provider;
    this.#thread = thread;
    this.#changed = changed;
    this.#code = new Loader(asProviderError, changed);
    // On plain http browsers have no cryptography to prove work with.
    this.kinds = offered.filter((kind) => kind !== 'pow' || 'subtle' in crypto);
    this.choose(this.kinds.includes('pow') ? 'pow' : this.kinds[0]);
  }

  choose(kind: CaptchaKind | undefined): void {
    this.kind = kind;
    if (kind === 'code') this.refresh();
    else this.#changed();
  }

  /** The digits to be typed. */
  get code(): Loading<CodeChallenge, ProviderError> {
    return this.#code.state;
  }

  /** @param text - what is in the field now */
  type(text: string): void {
    this.typed = text;
    this.#changed();
  }

  /** Other digits; those of before are of no use any more. */
  refresh(): void {
    this.typed = '';
    void this.#code.load(
      (signal) => this.#provider.challenge(this.#thread, 'code', signal) as Promise<CodeChallenge>,
    );
  }

  /** Digits are used up by a guess, right or wrong. */
  used(): void {
    if (this.kind === 'code') this.refresh();
  }

  cancel(): void {
    this.#code.cancel();
  }

  /** Asks for the digits that nobody waited for. */
  resume(): void {
    if (this.kind === 'code' && this.code.kind === 'idle') this.refresh();
  }

  /**
   * The proof for one request. The same digits are sent again in a retry, because a lost request used up nothing.
   *
   * @throws ProviderError
   */
  async proof(signal: AbortSignal): Promise<CaptchaProof | undefined> {
    const { kind, code, typed } = this;
    if (!kind) return undefined;
    if (kind === 'pow') {
      const challenge = await this.#provider.challenge(this.#thread, kind, signal);
      return this.#provider.solve(challenge, '', signal);
    }
    // After a reload there is nothing typed; what was stored before the reload is found without it.
    if (code.kind !== 'ready' || !typed) return undefined;
    return this.#provider.solve(code.value, typed, signal);
  }
}

/**
 * The answer of a third party's captcha: such widgets leave it in a hidden field of their own, for example
 * `cf-turnstile-response` or `g-recaptcha-response`.
 *
 * @param elements - what stands in the slot
 * @throws ProviderError `captcha` while there is no answer
 */
export function thirdPartyProof(elements: readonly Element[]): CaptchaProof {
  for (const element of elements) {
    const field = element.querySelector<HTMLInputElement>('[name$="-response"]');
    if (field?.value) return { kind: field.name, payload: field.value };
  }
  throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'missing' }] });
}
