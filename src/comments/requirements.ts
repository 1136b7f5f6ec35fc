import { Loader } from '../loader.js';
import { CaptchaSession, thirdPartyProof } from './captcha/captcha-session.js';
import type { StoredDraft } from './drafts.js';
import { asProviderError, ProviderError } from './errors.js';
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

/** What makes a conversation; anything else can change while it lasts. */
export interface SessionSettings {
  readonly provider: CommentProvider;
  readonly thread: string;
  /** Names the thread among all threads of all engines, for the draft. */
  readonly draftName: string;
  /** The engine's own captcha. */
  readonly captchaProvider?: CaptchaProvider | undefined;
}

/** What the page gives, and may change at any time. */
export interface SessionInputs {
  /** In the place of the engine's own captcha. */
  readonly captchaProvider?: CaptchaProvider | undefined;
  /** The captcha of a third party, for engines that have none of their own. */
  readonly captchaElements: readonly Element[];
  /** Whether the page shows a privacy notice, in the place of the engine's. */
  readonly hasNotice: boolean;
  readonly identityProvider?: IdentityProvider | undefined;
  /** Comments that are asked for at a time. */
  readonly pageSize: number;
  readonly sort: Sort;
}

/** How one attempt to send ended; `mayBeStored`: it got as far as the engine, which has not said no. */
type Attempt =
  | { readonly receipt: Receipt; readonly error?: undefined }
  | { readonly receipt?: undefined; readonly error: ProviderError; readonly mayBeStored: boolean };

interface Proofs {
  readonly identity: string | undefined;
  readonly captcha: CaptchaProof | undefined;
}

/** Milliseconds that captcha and sign-in may take together; a slow phone needs some ten seconds for its proof. */
const LIMIT = 60_000;

/** What the engine asks of whoever writes: its settings, a captcha, a sign-in. */
export class Requirements {
  readonly settings: SessionSettings;
  readonly capabilities: Loader<Capabilities, ProviderError>;

  /** `undefined` until the capabilities are known, and for engines without a captcha of their own. */
  captcha: CaptchaSession | undefined;

  /** Whether the engine takes comments of known people only, and nobody is signed in. */
  isSignedOut = false;

  /** As the page gives them now. */
  inputs: SessionInputs;

  readonly #tell: SessionListener;

  constructor(settings: SessionSettings, inputs: SessionInputs, tell: SessionListener) {
    this.settings = settings;
    this.inputs = inputs;
    this.#tell = tell;
    this.capabilities = new Loader(asProviderError, () => this.#onCapabilities());
  }

  /** Whether a third party's captcha is in the place of `captcha`. A service with one of its own cannot check it. */
  get isReplaced(): boolean {
    return this.inputs.captchaElements.length > 0 && !this.settings.captchaProvider;
  }

  /** Version of the notice to agree to; `undefined` when there is no notice, neither of the engine nor of the page. */
  get consentVersion(): string | undefined {
    const { state } = this.capabilities;
    const consent = state.kind === 'ready' ? state.value.consent : undefined;
    return consent?.version ?? (this.inputs.hasNotice ? 'page' : undefined);
  }

  /** Takes what the page gives now. */
  update(inputs: SessionInputs): void {
    const { captchaProvider } = this.inputs;
    this.inputs = inputs;
    if (inputs.captchaProvider !== captchaProvider) this.#renewCaptcha();
  }

  /** Asks the engine; what is known stays until there is something newer. */
  load(): void {
    const { provider } = this.settings;
    void this.capabilities.load((signal) => provider.capabilities(signal), true);
  }

  /** No longer waits for answers. */
  cancel(): void {
    this.capabilities.cancel();
    this.captcha?.cancel();
  }

  /**
   * Sends a draft once, with all that is asked for.
   *
   * @param contact - not part of the draft, which is kept
   * @param isRetry - whether an earlier attempt may have been stored
   */
  async attempt(draft: StoredDraft, contact: string, isRetry: boolean): Promise<Attempt> {
    const { provider, thread } = this.settings;
    const { idempotencyKey, sent } = draft;
    let wasSent = false;
    try {
      const options = { idempotencyKey, isRetry, ...(await this.#prove()) };
      wasSent = true;
      const comment = { ...sent!, contact: contact || undefined };
      return { receipt: await provider.submit!(thread, comment, options) };
    } catch (thrown) {
      const error = asProviderError(thrown);
      return { error, mayBeStored: wasSent && error.outcomeUnknown };
    }
  }

  readonly #changed = (): void => this.#tell(CHANGED);

  /** What is asked for comes from code of the page, which may never answer. */
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

  /** Whoever has to sign in should know that before writing. */
  async #askIdentity({ identity }: Capabilities): Promise<void> {
    try {
      this.isSignedOut = identity === 'required' && !(await this.#identify());
    } catch {
      // Asked again, with an answer to the citizen, when the comment is sent.
      this.isSignedOut = false;
    }
    this.#changed();
  }

  /** Who somebody is stays here when the engine does not ask. */
  async #identify(signal?: AbortSignal): Promise<string | undefined> {
    const { state } = this.capabilities;
    if (state.kind !== 'ready' || state.value.identity === 'off') return undefined;
    return this.inputs.identityProvider?.token(signal);
  }
}
