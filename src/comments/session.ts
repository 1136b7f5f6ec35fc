import { DraftStore } from './drafts.js';
import { asProviderError } from './errors.js';
import { CommentList } from './list.js';
import { type PostedComment, postedComment, withStatus } from './posted.js';
import { readPage, readReceiptStatus } from './read-answers.js';
import { Requirements, type SessionInputs, type SessionSettings } from './requirements.js';
import { CHANGED, type SessionEvent, type SessionListener } from './session-events.js';
import { Submission } from './submission.js';
import type { CommentProvider, ReceiptStatus, Sort } from './types.js';

/** Everything between one box and one thread. Its parts fail and recover independently. */
export class CommentSession {
  readonly settings: SessionSettings;
  readonly drafts: DraftStore;
  readonly requirements: Requirements;
  readonly list: CommentList;
  readonly submission: Submission;
  /** Comment id → its replies, once they have been opened. */
  readonly replies = new Map<string, CommentList>();
  /** What else ends when all requests are cancelled. */
  readonly ends = new Set<() => void>();
  /** Number of changes of replies. */
  repliesRevision = 0;
  /** Comments posted in this visit, newest first. */
  posted: readonly PostedComment[] = [];

  readonly #tell: SessionListener;

  /** @param tell - receives all events */
  constructor(settings: SessionSettings, inputs: SessionInputs, tell: SessionListener) {
    this.settings = settings;
    this.#tell = tell;
    this.drafts = new DraftStore(settings.draftName, this.#changed);
    this.list = this.#createList(inputs.sort, undefined);
    this.requirements = new Requirements(settings, inputs, this.#hear);
    this.submission = new Submission(this.drafts, this.requirements, this.#hear);
  }

  /** Takes new values from the page. */
  update(inputs: SessionInputs): void {
    const { sort, pageSize } = this.requirements.inputs;
    this.requirements.update(inputs);
    if (inputs.sort !== sort || inputs.pageSize !== pageSize) {
      void this.list.load(inputs.sort);
    }
  }

  /** Starts, or continues after the box was moved in the DOM. */
  open(): void {
    this.drafts.claim();
    this.submission.open();
    this.requirements.captcha?.resume();
    const { kind } = this.requirements.capabilities.state;
    if (kind === 'idle') this.requirements.load();
    else if (kind !== 'loading') void this.submission.resume();
    for (const list of this.#lists()) {
      if (list.state.kind === 'loading' && list.isIdle) void list.load();
    }
  }

  /** Leaves the draft to the next box on the thread. The requests go on. */
  leave(): void {
    this.submission.pause();
    this.drafts.release();
  }

  /** Cancels all requests, but goes on sending a comment until its outcome is known. */
  quit(): void {
    this.leave();
    this.requirements.cancel();
    for (const list of this.#lists()) list.cancel();
    for (const end of this.ends) end();
  }

  /** Cancels all requests. */
  close(): void {
    this.quit();
    this.submission.stop();
  }

  /** Loads everything again and bypasses cached responses. */
  reload(): void {
    this.replies.clear();
    this.requirements.load();
    void this.list.load();
  }

  /** Repeats everything that failed for lack of a connection. */
  retry(): void {
    const { capabilities } = this.requirements;
    this.submission.retry();
    if (capabilities.state.kind === 'failed') void capabilities.retry();
    if (this.list.state.kind === 'failed') void this.list.retry();
  }

  /** Loads the replies to a comment, or more of them. */
  loadReplies(id: string): Promise<void> {
    const list = this.replies.get(id) ?? this.#createList('oldest', id);
    this.replies.set(id, list);
    return list.loadMore();
  }

  /**
   * Looks up the status of a comment.
   *
   * @param token - the receipt number
   * @throws ProviderError
   */
  async status(token: string, signal: AbortSignal): Promise<ReceiptStatus> {
    const status = await this.#ask(
      'status',
      async () => readReceiptStatus(await this.settings.provider.status!(token, signal)),
      signal,
    );
    if (!signal.aborted) this.#onStatus(status);
    return status;
  }

  /**
   * Withdraws the comment of a receipt.
   *
   * @throws ProviderError
   */
  withdraw(token: string): Promise<void> {
    return this.#ask('withdraw', () => this.settings.provider.withdraw!(token));
  }

  /**
   * Reports a comment to the moderators.
   *
   * @throws ProviderError
   */
  report(id: string, reason: string): Promise<void> {
    return this.#ask('report', () => this.settings.provider.report!(id, reason));
  }

  readonly #changed = (): void => this.#tell(CHANGED);

  readonly #hear = (event: SessionEvent): void => {
    const { captcha } = this.requirements;
    if (event.kind === 'accepted') {
      this.posted = [postedComment(event.detail.receipt, event.draft), ...this.posted];
      captcha?.used();
    }
    if (event.kind === 'failed' && event.detail.operation === 'submit') {
      const { kind } = event.detail.error;
      // The author has to read the new notice before agreeing to it.
      if (kind === 'consent') this.requirements.load();
      if (kind === 'captcha') captcha?.used();
    }
    this.#tell(event);
    // A comment sent before a reload waits until its captcha can be solved.
    if (event.kind === 'offered') void this.submission.resume();
  };

  /** Reports a failed operation to the page, unless it was cancelled. */
  async #ask<Value>(
    operation: keyof CommentProvider,
    ask: () => Promise<Value>,
    signal?: AbortSignal,
  ): Promise<Value> {
    try {
      return await ask();
    } catch (thrown) {
      const error = asProviderError(thrown);
      if (!signal?.aborted) this.#tell({ kind: 'failed', detail: { operation, error } });
      throw error;
    }
  }

  /** The comments of the thread, and the replies that have been opened. */
  #lists(): readonly CommentList[] {
    return [this.list, ...this.replies.values()];
  }

  #createList(sort: Sort, parentId: string | undefined): CommentList {
    const { provider, thread } = this.settings;
    const list: CommentList = new CommentList(
      (cursor, sort, signal) => {
        const { pageSize: limit } = this.requirements.inputs;
        const request = { cursor, limit, sort, parentId, signal };
        return this.#ask(
          'list',
          async () => readPage(await provider.list(thread, request)),
          signal,
        );
      },
      sort,
      () => {
        const { kind, total, published: count = total } = list.state;
        if (parentId) this.repliesRevision += 1;
        this.#changed();
        if (kind === 'ready' && !parentId && count !== undefined) {
          this.#tell({ kind: 'count', detail: { thread, count } });
        }
      },
    );
    return list;
  }

  /** Updates the status of comments posted in this visit. */
  #onStatus(found: ReceiptStatus): void {
    const { id, status } = found;
    this.posted = this.posted.map((posted) => withStatus(posted, found));
    const { state } = this.submission;
    if (state.kind === 'accepted' && state.receipt.id === id && state.receipt.status !== status) {
      this.submission.dismiss();
    }
    if (status === 'withdrawn') void this.list.load();
    this.#tell({ kind: 'status', detail: { status: found } });
  }
}
