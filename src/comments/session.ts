import { CaptchaSession, thirdPartyProof } from './captcha/captcha-session.js';
import { CommentList } from './list.js';
import { DraftStore, type StoredDraft } from './drafts.js';
import { asProviderError, Loader, type Loading } from './loading.js';
import type { ProviderError } from './errors.js';
import { ReceiptLookup } from './receipts.js';
import { Submission } from './submission.js';
import type {
  Capabilities,
  CaptchaProof,
  CaptchaProvider,
  CommentProvider,
  CommentRecord,
  IdentityProvider,
  Receipt,
  ReceiptStatus,
  Sort,
} from './types.js';

/** What makes a conversation; anything else can change while it lasts. */
export interface SessionSettings {
  readonly provider: CommentProvider;
  readonly thread: string;
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
  captchaProvider(): CaptchaProvider | undefined;
  identityProvider(): IdentityProvider | undefined;
  /** Comments that are asked for at a time. */
  pageSize(): number;
}

/** A comment of this visit, which the lists may not show yet. */
export interface PostedComment {
  readonly record: CommentRecord;
  /** The receipt number. */
  readonly token: string | null;
  /** The comment that it answers. */
  readonly parent: StoredDraft['parent'];
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
  /** Whether the engine takes comments of known people only, and nobody is signed in. */
  isSignedOut = false;
  /** Posted in this visit, newest first. */
  posted: readonly PostedComment[] = [];
  /** `undefined` until the capabilities are known, and for engines without a captcha of their own. */
  captcha: CaptchaSession | undefined;

  readonly #store: DraftStore;

  constructor(settings: SessionSettings, sort: Sort, listener: SessionListener) {
    const { provider, thread } = settings;
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
      identity: this.#identify,
      changed,
      accepted: this.#onAccepted,
      failed: this.#onRefused,
    });
  }

  /** Starts, or goes on after the box was moved. */
  open(): void {
    this.#store.claim();
    this.submission.open();
    if (this.capabilities.state.kind === 'loading') void this.capabilities.load();
    else void this.submission.resume();
    if (this.list.state.kind === 'loading') void this.list.load();
  }

  /** No longer waits for answers. */
  close(): void {
    this.submission.pause();
    this.#store.release();
    this.capabilities.cancel();
    this.list.cancel();
    this.captcha?.cancel();
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

  /**
   * Reports a comment to the moderators.
   *
   * @returns why that did not work; nothing when it did
   */
  async report(id: string, reason: string): Promise<ProviderError | undefined> {
    try {
      await this.settings.provider.report!(id, reason);
      return undefined;
    } catch (thrown) {
      const error = asProviderError(thrown);
      this.listener.failed('report', error);
      return error;
    }
  }

  readonly #createList = (sort: Sort, parentId: string | undefined): CommentList => {
    const { provider, thread } = this.settings;
    const list: CommentList = new CommentList(
      (cursor, sort, signal) => {
        const limit = this.listener.pageSize();
        return provider.list(thread, { cursor, limit, sort, parentId, signal });
      },
      sort,
      () => {
        const { kind, error, total, published = total } = list.state;
        if (parentId) this.repliesRevision += 1;
        this.listener.changed();
        if (error) this.listener.failed('list', error);
        if (kind === 'ready' && !parentId && published !== undefined) {
          this.listener.counted(published);
        }
      },
    );
    return list;
  };

  readonly #onCapabilities = (state: Loading<Capabilities>): void => {
    if (state.kind === 'failed') this.listener.failed('capabilities', state.error);
    if (state.kind === 'ready') {
      this.renewCaptcha();
      void this.#askIdentity();
    }
    this.listener.changed();
    // What was sent before a reload waits until its captcha can be solved.
    if (state.kind === 'ready') void this.submission.resume();
  };

  /** Takes the captcha provider of now. */
  renewCaptcha(): void {
    const { state } = this.capabilities;
    if (state.kind !== 'ready') return;
    this.captcha?.cancel();
    const provider = this.listener.captchaProvider();
    this.captcha =
      provider &&
      new CaptchaSession(provider, this.settings.thread, state.value.captcha, () =>
        this.listener.changed(),
      );
  }

  /** Whoever has to sign in should know that before writing. */
  readonly #askIdentity = async (): Promise<void> => {
    const { state } = this.capabilities;
    const isRequired = state.kind === 'ready' && state.value.identity === 'required';
    try {
      this.isSignedOut = isRequired && !(await this.#identify());
    } catch {
      // Asked again, with an answer to the citizen, when the comment is sent.
      this.isSignedOut = false;
    }
    this.listener.changed();
  };

  readonly #identify = async (signal?: AbortSignal): Promise<string | undefined> => {
    const { state } = this.capabilities;
    // Who somebody is stays here when the engine does not ask.
    if (state.kind !== 'ready' || state.value.identity === 'off') return undefined;
    return this.listener.identityProvider()?.token(signal);
  };

  readonly #prove = async (signal: AbortSignal): Promise<CaptchaProof | undefined> => {
    const elements = this.listener.thirdPartyCaptcha();
    return elements.length ? thirdPartyProof(elements) : this.captcha?.proof(signal);
  };

  readonly #onAccepted = (receipt: Receipt, draft: StoredDraft): void => {
    const { id, status, createdAt, token } = receipt;
    const { body, authorName, parent, sent } = draft;
    const record: CommentRecord = {
      id,
      status,
      createdAt,
      parentId: parent?.id ?? null,
      kind: 'comment',
      body,
      lang: sent?.lang ?? null,
      authorName: authorName || null,
      replyCount: 0,
      replies: [],
    };
    this.posted = [{ record, token, parent }, ...this.posted];
    this.captcha?.used();
    this.listener.changed();
    this.listener.accepted(receipt);
  };

  readonly #onRefused = (error: ProviderError): void => {
    // A new notice has to be read before it is agreed to.
    if (error.kind === 'consent') void this.capabilities.renew();
    if (error.kind === 'captcha') this.captcha?.used();
    this.listener.failed('submit', error);
  };

  /** What was posted in this visit shows as it stands now. */
  readonly #onStatus = (found: ReceiptStatus): void => {
    const { id, status } = found;
    const isGone = status === 'withdrawn';
    this.posted = this.posted.map((posted) => {
      const { record } = posted;
      if (record.id !== id) return posted;
      return { ...posted, record: { ...record, status, body: isGone ? '' : record.body } };
    });
    const { state } = this.submission;
    if (state.kind === 'accepted' && state.receipt.id === id && state.receipt.status !== status) {
      this.submission.dismiss();
    }
    if (isGone) void this.list.load();
    this.listener.status(found);
  };
}
