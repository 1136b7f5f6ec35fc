import { Loader } from '../loader.js';
import { CaptchaSession, thirdPartyProof } from './captcha/captcha-session.js';
import type { StoredDraft } from './drafts.js';
import { asProviderError, ProviderError } from './errors.js';
import { readCapabilities, readReceipt } from './read-answers.js';
import { CHANGED, type SessionListener } from './session-events.js';
import type {
  Capabilities,
  CaptchaProof,
  CaptchaProvider,
  CommentProvider,
  IdentityProvider,
  Receipt,
  Sort,
} from './types.js';

/** Settings that define a session. When one changes, a new session starts. */
export interface SessionSettings {
  readonly provider: CommentProvider;
  readonly thread: string;
  /** Identifies the thread across all engines, for the draft. */
  readonly draftName: string;
  /** The engine's own captcha. */
  readonly captchaProvider?: CaptchaProvider | undefined;
}

/** Values from the page that may change at any time. */
export interface SessionInputs {
  /** Replaces the engine's own captcha. */
  readonly captchaProvider?: CaptchaProvider | undefined;
  /** Third-party captcha, for engines that have none. */
  readonly captchaElements: readonly Element[];
  /** True if the page shows its own privacy notice, in place of the engine's. */
  readonly hasNotice: boolean;
  readonly identityProvider?: IdentityProvider | undefined;
  /** Comments per request. */
  readonly pageSize: number;
  readonly sort: Sort;
}

/** Result of one attempt to send. `mayBeStored`: the engine was reached and has not refused. */
type Attempt =
  | { readonly receipt: Receipt; readonly error?: undefined }
  | { readonly receipt?: undefined; readonly error: ProviderError; readonly mayBeStored: boolean };

interface Proofs {
  readonly identity: string | undefined;
  readonly captcha: CaptchaProof | undefined;
}

/**
 * Milliseconds that captcha and sign-in may take together. A slow phone needs about ten seconds for
 * its proof.
 */
const LIMIT = 60_000;

/** What the engine requires from authors: its settings, a captcha, a sign-in. */
export class Requirements {
  readonly settings: SessionSettings;
  readonly capabilities: Loader<Capabilities, ProviderError>;

  /** `undefined` until the capabilities have loaded, and for engines without their own captcha. */
  captcha: CaptchaSession | undefined;

  /** True if the engine requires a sign-in and nobody is signed in. */
  isSignedOut = false;

  /** Current values from the page. */
  inputs: SessionInputs;

  readonly #tell: SessionListener;

  constructor(settings: SessionSettings, inputs: SessionInputs, tell: SessionListener) {
    this.settings = settings;
    this.inputs = inputs;
    this.#tell = tell;
    this.capabilities = new Loader(asProviderError, () => this.#onCapabilities());
  }

  /** True if a third-party captcha replaces `captcha`. A service with its own cannot check one. */
  get isReplaced(): boolean {
    return this.inputs.captchaElements.length > 0 && !this.settings.captchaProvider;
  }

  /** Version of the privacy notice to agree to; `undefined` without a notice of engine or page. */
  get consentVersion(): string | undefined {
    const { state } = this.capabilities;
    const consent = state.kind === 'ready' ? state.value.consent : undefined;
    return consent?.version ?? (this.inputs.hasNotice ? 'page' : undefined);
  }

  /** Takes new values from the page. */
  update(inputs: SessionInputs): void {
    const { captchaProvider } = this.inputs;
    this.inputs = inputs;
    if (inputs.captchaProvider !== captchaProvider) this.#renewCaptcha();
  }

  /** Loads the capabilities. Known ones stay until newer ones arrive. */
  load(): void {
    const { provider } = this.settings;
    const ask = async (signal: AbortSignal): Promise<Capabilities> =>
      readCapabilities(await provider.capabilities(signal));
    void this.capabilities.load(ask, true);
  }

  /** Cancels the requests. */
  cancel(): void {
    this.capabilities.cancel();
    this.captcha?.cancel();
  }

  /**
   * Sends a draft once, with everything the engine requires.
   *
   * @param contact - separate from the draft, because drafts are stored
   * @param isRetry - true if an earlier attempt may have been stored
   */
  async attempt(draft: StoredDraft, contact: string, isRetry: boolean): Promise<Attempt> {
    const { provider, thread } = this.settings;
    const { idempotencyKey, sent } = draft;
    let wasSent = false;
    try {
      const options = { idempotencyKey, isRetry, ...(await this.#prove()) };
      wasSent = true;
      const comment = { ...sent!, contact: contact || undefined };
      return { receipt: readReceipt(await provider.submit!(thread, comment, options)) };
    } catch (thrown) {
      const error = asProviderError(thrown);
      return { error, mayBeStored: wasSent && error.outcomeUnknown };
    }
  }

  readonly #changed = (): void => this.#tell(CHANGED);

  /** Sets a time limit, because the proofs come from code of the page, which may never respond. */
  async #prove(): Promise<Proofs> {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ProviderError('timeout'));
        controller.abort();
      }, LIMIT);
    });
    const proofs = async (): Promise<Proofs> => ({
      identity: await this.#identify(signal),
      captcha: this.isReplaced
        ? thirdPartyProof(this.inputs.captchaElements)
        : await this.captcha?.proof(signal),
    });
    try {
      return await Promise.race([proofs(), limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  #onCapabilities(): void {
    const { state } = this.capabilities;
    if (state.kind === 'failed') {
      const detail = { operation: 'capabilities', error: state.error } as const;
      this.#tell({ kind: 'failed', detail });
    }
    if (state.kind === 'ready') {
      this.#renewCaptcha();
      void this.#askIdentity(state.value);
      this.#tell({ kind: 'offered' });
    }
    this.#changed();
  }

  #renewCaptcha(): void {
    const { state } = this.capabilities;
    if (state.kind !== 'ready') return;
    this.captcha?.cancel();
    const { thread, captchaProvider } = this.settings;
    const provider = this.inputs.captchaProvider ?? captchaProvider;
    this.captcha =
      provider && new CaptchaSession(provider, thread, state.value.captcha, this.#changed);
  }

  /** Checks the sign-in early, so authors know about it before they write. */
  async #askIdentity({ identity }: Capabilities): Promise<void> {
    try {
      this.isSignedOut = identity === 'required' && !(await this.#identify());
    } catch {
      // Sending asks again, and then reports the error to the author.
      this.isSignedOut = false;
    }
    this.#changed();
  }

  /** Keeps the identity private if the engine does not ask for it. */
  async #identify(signal?: AbortSignal): Promise<string | undefined> {
    const { state } = this.capabilities;
    if (state.kind !== 'ready' || state.value.identity === 'off') return undefined;
    return this.inputs.identityProvider?.token(signal);
  }
}
