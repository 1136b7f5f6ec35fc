import { CaptchaSession, thirdPartyProof } from './captcha/captcha-session.js';
import { CommentList } from './comment-list.js';
import { DraftStore } from './draft-store.js';
import { Loader, type Loading } from './loading.js';
import type { ProviderError } from './provider-error.js';
import { ReceiptLookup } from './receipt-lookup.js';
import { Submission } from './submission.js';
import type {
  Capabilities,
  CaptchaProof,
  CaptchaProvider,
  CommentDraft,
  CommentProvider,
  CommentRecord,
  IdentityProvider,
  Receipt,
  ReceiptStatus,
  Sort,
} from './types.js';

/** What a box is told by its attributes and properties. */
export interface SessionSettings {
  readonly provider: CommentProvider;
  readonly captchaProvider: CaptchaProvider | undefined;
  readonly identityProvider: IdentityProvider | undefined;
  readonly thread: string;
  readonly sort: Sort;
  readonly pageSize: number;
  /** Names the thread among all threads of all engines, for the draft. */
  readonly draftName: string;
}

/** What a session tells its box. */
export interface SessionListener {
  changed(): void;
  accepted(receipt: Receipt): void;
  /** Something did not work; `what` is the name of a method of the provider. */
  failed(what: keyof CommentProvider, error: ProviderError): void;
  counted(count: number): void;
  status(status: ReceiptStatus): void;
  /** What stands in the slot `captcha`. */
  thirdPartyCaptcha(): readonly Element[];
}

/** A comment of this visit, which the lists may not show yet. */
export interface PostedComment {
  readonly record: CommentRecord;
  /** The receipt number. */
  readonly token: string | null;
}

/** Everything between one box and one thread. The parts fail and recover independently of each other. */
export class CommentSession {
  readonly settings: SessionSettings;
  readonly listener: SessionListener;
  readonly capabilities: Loader<Capabilities>;
  readonly list: CommentList;
  readonly submission: Submission;
  readonly receipts: ReceiptLookup;
  /** Id of a comment → its replies, once they are opened. */
  readonly replies = new Map<string, CommentList>();
  /** Counts the changes of replies. */
  repliesRevision = 0;
  /** Posted in this visit, newest first. */
  posted: readonly PostedComment[] = [];
  /** `undefined` until the capabilities are known, and for engines without a captcha of their own. */
  captcha: CaptchaSession | undefined;

  readonly #store: DraftStore;

  constructor(settings: SessionSettings, listener: SessionListener) {
    const { provider, thread, sort } = settings;
    const changed = (): void => listener.changed();
    this.settings = settings;
    this.listener = listener;
    this.#store = new DraftStore(settings.draftName);
    this.capabilities = new Loader((signal) => provider.capabilities(signal), this.#onCapabilities);
    this.list = this.#createList(sort, undefined);
    this.receipts = new ReceiptLookup(provider, {
      changed,
      found: this.#onStatus,
      failed: (what, error) => listener.failed(what, error),
    });
    this.submission = new Submission(this.#store, {
      send: (draft, options) => provider.submit!(thread, draft, options),
      proof: this.#prove,
      identity: () => settings.identityProvider?.token() ?? Promise.resolve(undefined),
      changed,
      accepted: this.#onAccepted,
      failed: this.#onRefused,
    });
  }

  /** Starts, or goes on after the box was moved. */
  open(): void {
    this.#store.claim();
    if (this.capabilities.state.kind === 'loading') void this.capabilities.load();
    if (this.list.state.kind === 'loading') void this.list.load();
  }

  /** No longer waits for answers, except for that to a comment under way. */
  close(): void {
    this.#store.release();
    this.capabilities.cancel();
    this.list.cancel();
  }

  /** Reads everything again, past any answer at hand. */
  reload(): void {
    this.replies.clear();
    void this.capabilities.renew();
    void this.list.load();
  }

  /** Reads the replies to a comment, or more of them. */
  loadReplies(id: string): Promise<void> {
    const list = this.replies.get(id) ?? this.#createList('oldest', id);
    this.replies.set(id, list);
    return list.loadMore();
  }

  /** @throws ProviderError */
  async report(id: string, reason: string): Promise<void> {
    await this.settings.provider.report!(id, reason);
  }

  readonly #createList = (sort: Sort, parentId: string | undefined): CommentList => {
    const { provider, thread, pageSize: limit } = this.settings;
    const list: CommentList = new CommentList(
      (cursor, sort, signal) => provider.list(thread, { cursor, limit, sort, parentId, signal }),
      sort,
      () => {
        const { kind, error, total } = list.state;
        if (parentId) this.repliesRevision += 1;
        this.listener.changed();
        if (error) this.listener.failed('list', error);
        if (kind === 'ready' && !parentId && total !== undefined) this.listener.counted(total);
      },
    );
    return list;
  };

  readonly #onCapabilities = (state: Loading<Capabilities>): void => {
    const { captchaProvider, thread } = this.settings;
    if (state.kind === 'failed') this.listener.failed('capabilities', state.error);
    if (state.kind === 'ready' && captchaProvider) {
      this.captcha?.cancel();
      this.captcha = new CaptchaSession(captchaProvider, thread, state.value.captcha, () =>
        this.listener.changed(),
      );
    }
    this.listener.changed();
    // What was sent before a reload waits until its captcha can be solved.
    if (state.kind === 'ready') void this.submission.resume();
  };

  readonly #prove = async (): Promise<CaptchaProof | undefined> => {
    const elements = this.listener.thirdPartyCaptcha();
    return elements.length ? thirdPartyProof(elements) : this.captcha?.proof();
  };

  readonly #onAccepted = (
    receipt: Receipt,
    { body, authorName, parentId, lang }: CommentDraft,
  ): void => {
    const record: CommentRecord = {
      ...receipt,
      parentId: parentId ?? null,
      kind: 'comment',
      body,
      lang: lang ?? null,
      authorName: authorName ?? null,
      replyCount: 0,
      replies: [],
    };
    this.posted = [{ record, token: receipt.token }, ...this.posted];
    this.captcha?.used();
    this.listener.accepted(receipt);
  };

  readonly #onRefused = (error: ProviderError): void => {
    // A new notice has to be read before it is agreed to.
    if (error.kind === 'consent') void this.capabilities.renew();
    if (error.kind === 'captcha') this.captcha?.used();
    this.listener.failed('submit', error);
  };

  /** What was posted in this visit and has been withdrawn or published since shows as such. */
  readonly #onStatus = (status: ReceiptStatus): void => {
    this.posted = this.posted.map((posted) =>
      posted.record.id === status.id
        ? { ...posted, record: { ...posted.record, status: status.status } }
        : posted,
    );
    if (status.status === 'withdrawn') void this.list.load();
    this.listener.status(status);
  };
}
