import { type DraftStore, newIdempotencyKey, type StoredDraft } from './drafts.js';
import { asProviderError } from './loading.js';
import { ProviderError } from './errors.js';
import type { CaptchaProof, CommentDraft, Receipt, SubmitOptions } from './types.js';

/** How far the comment in the form has come. */
export type SubmissionState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending' }
  /** It may have been stored. `asking`: a retry is under way; else one follows by itself. */
  | { readonly kind: 'unconfirmed'; readonly asking: boolean; readonly error?: ProviderError }
  /** It was not stored, and is still in the form. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  | { readonly kind: 'accepted'; readonly receipt: Receipt };

/** What a submission needs from elsewhere; the first three reject with a `ProviderError`. */
export interface SubmissionContext {
  send(draft: CommentDraft, options: SubmitOptions): Promise<Receipt>;
  proof(signal: AbortSignal): Promise<CaptchaProof | undefined>;
  identity(signal: AbortSignal): Promise<string | undefined>;
  changed(): void;
  accepted(receipt: Receipt, draft: StoredDraft): void;
  failed(error: ProviderError): void;
}

/** Milliseconds between the attempts for a comment whose outcome is unknown; the last one repeats. */
const DELAYS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Milliseconds that captcha and sign-in may take together; a slow phone needs some ten seconds for its proof. */
const PREPARATION = 60_000;

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
  /** The latest run, while it lasts. */
  #run: object | undefined;
  #isPaused = false;

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

  /** Changes the contact, unless the draft is on its way. */
  editContact(contact: string): void {
    if (this.locked) return;
    this.contact = contact;
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
    await this.#sendUntilKnown(false);
  }

  /**
   * Leaves the draft to whoever opens the thread next: what comes of a request under way is not looked at, and
   * asked for again.
   */
  pause(): void {
    this.#isPaused = true;
    this.#endWait?.();
  }

  /** Takes up the draft as it is stored now, which another box may have finished meanwhile. */
  open(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    const { idempotencyKey } = this.draft;
    const stored = this.#store.load();
    if (stored?.idempotencyKey === idempotencyKey) return;
    this.draft = stored ?? emptyDraft();
    if (this.locked) this.#set({ kind: 'editing' });
  }

  /** Goes on with what was sent before the page was left. */
  async resume(): Promise<void> {
    if (this.draft.sent && !this.#run) await this.#sendUntilKnown(true);
  }

  /** Asks again now instead of later. */
  retry(): void {
    this.#endWait?.();
  }

  /** Gives up a comment that may have been stored, and leaves its text in the form as a new draft. */
  takeBack(): void {
    if (this.state.kind !== 'unconfirmed') return;
    this.#keep({ ...this.draft, idempotencyKey: newIdempotencyKey(), sent: undefined });
    this.#set({ kind: 'editing' });
    this.#endWait?.();
  }

  /** No longer shows what became of the comment that was sent last. */
  dismiss(): void {
    if (!this.locked) this.#set({ kind: 'editing' });
  }

  /**
   * Sends until the outcome is known.
   *
   * @param uncertain - whether an earlier request may have been stored
   */
  readonly #sendUntilKnown = async (uncertain: boolean): Promise<void> => {
    const run = (this.#run = {});
    this.#set(uncertain ? { kind: 'unconfirmed', asking: true } : { kind: 'sending' });
    try {
      await this.#repeat(this.draft, uncertain);
    } finally {
      if (this.#run === run) this.#run = undefined;
    }
  };

  readonly #repeat = async (draft: StoredDraft, uncertain: boolean): Promise<void> => {
    const isLeft = (): boolean =>
      this.#isPaused || this.draft.idempotencyKey !== draft.idempotencyKey;
    for (let attempt = 0; ; attempt += 1) {
      const { receipt, error, wasSent } = await this.#attempt(draft, uncertain);
      if (receipt && !this.#isPaused) this.#accept(receipt, draft);
      if (receipt || isLeft()) return;
      const isNews = !uncertain;
      uncertain ||= wasSent && error.outcomeUnknown;
      if (!uncertain || error.isFinal) return this.#refuse(error);
      this.#set({ kind: 'unconfirmed', asking: false, error });
      if (isNews) this.#context.failed(error);
      await this.#wait(error.retryAfterMs ?? DELAYS[Math.min(attempt, DELAYS.length - 1)]!);
      if (isLeft()) return;
      this.#set({ kind: 'unconfirmed', asking: true, error });
    }
  };

  readonly #attempt = async (
    { sent, idempotencyKey }: StoredDraft,
    isRetry: boolean,
  ): Promise<
    | { receipt: Receipt; error?: undefined; wasSent: true }
    | { receipt?: undefined; error: ProviderError; wasSent: boolean }
  > => {
    let wasSent = false;
    try {
      const [identity, captcha] = await this.#prepare();
      const draft = { ...sent!, contact: this.contact || undefined };
      wasSent = true;
      const options = { idempotencyKey, isRetry, captcha, identity };
      return { receipt: await this.#context.send(draft, options), wasSent };
    } catch (error) {
      return { error: asProviderError(error), wasSent };
    }
  };

  /** What code of the page is asked for may never come. */
  readonly #prepare = async (): Promise<[string | undefined, CaptchaProof | undefined]> => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ProviderError('timeout'));
        controller.abort();
      }, PREPARATION);
    });
    const { signal } = controller;
    const ready = (async () => {
      const identity = await this.#context.identity(signal);
      return [identity, await this.#context.proof(signal)] as [typeof identity, CaptchaProof];
    })();
    try {
      return await Promise.race([ready, limit]);
    } finally {
      clearTimeout(timer);
    }
  };

  /** Also the late receipt of a comment that was taken back; what was written since then stays. */
  readonly #accept = (receipt: Receipt, draft: StoredDraft): void => {
    const isSame = this.draft.idempotencyKey === draft.idempotencyKey;
    if (isSame || (!this.locked && this.draft.body === draft.body)) {
      this.#store.clear();
      this.draft = emptyDraft();
      this.contact = '';
      this.#set({ kind: 'accepted', receipt });
    }
    this.#context.accepted(receipt, draft);
  };

  readonly #refuse = (error: ProviderError): void | Promise<void> => {
    if (error.kind === 'key-reused') {
      // Another tab had a copy of this draft and has sent it with another text; this one is a comment of its own.
      this.#keep({ ...this.draft, idempotencyKey: newIdempotencyKey() });
      return this.#sendUntilKnown(false);
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
