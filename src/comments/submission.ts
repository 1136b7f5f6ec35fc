import { type DraftStore, newIdempotencyKey, type StoredDraft } from './drafts.js';
import type { ProviderError } from './errors.js';
import type { Requirements } from './requirements.js';
import { CHANGED, type SessionListener } from './session-events.js';
import type { Receipt } from './types.js';

/** State of the comment in the form. */
export type SubmissionState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending' }
  /** The comment may have been stored. `asking`: a retry is under way; else one will follow. */
  | { readonly kind: 'unconfirmed'; readonly asking: boolean; readonly error?: ProviderError }
  /** The comment was not stored and is still in the form. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  | { readonly kind: 'accepted'; readonly receipt: Receipt };

/** Parts of a draft that an author can change. */
type Changes = Partial<
  Pick<StoredDraft, 'body' | 'authorName' | 'parent' | 'consent'> & { readonly contact: string }
>;

/** Milliseconds between the retries while the outcome is unknown. The last value repeats. */
const DELAYS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Sends one comment from the form to the engine. Its text is kept until the receipt arrives. Each
 * draft has one key, and a retry sends exactly the same, so nothing is stored twice.
 */
export class Submission {
  state: SubmissionState = { kind: 'editing' };

  /** Contact in the form. It is never stored, so it is not part of the draft. */
  contact = '';

  readonly #store: DraftStore;
  readonly #requirements: Requirements;
  readonly #tell: SessionListener;
  #endWait: (() => void) | undefined;
  /** The current run; `undefined` when it has ended. */
  #run: Promise<void> | undefined;
  #isPaused = false;
  #isStopped = false;

  /** @param tell - receives all events */
  constructor(store: DraftStore, requirements: Requirements, tell: SessionListener) {
    this.#store = store;
    this.#requirements = requirements;
    this.#tell = tell;
  }

  /** The current content of the form. */
  get draft(): StoredDraft {
    return this.#store.draft;
  }

  /** True if the draft must not change, because a retry has to send the same. */
  get locked(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'unconfirmed';
  }

  /** Changes the draft, unless it is being sent. Saves text after a pause, the rest at once. */
  edit({ contact = this.contact, ...changes }: Changes): void {
    if (this.locked) return;
    this.contact = contact;
    if ('parent' in changes || 'consent' in changes) this.#store.save(changes);
    else if ('body' in changes || 'authorName' in changes) this.#store.saveLater(changes);
    this.#tell(CHANGED);
  }

  /**
   * Sends the draft, unless it is being sent.
   *
   * @param lang - language of the page
   */
  async submit(lang: string): Promise<void> {
    if (this.locked) return;
    const { body, authorName, parent, consent } = this.draft;
    const sent = { body, authorName: authorName || undefined, parentId: parent?.id, lang, consent };
    this.#store.save({ sent });
    await this.#sendUntilKnown(false);
  }

  /**
   * Leaves the draft to the next box on the thread. A comment that is being sent is sent until its
   * outcome is known, which is ignored: the next box requests it again.
   */
  pause(): void {
    this.#isPaused = true;
  }

  /** Ends the retries of a draft that was left. */
  stop(): void {
    this.#isStopped = true;
    this.#endWait?.();
  }

  /** Waits until nothing is being sent. */
  async settled(): Promise<void> {
    await this.#run;
  }

  /** Takes up the draft again. Another box may have sent it meanwhile. */
  open(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#isStopped = false;
    if (this.#store.reopen() && this.locked) this.#set({ kind: 'editing' });
  }

  /** Continues with a comment that was sent before the page was left. */
  async resume(): Promise<void> {
    if (this.draft.sent && !this.#run) await this.#sendUntilKnown(true);
  }

  /** Retries at once. */
  retry(): void {
    this.#endWait?.();
  }

  /** Gives up a comment that may have been stored. Its text stays in the form as a new draft. */
  takeBack(): void {
    if (this.state.kind !== 'unconfirmed') return;
    this.#store.save({ idempotencyKey: newIdempotencyKey(), sent: undefined });
    this.#set({ kind: 'editing' });
    this.#endWait?.();
  }

  /** Hides the result of the last comment. */
  dismiss(): void {
    if (!this.locked) this.#set({ kind: 'editing' });
  }

  /**
   * Sends until the outcome is known.
   *
   * @param uncertain - true if an earlier request may have been stored
   */
  async #sendUntilKnown(uncertain: boolean): Promise<void> {
    this.#set(uncertain ? { kind: 'unconfirmed', asking: true } : { kind: 'sending' });
    const run = (this.#run = this.#repeat(this.draft, uncertain));
    try {
      await run;
    } finally {
      if (this.#run === run) this.#run = undefined;
    }
  }

  async #repeat(draft: StoredDraft, uncertain: boolean): Promise<void> {
    const isLeft = (): boolean =>
      this.#isStopped || this.draft.idempotencyKey !== draft.idempotencyKey;
    for (let attempts = 0; ; attempts += 1) {
      const outcome = await this.#requirements.attempt(draft, this.contact, uncertain);
      const { receipt, error } = outcome;
      if (receipt && this.#isPaused) this.contact = '';
      else if (receipt) this.#accept(receipt, draft);
      if (receipt || isLeft()) return;
      const isNews = !uncertain;
      uncertain ||= outcome.mayBeStored;
      if (!uncertain || error.isFinal) return this.#refuse(error);
      this.#set({ kind: 'unconfirmed', asking: false, error });
      if (isNews) this.#fail(error);
      await this.#wait(error.retryAfterMs ?? DELAYS[Math.min(attempts, DELAYS.length - 1)]!);
      if (isLeft()) return;
      this.#set({ kind: 'unconfirmed', asking: true, error });
    }
  }

  /** Accepts a receipt, even for a comment that was taken back. Newer text in the form stays. */
  #accept(receipt: Receipt, draft: StoredDraft): void {
    const isSame = this.draft.idempotencyKey === draft.idempotencyKey;
    if (isSame || (!this.locked && this.draft.body === draft.body)) {
      this.#store.clear();
      this.contact = '';
      this.#set({ kind: 'accepted', receipt });
    }
    this.#tell({ kind: 'accepted', detail: { receipt }, draft });
  }

  async #refuse(error: ProviderError): Promise<void> {
    // The next box on the thread asks again, and says it.
    if (this.#isPaused) return;
    if (error.kind === 'key-reused') {
      // Another tab has sent a copy of this draft with another text, so this text becomes a new
      // comment.
      this.#store.save({ idempotencyKey: newIdempotencyKey() });
      return this.#sendUntilKnown(false);
    }
    this.#store.save({ sent: undefined });
    this.#set({ kind: 'refused', error });
    this.#fail(error);
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(state: SubmissionState): void {
    this.state = state;
    this.#tell(CHANGED);
  }

  #fail(error: ProviderError): void {
    this.#tell({ kind: 'failed', detail: { operation: 'submit', error } });
  }
}
