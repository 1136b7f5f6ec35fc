import type { ReactiveController } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { emit } from '../../base/reader/events.js';
import { whenGone } from '../../base/reader/when-gone.js';
import type { SessionEvent } from '../../comments/session-events.js';
import { missingEngine, settingsOf, type ThreadAddress } from '../../comments/engines/engines.js';
import type { SessionInputs } from '../../comments/requirements.js';
import { CommentSession } from '../../comments/session.js';
import { threadOf } from '../../comments/thread-key.js';
import type { CommentProvider } from '../../comments/types.js';
import { warnOnce } from '../../warnings.js';

type Box = CustomsElement & { readonly thread: string };

/** Receives the events of the current session. */
type SessionRoom = (event: SessionEvent, session: CommentSession) => void;

/** Gives a box its session, pauses it outside the page, and fires its events. */
export class SessionController implements ReactiveController {
  /** `undefined` until the page has named an engine. */
  session: CommentSession | undefined;

  /** Code of the engine that has to load before the session can start. */
  missing: ReturnType<typeof missingEngine>;

  /** Key of the thread; empty on a page that has none. `undefined` before the start. */
  thread: string | undefined;

  /** True if the reader has left a text in the draft of another page. */
  hasLeftDraft = false;

  readonly #host: Box;
  readonly #tell: SessionRoom;
  /** Name of the draft → session of a thread that was left while its comment was being sent. */
  readonly #finishing = new Map<string, CommentSession>();
  #minutes: ReturnType<typeof setInterval> | undefined;

  /** @param tell - receives the events of the current session */
  constructor(host: Box, tell: SessionRoom) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  /** Continues the session. */
  hostConnected(): void {
    this.session?.open();
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('pageshow', this.#onPageShow);
    this.#minutes = setInterval(() => this.#host.requestUpdate(), 60_000);
  }

  /** Warns readers who leave only while text is at risk: the listener disables the bfcache. */
  hostUpdated(): void {
    if (this.session?.drafts.isAtRisk) window.addEventListener('beforeunload', this.#onLeave);
    else window.removeEventListener('beforeunload', this.#onLeave);
  }

  /** Pauses the session. */
  hostDisconnected(): void {
    const { session } = this;
    session?.leave();
    whenGone(this.#host, () => {
      session?.close();
      for (const left of this.#finishing.values()) left.close();
    });
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('pageshow', this.#onPageShow);
    window.removeEventListener('beforeunload', this.#onLeave);
    clearInterval(this.#minutes);
  }

  /** True if the page has gone to another address, with another thread. */
  get isElsewhere(): boolean {
    return this.thread !== threadOf(this.#host);
  }

  /**
   * Ends the session, and starts a new one once the page has named an engine. A comment that is being
   * sent is finished for its own thread.
   *
   * @param own - custom engine of the page
   */
  start(
    engine: Omit<ThreadAddress, 'thread'>,
    own: CommentProvider | undefined,
    inputs: SessionInputs,
  ): void {
    const { submission } = this.session ?? {};
    const address = { ...engine, thread: threadOf(this.#host) };
    const hasMoved = this.thread !== address.thread;
    this.hasLeftDraft = hasMoved && !submission?.locked && Boolean(submission?.draft.body);
    this.thread = address.thread;
    if (this.session) this.#finish(this.session);
    this.session = undefined;
    this.missing = own || !address.endpoint ? undefined : missingEngine(address.engine);
    if (this.missing) return;
    if (!own && !address.endpoint) {
      // A later script of the page may still set the provider.
      setTimeout(() => {
        if (!this.session) warnOnce(`<${this.#host.localName}> needs an endpoint, or a provider.`);
      });
      return;
    }
    if (!address.thread) return;
    const settings = settingsOf(address, own);
    const session: CommentSession = new CommentSession(settings, inputs, (event) =>
      this.#onEvent(event, session),
    );
    this.session = session;
    const finishing = this.#finishing.get(settings.draftName);
    if (finishing) {
      finishing.close();
      this.#finishing.delete(settings.draftName);
      session.submission.contact = finishing.submission.contact;
    }
    // An element outside the page starts when it is inserted again.
    if (this.#host.isConnected) session.open();
  }

  /** Retries everything that failed for lack of a connection. */
  readonly #onOnline = (): void => {
    this.session?.retry();
    for (const { submission } of this.#finishing.values()) submission.retry();
  };

  /** Retries when the page leaves the back/forward cache, where requests end without a response. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.session?.submission.retry();
  };

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    const drafts = this.session?.drafts;
    // Only an attempt shows whether the latest text can be stored.
    drafts?.flush();
    if (!drafts?.isFleeting) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way before Chromium 119
    event.returnValue = '';
  };

  #finish(session: CommentSession): void {
    const { settings, submission } = session;
    const { draftName } = settings;
    this.#finishing.set(draftName, session);
    session.quit();
    void submission.settled().then(() => {
      // The next session on the thread sends the comment again, with its contact.
      if (submission.contact && submission.draft.sent) return;
      if (this.#finishing.get(draftName) === session) this.#finishing.delete(draftName);
    });
  }

  /** Fires late events of an ended session too, but does not show them in the next one. */
  #onEvent(event: SessionEvent, session: CommentSession): void {
    if ('detail' in event) emit(this.#host, `customs-comment-${event.kind}`, event.detail);
    if (session !== this.session) return;
    this.#host.requestUpdate();
    this.#tell(event, session);
  }
}
