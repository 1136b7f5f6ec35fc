import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CustomsElement } from '../../base/element/customs-element.js';
import { TakeAwayController } from '../../base/reader/take-away-controller.js';
import { controls } from '../../base/styles/controls.js';
import { renderLazy } from '../../base/templates/lazy.js';
import { renderHeading } from '../../base/templates/heading.js';
import { type Engine, ENGINES } from '../../comments/engines/names.js';
import { pageSizeOf } from '../../comments/list.js';
import type { SessionInputs } from '../../comments/requirements.js';
import {
  type CaptchaProvider,
  type CommentProvider,
  type IdentityProvider,
  type Sort,
  SORTS,
} from '../../comments/types.js';
import { styles } from './comment-box.styles.js';
import { CommentForm } from './form/form.js';
import { Receipts } from './receipts/receipts.js';
import { CommentRecords } from './records/records.js';
import { SessionController } from './session-controller.js';

/** Each of these makes another conversation. */
const SESSION_PROPERTIES = ['endpoint', 'engine', 'site', 'thread', 'provider'] as const;

/**
 * Comments on a page: a form (发表评论) with a captcha (验证码), and the records (评论记录). A comment is never
 * lost: its draft outlives reloads and failures, and it is stored once however often it is sent.
 *
 * @summary Takes and shows comments of citizens.
 * @slot - What reads until the comments are there, and without JavaScript: a link to the plain form of the service, for example.
 * @slot notice - A privacy notice in the place of the engine's. Without either no comment is taken.
 * @slot captcha - A captcha of a third party, for engines that have none of their own (not `http`). Its answer is read from the field in it whose name ends in `-response`.
 * @csspart heading - The heading.
 * @csspart subheading - The headings of the form, the records and the outcome.
 * @csspart demo - The mark of made-up comments.
 * @csspart form - The form.
 * @csspart reply-to - The line that names who is answered.
 * @csspart error-summary - What stands in the way of sending, above the fields.
 * @csspart sign-in - The button that leads to the sign-in of the page.
 * @csspart field - A field with its label.
 * @csspart problem - What is wrong with a field.
 * @csspart body - The field for the text.
 * @csspart characters - How many characters are left.
 * @csspart notice - The privacy notice.
 * @csspart captcha - The captcha.
 * @csspart captcha-image - The picture of the digits.
 * @csspart submit - The button that sends.
 * @csspart closed - The message that no comments are taken.
 * @csspart draft - What was written, where there is no form that shows it.
 * @csspart outcome - What became of the comment: taken, or not yet confirmed.
 * @csspart confirm - The button that asks again whether the comment arrived.
 * @csspart take-back - The button that gives up asking.
 * @csspart receipt-number - The receipt number.
 * @csspart copy - The button that copies the receipt number.
 * @csspart feedback - The words that say whether copying worked.
 * @csspart signed-out - The words that signing in is needed.
 * @csspart records - The records.
 * @csspart count - How many comments there are.
 * @csspart posted - The comments of this visit.
 * @csspart comment - One comment.
 * @csspart official - An official reply.
 * @csspart author - The name of who wrote a comment.
 * @csspart badge - How a comment stands, and what marks official replies.
 * @csspart time - When a comment was written.
 * @csspart text - The text of a comment.
 * @csspart link - A web address in a comment.
 * @csspart toggle - The button that unfolds a long comment.
 * @csspart reply - The button that answers a comment.
 * @csspart report - The button that reports a comment.
 * @csspart report-panel - The reasons for a report.
 * @csspart replies - The button that shows more replies.
 * @csspart more - The button that shows more comments.
 * @csspart loading - What stands in for the comments while they are fetched.
 * @csspart empty - The message that there are no comments.
 * @csspart error - The message that the form or the comments could not be shown.
 * @csspart retry - The button that tries again.
 * @csspart receipts - Where a receipt is looked up.
 * @csspart look-up - The button that looks a receipt up.
 * @csspart receipt - What became of the comment of a receipt.
 * @csspart withdraw - The buttons that withdraw a comment.
 * @fires {CustomEvent<{body: string, authorName: string, parentId: string | null}>} customs-comment-submit - A comment is about to be sent; `preventDefault()` keeps it in the form.
 * @fires {CustomEvent<{receipt: Receipt}>} customs-comment-accepted - A comment was taken. The receipt number is a secret of its author.
 * @fires {CustomEvent<{operation: keyof CommentProvider, error: ProviderError}>} customs-comment-failed - Something did not work; `operation` names what was asked of the engine.
 * @fires {CustomEvent<{status: ReceiptStatus}>} customs-comment-status - A receipt was looked up.
 * @fires {CustomEvent<{thread: string, count: number}>} customs-comment-count - How many comments the thread has is known.
 * @fires {CustomEvent<{text: string}>} customs-copy - A receipt number was copied.
 * @fires {CustomEvent<{name: string, open: boolean}>} customs-toggle - A long comment was unfolded or folded.
 */
