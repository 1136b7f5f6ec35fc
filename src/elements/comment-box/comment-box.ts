import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CustomsElement } from '../../base/element/customs-element.js';
import { TakeAwayController } from '../../base/templates/take-away-controller.js';
import { controls } from '../../base/styles/controls.js';
import { html } from '../../base/templates/html.js';
import { renderLazy } from '../../base/templates/lazy.js';
import { renderHeading } from '../../base/templates/heading.js';
import { endpointOf } from '../../comments/endpoint.js';
import { type Engine, ENGINES } from '../../comments/engines/names.js';
import {
  type CaptchaProvider,
  type CommentProvider,
  type IdentityProvider,
  type Sort,
  SORTS,
} from '../../comments/types.js';
import { styles } from './comment-box.styles.js';
import { CommentForm } from './form/form.js';
import { renderNoThread } from './form/obstacles.js';
import { Receipts } from './receipts/receipts.js';
import { CommentRecords } from './records/records.js';
import { SessionController } from './session-controller.js';
import { sessionInputs } from './session-inputs.js';

/** A change of any of these starts a new session. */
const SESSION_PROPERTIES = ['endpoint', 'engine', 'site', 'thread', 'provider'] as const;

/**
 * Comments on a page: a form (发表评论) with a captcha (验证码), and the records (评论记录). A comment is
 * never lost: its draft survives reloads and failures, and repeated sending stores it only once.
 *
 * @summary Shows citizens' comments and takes new ones.
 * @slot - Fallback content. It shows until the comments have loaded, and without JavaScript. For example, a link to the plain form of the service.
 * @slot notice - Privacy notice that replaces the engine's. Without either, no comments are accepted.
 * @slot captcha - Third-party captcha, for engines without their own (not `http`). The response is read from the field inside it whose name ends in `-response`.
 * @csspart heading - Heading of the element.
 * @csspart subheading - Headings of the form, the records and the outcome.
 * @csspart demo - Badge that marks made-up comments.
 * @csspart form - Form for a new comment.
 * @csspart reply-to - Line that names the author of the comment being replied to.
 * @csspart error-summary - List of everything to correct before sending, above the fields.
 * @csspart sign-in - Button that opens the sign-in of the page.
 * @csspart field - Field with its label.
 * @csspart problem - Error message of a field.
 * @csspart body - Field for the text.
 * @csspart characters - Number of characters left.
 * @csspart notice - Privacy notice.
 * @csspart captcha - Captcha.
 * @csspart captcha-image - Picture of the digits.
 * @csspart submit - Button that sends the comment.
 * @csspart closed - Message that no comments are accepted.
 * @csspart left - Message that a comment was not sent, and is kept in the draft of another page.
 * @csspart draft - Text of the draft, if there is no form to show it.
 * @csspart outcome - Result of sending: accepted, or not yet confirmed.
 * @csspart confirm - Button that checks again whether the comment arrived.
 * @csspart take-back - Button that stops checking.
 * @csspart receipt-number - Receipt number.
 * @csspart copy - Button that copies the receipt number.
 * @csspart feedback - Message that says whether copying worked.
 * @csspart by-hand - Field with the receipt number, if the browser does not copy it.
 * @csspart signed-out - Message that a sign-in is required.
 * @csspart records - List of comments with its heading.
 * @csspart count - Number of comments.
 * @csspart posted - Comments posted in this visit.
 * @csspart comment - A comment.
 * @csspart official - An official reply.
 * @csspart author - Name of the author.
 * @csspart badge - Status of a comment, and the mark of official replies.
 * @csspart time - Time of posting.
 * @csspart text - Text of a comment.
 * @csspart link - Web address in a comment.
 * @csspart toggle - Button that expands a long comment.
 * @csspart reply - Button that replies to a comment.
 * @csspart report - Button that reports a comment.
 * @csspart report-panel - Form with the reasons for a report.
 * @csspart replies - Button that shows more replies.
 * @csspart more - Button that shows more comments.
 * @csspart loading - Placeholder that shows while the form or the comments load.
 * @csspart empty - Message that there are no comments.
 * @csspart error - Message that the form or the comments cannot be shown.
 * @csspart retry - Button that tries again.
 * @csspart receipts - Section for looking up a receipt.
 * @csspart look-up - Button that looks up a receipt.
 * @csspart receipt - Status of the comment that belongs to a receipt.
 * @csspart withdraw - Buttons that withdraw a comment.
 * @fires {CustomEvent<{body: string, authorName: string, parentId: string | null}>} customs-comment-submit - Fires before a comment is sent. `preventDefault()` keeps it in the form.
 * @fires {CustomEvent<{receipt: Receipt}>} customs-comment-accepted - Fires when a comment was accepted. The receipt number is a secret of its author.
 * @fires {CustomEvent<{operation: keyof CommentProvider, error: ProviderError}>} customs-comment-failed - Fires when an operation failed. `operation` names the method of the engine.
 * @fires {CustomEvent<{status: ReceiptStatus}>} customs-comment-status - Fires when the status of a receipt has arrived.
 * @fires {CustomEvent<{thread: string, count: number}>} customs-comment-count - Fires when the number of comments in the thread is known.
 * @fires {CustomEvent<{problems: readonly Problem[]}>} customs-error - Fires when the element cannot render, and shows its fallback content instead.
 * @fires {CustomEvent<{text: string}>} customs-copy - Fires when a receipt number was copied.
 * @fires {CustomEvent<{name: string, open: boolean}>} customs-toggle - Fires when a long comment expands or collapses.
 */
