import { nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../../base/templates/html.js';
import { WHOLE } from '../../agency/parts.js';
import type { Agency } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { type Engine, ENGINES } from '../../comments/engines/names.js';
import type { CommentProvider } from '../../comments/types.js';
import { isPrefix } from '../../elements.js';
import { ContentsController, linkTo } from './contents.js';
import { partsOf, type PagePart } from './page-parts.js';
import { styles } from './agency-page.styles.js';

/** End of its tag, whatever its prefix. */
const NAME = '-agency-page';

/** Keeps an event of a part inside: the page fires its own. */
const keep = (event: Event): void => event.stopPropagation();

/**
 * Shows everything that an agency has, in one element: profile (概况), duties (主要职能), ranks (关衔),
 * related links (相关), and comments (评论) if `endpoint` is given, with a table of contents. Each part
 * is the element of its own, so its events and its tokens are those of that element. What the agency
 * does not have is left out. The data is loaded once.
 *
 * @summary Shows a whole public agency on one page.
 * @slot emblem - Picture before the name. The library draws none: the law limits the use of emblems, and the owner of the page is responsible for it.
 * @slot notice - Privacy notice of the comments, which replaces the engine's.
 * @csspart contents - Table of contents.
 * @csspart contents-title - Its title, beside the parts; hidden above them.
 * @csspart contents-link - Link to a part.
 * @csspart section - A part: one of the other elements.
 */
export class CustomsAgencyPage extends AgencyElement {
  static override styles = [AgencyElement.styles, styles];
  static override readonly tag = 'customs-agency-page';
  static override readonly shows = WHOLE;

  /** Shows a search field for the duties. */
  @property({ type: Boolean }) filter = false;

  /** Asks before a related link leaves to a host other than the page's own and the trusted ones. */
  @property({ type: Boolean, attribute: 'external-notice' }) externalNotice = false;

  /** Host suffixes that need no notice, separated by white space. `gov.cn` covers every host that ends in `.gov.cn`. */
  @property() trusted = 'gov.cn';

  /** Address of the comment service, or of the JSON file for `engine="static"`, relative to the page. Without it, there are no comments. */
  @property({ framed: 'own' }) endpoint = '';

  /** Engine that stores the comments: `http`, a service that follows the published contract; `waline`, a Waline server; `static`, a JSON file. */
  @property({ accepted: ENGINES }) engine: Engine = 'http';

  /** Name of the site in the configuration of the comment service. */
  @property({ framed: 'any' }) site = '';

  /** Key of the thread of comments, at most 512 bytes. Default: the path of the page, in one form for every way to write it. */
  @property({ framed: 'any' }) thread = '';

  /** Hides the list of comments while there are none, and the comments if none are accepted either. */
  @property({ type: Boolean, attribute: 'hide-when-empty' }) override hideWhenEmpty = false;

  /** Custom engine of the page for the comments. Takes precedence over `engine` and `endpoint`. */
  @property({ attribute: false }) provider: CommentProvider | undefined;

  readonly #contents = new ContentsController(this);
  #hadNotice = false;

  /** @internal First part of the tag: the page draws the elements with the same one. */
  get tagPrefix(): string {
    const { localName } = this;
    const prefix = localName.slice(0, -NAME.length);
    return localName.endsWith(NAME) && isPrefix(prefix) ? prefix : 'customs';
  }

  /** @internal A server does not see it, so it comes with the second rendering. */
  get hasNotice(): boolean {
    return this.isDrawn && [...this.children].some(({ slot }) => slot === 'notice');
  }

  /** @internal */
  override get surroundings(): string {
    return this.provider ? 'provider' : '';
  }

  /** Loads the agency and the comments again, and bypasses cached responses. */
  override reload(): void {
    super.reload();
    for (const part of this.#drawn) {
      if ('provider' in part) (part as unknown as Pick<AgencyElement, 'reload'>).reload();
    }
  }

  /** @internal Resolves when the parts have rendered too. */
  whenDrawn(): Promise<unknown> {
    return Promise.all(this.#drawn.map((part) => part.updateComplete));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.hasNotice === this.#hadNotice) return;
    this.#hadNotice = this.hasNotice;
    // A box that was there before does not see a notice come.
    for (const part of this.#drawn) part.requestUpdate();
  }

  /** @internal Waits for the parts, which render after the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.whenDrawn();
    return isComplete;
  }

  protected override renderAgency(agency: Agency): TemplateResult {
    const parts = partsOf(this, agency);
    // One part alone needs no contents.
    const hasContents = parts.length > 1;
    return html`<div class="page">
      ${hasContents ? this.#contents.render(this, parts) : nothing}
      <div class="parts" @customs-ready=${keep} @customs-error=${keep}>
        ${parts.map((part) => this.#renderPart(part, hasContents))}
      </div>
    </div>`;
  }

  /** The elements of the parts that are registered. */
  get #drawn(): LitElement[] {
    return [...this.renderRoot.querySelectorAll<LitElement>('.part > :defined')];
  }

  #renderPart({ tag, element }: PagePart, hasContents: boolean): TemplateResult {
    // A group, because landmarks belong to the page around the element.
    return html`<div
      id=${tag}
      class="part"
      part="section"
      role="group"
      tabindex="-1"
      aria-labelledby=${hasContents ? linkTo(tag) : nothing}
    >
      ${element}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-agency-page': CustomsAgencyPage;
  }
}
