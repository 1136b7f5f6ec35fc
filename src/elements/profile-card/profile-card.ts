import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PROFILE } from '../../agency/parts.js';
import type { Agency } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { TakeAwayController } from '../../base/templates/take-away-controller.js';
import { html } from '../../base/templates/html.js';
import { renderFeedback, renderPrintButton } from '../../base/templates/actions.js';
import { renderSource } from '../../base/templates/citation.js';
import { controls } from '../../base/styles/controls.js';
import { emit } from '../../base/reader/events.js';
import { codeIcon, contactIcon, externalIcon, linkIcon } from '../../base/templates/icons.js';
import { directionOf } from '../../base/language/tags.js';
import { shortestLength } from '../../base/language/text-length.js';
import { pageAddress } from '../../base/reader/page-address.js';
import { givenAddress, shortAddress } from './address.js';
import { styles } from './profile-card.styles.js';
import { excerptOf, renderContacts, renderOverview, renderTitle } from './profile-parts.js';
import { codes, QrCodeController } from './qr-code.js';

/**
 * Lines of a long summary to show at first, and the maximum line length in em. The styles use the
 * same values.
 */
const SHOWN_LINES = 4;
const LINE = 46;

const VARIANTS = ['card', 'full'] as const;
const QR_TARGETS = ['site', 'page', 'none'] as const;

/**
 * Shows the profile of an agency: its name, standing, level and summary, with a QR code for reading
 * on a phone.
 *
 * @summary Shows the profile of a public agency.
 * @slot emblem - Picture before the name. The library draws none: the law limits the use of emblems, and the owner of the page is responsible for it.
 * @slot actions - More buttons or links after the built-in ones.
 * @csspart category - Category above the name.
 * @csspart facts - Standing and level.
 * @csspart summary - Summary.
 * @csspart toggle - Button that expands the summary.
 * @csspart contacts - Telephone, address and opening hours.
 * @csspart overview - Paragraphs about the agency.
 * @csspart actions - Row of buttons.
 * @csspart qr - Panel with the QR code and its address.
 * @csspart subheading - Heading of the overview.
 * @csspart qr-code - QR code.
 * @csspart feedback - Message that says whether copying worked, or what to do if saving or printing did not.
 * @csspart by-hand - Field with a text to copy, if the browser does not copy, save or print.
 * @csspart source - Lines that name the source and its date.
 * @fires {CustomEvent<{name: string, open: boolean}>} customs-toggle - Fires when the summary (`summary`) or the QR code (`qr`) opens or closes.
 * @fires {CustomEvent<{text: string}>} customs-copy - Fires when the address was copied.
 * @fires {CustomEvent<{format: string, fileName: string}>} customs-download - Fires when the contact card is downloaded. `format` is the file extension.
 */
export class CustomsProfileCard extends AgencyElement {
  static override styles = [AgencyElement.styles, controls, styles];
  static override readonly tag = 'customs-profile-card';
  static override readonly shows = PROFILE;

  /** Amount of content. `card` shows the summary. `full` also shows the paragraphs about the agency (概况) and opens the QR code. */
  @property({ accepted: VARIANTS }) variant: (typeof VARIANTS)[number] = 'card';

  /** Target of the QR code: the official `site`, this `page`, or `none` for no code. */
  @property({ accepted: QR_TARGETS }) qr: (typeof QR_TARGETS)[number] = 'site';

  /** Address for the QR code and for copying. Replaces the one that `qr` names. */
  @property() url = '';

  /** @internal */
  readonly code = new QrCodeController(this);

  /** @internal */
  readonly takeAway = new TakeAwayController(this);