export class CustomsCommentBox extends CustomsElement {
  static override styles = [CustomsElement.styles, controls, styles];
  static override readonly tag = 'customs-comment-box';

  /** Address of the comment service, or of the JSON file for `engine="static"`; relative to the page. */
  @property({ framed: 'own' }) endpoint = '';

  /** What keeps the comments: `http`, a service of our contract; `waline`, a server of Waline; `static`, a JSON file. */
  @property({ accepted: ENGINES }) engine: Engine = 'http';

  /** Name of the site, as the configuration of the service has it. */
  @property({ framed: 'any' }) site = '';

  /** Key of the thread, at most 512 bytes; pages with the same key share their comments. Default: the path of the page. */
  @property({ framed: 'any' }) thread = '';

  /** Comments that are fetched at a time, 1 to 50. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** `newest` or `oldest` first; readers can change it. */
  @property({ accepted: SORTS }) sort: Sort = 'newest';

  /** Hides the records while there are none, and the whole box when no comments are taken either. */
  @property({ type: Boolean, attribute: 'hide-when-empty' }) hideWhenEmpty = false;

  /** An engine of the page's own; goes before `engine` and `endpoint`. */
  @property({ attribute: false }) provider: CommentProvider | undefined;

  /** A captcha of the page's own, in the place of the engine's. */
  @property({ attribute: false }) captchaProvider: CaptchaProvider | undefined;

  /** The page's own sign-in, for services that want to know who writes. */
  @property({ attribute: false }) identityProvider: IdentityProvider | undefined;

  /** @internal */
  readonly takeAway = new TakeAwayController(this);

  readonly #conversation = new SessionController(this, (event, { submission }) => {
    if (event.kind === 'accepted') void this.#form.accepted(submission);
    if (event.kind === 'failed' && event.detail.operation === 'submit') {
      void this.#form.failed(submission, event.detail.error);
    }
  });
  #form!: CommentForm;
  #records!: CommentRecords;
  #receipts!: Receipts;

  constructor() {
    super();
    this.#startRooms();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form.stop();
  }

  /** Reads the settings of the engine and the comments again. What is in the form stays. */
  reload(): void {
    this.#conversation.session?.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { missing, session } = this.#conversation;
    if (!SESSION_PROPERTIES.some((name) => changed.has(name)) && !missing?.module) {
      session?.update(this.#inputs());
      return;
    }
    this.#form.stop();
    this.#startRooms();
    const { endpoint, site, thread, provider } = this;
    const engine = this.accept('engine');
    this.#conversation.start({ engine, endpoint, site, thread }, provider, this.#inputs());
  }

  override render(): TemplateResult | typeof nothing {
    const { session, missing } = this.#conversation;
    const engine = missing && renderLazy(this, missing, () => nothing);
    if (!session || !this.localization.ready) return this.frame(html`<slot></slot>${engine}`);
    const { requirements, list, posted, drafts, settings } = session;
    const { state } = requirements.capabilities;
    const offered = state.kind === 'ready' ? state.value : undefined;
    const isEmpty = !posted.length && list.state.kind !== 'failed' && !list.state.pages[0]?.length;
    const hidesRecords = this.hideWhenEmpty && isEmpty;
    // Below a form that is still to come the rest would move.
    const isEarly = isEmpty && state.kind === 'loading' && list.state.kind === 'loading';
    const hasForm = !offered || (offered.open && settings.provider.submit);
    if (hidesRecords && !hasForm && !drafts.draft.body) return nothing;
    const demo = this.msg('演示数据', { id: 'comments.demo' });
    return this.frame(
      html`<div class="title">
          ${renderHeading(this.level, this.msg('评论', { id: 'comments.heading' }))}
          ${offered?.demo ? html`<span class="badge" part="demo">${demo}</span>` : nothing}
        </div>
        ${this.#form.render(session)}
        ${isEarly || hidesRecords ? nothing : this.#records.render(session)}
        ${settings.provider.status && !isEarly ? this.#receipts.render(session) : nothing}`,
    );
  }

  /** What was unfolded, found wrong or looked up belongs to one conversation. */
  #startRooms(): void {
    this.#form = new CommentForm(this);
    this.#receipts = new Receipts(this);
    this.#records = new CommentRecords(this, (record) => {
      const { session } = this.#conversation;
      if (session) this.#form.replyTo(session.submission, record);
    });
  }

  #inputs(): SessionInputs {
    const slotted = (slot: string): Element[] =>
      [...this.children].filter((child) => child.slot === slot);
    return {
      captchaProvider: this.captchaProvider,
      captchaElements: slotted('captcha'),
      identityProvider: this.identityProvider,
      hasNotice: slotted('notice').length > 0,
      pageSize: pageSizeOf(this.pageSize),
      sort: this.accept('sort'),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-comment-box': CustomsCommentBox;
  }
}
