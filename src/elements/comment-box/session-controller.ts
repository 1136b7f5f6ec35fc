import type { ReactiveController } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { emit } from '../../base/reader/events.js';
import type { SessionEvent } from '../../comments/session-events.js';
import { missingEngine, settingsOf, type ThreadAddress } from '../../comments/engines/engines.js';
import type { SessionInputs } from '../../comments/requirements.js';
import { CommentSession } from '../../comments/session.js';
import type { CommentProvider } from '../../comments/types.js';
import { warnOnce } from '../../warnings.js';

/** Hears what happens in the session that is shown. */
type SessionRoom = (event: SessionEvent, session: CommentSession) => void;

/** Gives a box its session, which rests while the box is out of the page, and tells the page what happens in it. */
export class SessionController implements ReactiveController {
  /** Absent while the page has not said which engine there is. */
  session: CommentSession | undefined;

  /** What the engine is still to bring before there can be a session. */
  missing: ReturnType<typeof missingEngine>;

  readonly #host: CustomsElement;
  readonly #tell: SessionRoom;
  #minutes: ReturnType<typeof setInterval> | undefined;

  /** @param tell - hears what happens in the session that is shown */
  constructor(host: CustomsElement, tell: SessionRoom) {
    this.#host = host;
    this.#tell = tell;
    host.addController(this);
  }

  /** Goes on. */
  hostConnected(): void {
    this.session?.open();
    window.addEventListener('online', this.#onOnline);
    window.addEventListener('pageshow', this.#onPageShow);
    this.#minutes = setInterval(() => this.#host.requestUpdate(), 60_000);
  }

  /** Asks a reader who leaves, from now on, or no longer: a page that asks is not kept for going back to. */
  hostUpdated(): void {
    if (this.session?.drafts.isAtRisk) window.addEventListener('beforeunload', this.#onLeave);
    else window.removeEventListener('beforeunload', this.#onLeave);
  }

  /** Rests. */
  hostDisconnected(): void {
    this.session?.close();
    window.removeEventListener('online', this.#onOnline);
    window.removeEventListener('pageshow', this.#onPageShow);
    window.removeEventListener('beforeunload', this.#onLeave);
    clearInterval(this.#minutes);
  }

  /**
   * Leaves the session, and starts another one as soon as the page has said which engine there is.
   *
   * @param own - an engine of the page's own
   */
  start(address: ThreadAddress, own: CommentProvider | undefined, inputs: SessionInputs): void {
    this.session?.close();
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
    const thread = address.thread || window.location.pathname;
    const settings = settingsOf({ ...address, thread }, own);
    const session: CommentSession = new CommentSession(settings, inputs, (event) =>
      this.#onEvent(event, session),
    );
    this.session = session;
    // An element that was taken out of the page starts when it comes back.
    if (this.#host.isConnected) session.open();
  }

  /** What failed for want of a connection is tried again when there is one. */
  readonly #onOnline = (): void => this.session?.retry();

  /** Out of the back/forward cache, where requests end without an answer. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.session?.submission.retry();
  };

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    const drafts = this.session?.drafts;
    // Only an attempt tells whether what was typed a moment ago can be kept.
    drafts?.flush();
    if (!drafts?.isFleeting) return;
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way before Chromium 119
    event.returnValue = '';
  };

  /** What comes late for a conversation that was left is told to the page, and not shown in the next one. */
  #onEvent(event: SessionEvent, session: CommentSession): void {
    if ('detail' in event) emit(this.#host, `customs-comment-${event.kind}`, event.detail);
    if (session !== this.session) return;
    this.#host.requestUpdate();
    this.#tell(event, session);
  }
}
