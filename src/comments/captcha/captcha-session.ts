import { Loader, type Loading } from '../../loader.js';
import { asProviderError, ProviderError } from '../errors.js';
import { readCode } from '../read-answers.js';
import type { CaptchaKind, CaptchaProof, CaptchaProvider, Challenge } from '../types.js';

type CodeChallenge = Extract<Challenge, { kind: 'code' }>;

/** The captcha of one box. */
export class CaptchaSession {
  /** Kinds that the author can choose from. */
  readonly kinds: readonly CaptchaKind[];

  /** True if the browser can solve none of the kinds that the engine accepts. */
  readonly isUnsolvable: boolean;

  /** Chosen kind; `undefined` if no captcha is required, or none can be solved. */
  kind: CaptchaKind | undefined;

  /** Text typed so far. */
  typed = '';

  readonly #provider: CaptchaProvider;
  readonly #thread: string;
  readonly #changed: () => void;
  readonly #code: Loader<CodeChallenge, ProviderError>;

  /**
   * @param offered - kinds that the engine accepts
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
    // On plain http, browsers lack the cryptography for a proof of work; some lack all of it.
    const hasCryptography = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
    this.kinds = offered.filter((kind) => kind !== 'pow' || hasCryptography);
    this.isUnsolvable = offered.length > 0 && !this.kinds.length;
    this.choose(this.kinds.includes('pow') ? 'pow' : this.kinds[0]);
  }

  choose(kind: CaptchaKind | undefined): void {
    this.kind = kind;
    if (kind === 'code') this.refresh();
    else this.#changed();
  }

  /** The digits to type. */
  get code(): Loading<CodeChallenge, ProviderError> {
    return this.#code.state;
  }

  /** @param text - current text of the field */
  type(text: string): void {
    this.typed = text;
    this.#changed();
  }

  /** Loads new digits. The old ones are no longer valid. */
  refresh(): void {
    this.typed = '';
    void this.#code.load(async (signal) =>
      readCode(await this.#provider.challenge(this.#thread, 'code', signal)),
    );
  }

  /** Loads new digits after a guess, because any guess uses them up. */
  used(): void {
    if (this.kind === 'code') this.refresh();
  }

  cancel(): void {
    this.#code.cancel();
  }

  /** Loads the digits if their request was cancelled. */
  resume(): void {
    if (this.kind === 'code' && this.code.kind === 'idle') this.refresh();
  }

  /**
   * Makes the proof for one request. A retry sends the same digits, because a lost request has not
   * used them up.
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
    // After a reload nothing is typed yet. A comment stored before the reload is found without a
    // captcha.
    if (code.kind !== 'ready' || !typed) return undefined;
    return this.#provider.solve(code.value, typed, signal);
  }
}

/**
 * Reads the response of a third-party captcha. Such widgets write it to a hidden field, for example
 * `cf-turnstile-response` or `g-recaptcha-response`.
 *
 * @param elements - content of the slot
 * @throws ProviderError `captcha` while there is no response
 */
export function thirdPartyProof(elements: readonly Element[]): CaptchaProof {
  for (const element of elements) {
    const field = element.querySelector<HTMLInputElement>('[name$="-response"]');
    if (field?.value) return { kind: field.name, payload: field.value };
  }
  throw new ProviderError('captcha', { fields: [{ field: 'captcha', key: 'missing' }] });
}
