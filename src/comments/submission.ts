import { type DraftStore, newIdempotencyKey, type StoredDraft } from './draft-store.js';
import { asProviderError } from './loading.js';
import type { ProviderError } from './provider-error.js';
import type { CaptchaProof, CommentDraft, Receipt, SubmitOptions } from './types.js';

/** How far the comment in the form has come. */
export type SubmissionState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending' }
  /** It may have been stored; `waiting` says that a retry follows by itself. */
  | { readonly kind: 'unconfirmed'; readonly waiting: boolean }
  /** It was not stored, and is still in the form. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  | { readonly kind: 'accepted'; readonly receipt: Receipt };

/** What a submission needs from elsewhere; the first three reject with a `ProviderError`. */
export interface SubmissionContext {
  send(draft: CommentDraft, options: SubmitOptions): Promise<Receipt>;
  proof(): Promise<CaptchaProof | undefined>;
  identity(): Promise<string | undefined>;
  changed(): void;
  accepted(receipt: Receipt, draft: CommentDraft): void;
  failed(error: ProviderError): void;
}

/** Milliseconds between the attempts for a comment whose outcome is unknown. */
const DELAYS = [1000, 2000, 4000, 8000, 15_000, 30_000];

const emptyDraft = (): StoredDraft => ({
  idempotencyKey: newIdempotencyKey(),
  body: '',
  authorName: '',
});

/**
 * One comment on its way from the form to the engine. Its text is kept until a receipt is there. Each draft has
 * one key, and a retry says exactly the same, so that nothing is stored twice.
 */
export class Submission {
  state: SubmissionState = { kind: 'editing' };

  /** What is in the form. */
  draft: StoredDraft;

  /** In the form too, and nowhere else: contacts are not kept. */
  contact = '';

  readonly #store: DraftStore;
  readonly #context: SubmissionContext;
  #endWait: (() => void) | undefined;

  constructor(store: DraftStore, context: SubmissionContext) {
    this.#store = store;
    this.#context = context;
    this.draft = store.load() ?? emptyDraft();
  }

  /** Whether the draft must not change, because a retry has to say the same. */
  get locked(): boolean {
    return this.state.kind === 'sending' || this.state.kind === 'unconfirmed';
  }

  /** Whether there is a text that would not outlive the page. */
  get fleeting(): boolean {
    return !this.#store.lasting && Boolean(this.draft.body);
  }

  /** Changes the draft, unless it is on its way. */
  edit(changes: Partial<Pick<StoredDraft, 'body' | 'authorName' | 'parent' | 'consent'>>): void {
    if (this.locked) return;
    this.#keep({ ...this.draft, ...changes });
    this.#context.changed();
  }

  /**
   * Sends the draft, unless it is on its way.
   *
   * @param lang - language of the page
   */
  async submit(lang: string): Promise<void> {
    if (this.locked) return;
    const { body, authorName, parent, consent } = this.draft;
    const sent = { body, authorName: authorName || undefined, parentId: parent?.id, lang, consent };
    this.#keep({ ...this.draft, sent });
    await this.#run(false);
  }

  /** Goes on with what was sent before the page was left. */
  async resume(): Promise<void> {
    if (this.draft.sent && this.state.kind === 'editing') await this.#run(true);
  }

  /** Tries again now instead of later, or once more after the last attempt. */
  async retry(): Promise<void> {
    if (this.#endWait) this.#endWait();
    else if (this.state.kind === 'unconfirmed' && !this.state.waiting) await this.#run(true);
  }

  /** Gives up a comment that may have been stored, and leaves its text in the form as a new draft. */
  takeBack(): void {
    if (this.state.kind !== 'unconfirmed') return;
    this.#keep({ ...this.draft, idempotencyKey: newIdempotencyKey(), sent: undefined });
    this.#set({ kind: 'editing' });
    this.#endWait?.();
  }

  /**
   * Sends until the outcome is known.
   *
   * @param uncertain - whether an earlier request may have been stored
   */
  readonly #run = async (uncertain: boolean): Promise<void> => {
    const { idempotencyKey, sent } = this.draft;
    this.#set(uncertain ? { kind: 'unconfirmed', waiting: true } : { kind: 'sending' });
    for (const delay of DELAYS) {
      const { receipt, error, wasSent } = await this.#attempt(sent!, {
        idempotencyKey,
        isRetry: uncertain,
      });
      const takenBack = this.draft.idempotencyKey !== idempotencyKey;
      if (receipt) this.#accept(receipt, sent!, takenBack);
      if (receipt || takenBack) return;
      uncertain ||= wasSent && error.outcomeUnknown;
      // An engine looks the key up before it refuses, so a refusal says that nothing is stored.
      if (!uncertain || !error.retryable) return this.#refuse(error);
      if (this.state.kind === 'sending') this.#context.failed(error);
      this.#set({ kind: 'unconfirmed', waiting: true });
      await this.#wait(error.retryAfterMs ?? delay);
      if (this.draft.idempotencyKey !== idempotencyKey) return;
    }
    this.#set({ kind: 'unconfirmed', waiting: false });
  };

  readonly #attempt = async (
    sent: CommentDraft,
    options: SubmitOptions,
  ): Promise<
    | { receipt: Receipt; error?: undefined; wasSent: true }
    | { receipt?: undefined; error: ProviderError; wasSent: boolean }
  > => {
    const draft = { ...sent, contact: this.contact || undefined };
    let wasSent = false;
    try {
      const identity = await this.#context.identity();
      const captcha = await this.#context.proof();
      wasSent = true;
      const receipt = await this.#context.send(draft, { ...options, captcha, identity });
      return { receipt, wasSent };
    } catch (error) {
      return { error: asProviderError(error), wasSent };
    }
  };

  /** @param takenBack - whether the citizen has gone on meanwhile; what was written since then stays */
  readonly #accept = (receipt: Receipt, sent: CommentDraft, takenBack: boolean): void => {
    if (!takenBack || (!this.locked && this.draft.body === sent.body)) {
      this.#store.clear();
      this.draft = emptyDraft();
      this.contact = '';
      this.#set({ kind: 'accepted', receipt });
    }
    this.#context.accepted(receipt, sent);
  };

  readonly #refuse = (error: ProviderError): void | Promise<void> => {
    if (error.kind === 'key-reused') {
      // Another tab had a copy of this draft and has sent it with another text; this one is a comment of its own.
      this.#keep({ ...this.draft, idempotencyKey: newIdempotencyKey() });
      return this.#run(false);
    }
    this.#keep({ ...this.draft, sent: undefined });
    this.#set({ kind: 'refused', error });
    this.#context.failed(error);
  };

  readonly #wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#endWait = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      this.#endWait = end;
    });

  readonly #keep = (draft: StoredDraft): void => {
    this.draft = draft;
    this.#store.save(draft);
  };

  readonly #set = (state: SubmissionState): void => {
    this.state = state;
    this.#context.changed();
  };
}
