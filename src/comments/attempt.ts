import type { StoredDraft } from './drafts.js';
import { asProviderError, type ProviderError } from './errors.js';
import type { CaptchaProof, CommentProvider, Receipt } from './types.js';

/** What proves who sends a comment, and that a person does. */
export interface Proofs {
  readonly identity?: string | undefined;
  readonly captcha?: CaptchaProof | undefined;
}

/** Where a comment goes. */
export interface Target {
  readonly settings: {
    readonly provider: Pick<CommentProvider, 'submit'>;
    readonly thread: string;
  };
  /** What goes with one comment; rejects with anything. */
  prove(): Promise<Proofs>;
}

/** How one attempt ended; `mayBeStored`: it got as far as the engine, which has not said no. */
type Attempt =
  | { readonly receipt: Receipt; readonly error?: undefined }
  | { readonly receipt?: undefined; readonly error: ProviderError; readonly mayBeStored: boolean };

/**
 * Sends a draft once.
 *
 * @param contact - not part of the draft, which is kept
 * @param isRetry - whether an earlier attempt may have been stored
 */
export async function attempt(
  target: Target,
  { sent, idempotencyKey }: StoredDraft,
  contact: string,
  isRetry: boolean,
): Promise<Attempt> {
  const { provider, thread } = target.settings;
  let wasSent = false;
  try {
    const options = { idempotencyKey, isRetry, ...(await target.prove()) };
    const draft = { ...sent!, contact: contact || undefined };
    wasSent = true;
    return { receipt: await provider.submit!(thread, draft, options) };
  } catch (thrown) {
    const error = asProviderError(thrown);
    return { error, mayBeStored: wasSent && error.outcomeUnknown };
  }
}

/** Milliseconds between the attempts for a comment whose outcome is unknown; the last one repeats. */
const DELAYS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Waits longer and longer between attempts. */
export class BackOff {
  /** Ends the wait of now. */
  end: () => void = () => undefined;

  /**
   * @param attempts - how many there have been before the latest one
   * @param milliseconds - the wait, where the engine says how long
   */
  wait(attempts: number, milliseconds: number | undefined): Promise<void> {
    const delay = milliseconds ?? DELAYS[Math.min(attempts, DELAYS.length - 1)];
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