  @state() private expanded = false;
  @state() private qrToggled = false;
  @state() private copied: boolean | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('state')) this.copied = undefined;
  }

  /** A server renders the code too, for readers without scripts. */
  protected override prepare(): Promise<unknown> {
    return codes.bring();
  }

  /** @internal */
  override get surroundings(): string {
    return this.state.kind === 'ready' ? this.#address(this.state.agency) : '';
  }

  protected override renderAgency(agency: Agency): TemplateResult {
    return html`<div class="row columns">
        <div class="main" lang=${agency.lang} dir=${directionOf(agency.lang)}>
          ${renderTitle(this, agency)} ${this.#renderSummary(agency)}
          ${renderContacts(this, agency)}
        </div>
        ${this.#renderQr(agency)}
      </div>
      ${this.#renderActions(agency)} ${this.#isFull() ? renderOverview(this, agency) : nothing}
      ${renderSource(this, agency)}`;
  }

  #isFull(): boolean {
    return this.accept('variant') === 'full';
  }

  #isQrOpen(): boolean {
    return this.#isFull() !== this.qrToggled;
  }

  /** Address for further reading: the given one, else the official site, else this page. */
  #address(agency: Agency): string {
    const given = givenAddress(this);
    if (given) return given;
    const target = this.accept('qr');
    return (target !== 'page' && agency.url) || pageAddress();
  }

  #onExpand(): void {
    this.expanded = !this.expanded;
    emit(this, 'customs-toggle', { name: 'summary', open: this.expanded });
  }

  #onQr(): void {
    this.qrToggled = !this.qrToggled;
    emit(this, 'customs-toggle', { name: 'qr', open: this.#isQrOpen() });
  }

  #renderSummary(agency: Agency): TemplateResult | typeof nothing {
    const summary = excerptOf(agency);
    if (!summary) return nothing;
    const { expanded } = this;
    const isLong = shortestLength(summary) > SHOWN_LINES * LINE;
    const label = expanded
      ? this.msg('收起', { id: 'collapse' })
      : this.msg('展开全文', { id: 'expand' });
    const toggle = html`<button
      class="toggle quiet"
      part="toggle"
      aria-expanded=${expanded}
      aria-controls="summary"
      lang=${this.localization.language}
      @click=${() => this.#onExpand()}
    >
      ${label}
    </button>`;
    return html`<div class="excerpt">
      <p id="summary" part="summary" class=${isLong && !expanded ? 'cut' : ''}>${summary}</p>
      ${isLong ? toggle : nothing}
    </div>`;
  }

  #renderQr(agency: Agency): TemplateResult | typeof nothing {
    if (this.qr === 'none') return nothing;
    const address = this.#address(agency);
    const heading = this.msg('手机查看', { id: 'profile.qr' });
    const label = this.msg('二维码，内容与旁边的链接相同', { id: 'profile.qr-label' });
    const isOpen = this.#isQrOpen();
    const isAsked = isOpen || !this.isDrawn;
    return html`<figure id="qr" class="qr ${isOpen ? '' : 'closed'}" part="qr">
      ${this.code.render(address, label, isAsked)}
      <figcaption>
        <strong>${heading}</strong>
        <a class="muted" href=${address} rel="external noopener">${shortAddress(address)}</a>
      </figcaption>
    </figure>`;
  }

  #renderActions(agency: Agency): TemplateResult {
    const { name, url } = agency;
    const onCopy = async (): Promise<void> => {
      this.copied = await this.takeAway.copy(this.#address(agency));
    };
    const onContact = (): void =>
      void this.takeAway.save(name, 'vcf', ({ toVCard }) => toVCard(agency));
    const site = url
      ? html`<a class="button primary" href=${url} rel="external noopener"
          >${this.msg('官方网站', { id: 'profile.site' })}${externalIcon}</a
        >`
      : nothing;
    const qr = html`<button
      aria-expanded=${this.#isQrOpen()}
      aria-controls="qr"
      @click=${() => this.#onQr()}
    >
      ${codeIcon}${this.msg('手机查看', { id: 'profile.qr' })}
    </button>`;
    return html`<div class="actions screen-only" part="actions">
        ${site} ${this.qr === 'none' ? nothing : qr}
        <button @click=${onCopy}>${linkIcon}${this.msg('复制链接', { id: 'profile.copy' })}</button>
        <button @click=${onContact}>
          ${contactIcon}${this.msg('保存名片', { id: 'profile.contact' })}
        </button>
        ${renderPrintButton(this)}
        <slot name="actions"></slot>
      </div>
      ${renderFeedback(this, this.copied)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-profile-card': CustomsProfileCard;
  }
}