export class CustomsCommentBox extends CustomsElement {
  static override styles = [CustomsElement.styles, controls, styles];
  static override readonly tag = 'customs-comment-box';

  /** Address of the comment service, or of the JSON file for `engine="static"`, relative to the page. */
  @property({ framed: 'own' }) endpoint = '';

  /** Engine that stores the comments: `http`, a service that follows the published contract; `waline`, a Waline server; `static`, a JSON file. */
  @property({ accepted: ENGINES }) engine: Engine = 'http';

  /** Name of the site in the configuration of the service. */
  @property({ framed: 'any' }) site = '';

  /** Key of the thread, at most 512 bytes. Pages with the same key share their comments. Default: the path of the page, in one form for every way to write it. */
  @property({ framed: 'any' }) thread = '';

  /** Number of comments per request, 1 to 50. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** Order of the comments: `newest` or `oldest` first. Readers can change it. */
  @property({ accepted: SORTS }) sort: Sort = 'newest';

  /** Hides the list while there are no comments, and the whole box if no comments are accepted either. */
  @property({ type: Boolean, attribute: 'hide-when-empty' }) hideWhenEmpty = false;

  /** Custom engine of the page. Takes precedence over `engine` and `endpoint`. */
  @property({ attribute: false }) provider: CommentProvider | undefined;

  /** Custom captcha of the page. Replaces the engine's captcha. */
  @property({ attribute: false }) captchaProvider: CaptchaProvider | undefined;

  /** Sign-in of the page, for services that identify their authors. */
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

  /** Loads the engine's settings and the comments again. The content of the form stays. */
  reload(): void {
    this.#conversation.session?.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { missing, session, isElsewhere } = this.#conversation;
    const isOther = SESSION_PROPERTIES.some((name) => changed.has(name)) || missing?.module;
    if (!isOther && !isElsewhere) {
      session?.update(this.#inputs());
      return;
    }
    this.#form.stop();
    this.#startRooms();
    const { site, provider } = this;
    const address = { engine: this.accept('engine'), endpoint: endpointOf(this), site };
    this.#conversation.start(address, provider, this.#inputs());
  }

  override render(): TemplateResult | typeof nothing {
    const { session, missing, thread, hasLeftDraft } = this.#conversation;
    const engine = missing && renderLazy(this, missing, () => nothing);
    const reason = thread ? engine : renderNoThread(this);
    if (!session || !this.localization.ready) return this.frame(html`<slot></slot>${reason}`);
    const { requirements, list, posted, drafts, settings } = session;
    const { state } = requirements.capabilities;
    const offered = state.kind === 'ready' ? state.value : undefined;
    const isEmpty = !posted.length && list.state.kind !== 'failed' && !list.state.pages[0]?.length;
    const hidesRecords = this.hideWhenEmpty && isEmpty;
    // The rest would move if it rendered below a form that is still loading.
    const isEarly = isEmpty && state.kind === 'loading' && list.state.kind === 'loading';
    const hasForm = !offered || (offered.open && settings.provider.submit);
    if (hidesRecords && !hasForm && !drafts.draft.body) return nothing;
    const demo = this.msg('演示数据', { id: 'comments.demo' });
    return this.frame(
      html`<div class="title">
          ${renderHeading(this.level, this.msg('评论', { id: 'comments.heading' }))}
          ${offered?.demo ? html`<span class="badge" part="demo">${demo}</span>` : nothing}
        </div>
        ${this.#form.render(session, hasLeftDraft)}
        ${isEarly || hidesRecords ? nothing : this.#records.render(session)}
        ${settings.provider.status && !isEarly ? this.#receipts.render(session) : nothing}`,
    );
  }

  /** Resets the parts, because expanded comments, errors and receipts belong to one session. */
  #startRooms(): void {
    this.#form = new CommentForm(this);
    this.#receipts = new Receipts(this);
    this.#records = new CommentRecords(this, (record) => {
      const { session } = this.#conversation;
      if (session) this.#form.replyTo(session.submission, record);
    });
  }

  #inputs(): ReturnType<typeof sessionInputs> {
    const { captchaProvider, identityProvider, pageSize } = this;
    const sort = this.accept('sort');
    return sessionInputs(this, { captchaProvider, identityProvider, pageSize, sort });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-comment-box': CustomsCommentBox;
  }
}
