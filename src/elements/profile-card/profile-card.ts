import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PROFILE } from '../../agency/parts.js';
import type { Agency } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { TakeAwayController } from '../../base/reader/take-away-controller.js';
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
import { renderOverview, renderTitle } from './profile-parts.js';
import { codes, QrCodeController } from './qr-code.js';

/** Lines of a long summary that are shown at first, and the longest that a line can be, in em; as in the styles. */
const SHOWN_LINES = 4;
const LINE = 46;

const VARIANTS = ['card', 'full'] as const;
const QR_TARGETS = ['site', 'page', 'none'] as const;

/**
 * What an agency is: its name, standing, level and summary, with a QR code to go on reading on a phone.
 *
 * @summary The profile of a public agency.
 * @slot emblem - A picture before the name. The library draws none: the use of emblems is limited by law, and the owner of the page answers for it.
 * @slot actions - Further buttons or links after the built-in ones.
 * @csspart category - The category above the name.
 * @csspart facts - Standing and level.
 * @csspart summary - The summary.
 * @csspart toggle - The button that expands the summary.
 * @csspart overview - The paragraphs about the agency.
 * @csspart actions - The row of buttons.
 * @csspart qr - The panel with the QR code and its address.
 * @csspart subheading - The heading of the overview.
 * @csspart qr-code - The QR code itself.
 * @csspart feedback - The words that say whether copying worked.
 * @csspart source - The lines that name source and date.
 * @fires {CustomEvent<{name: string, open: boolean}>} customs-toggle - The summary (`summary`) or the QR code (`qr`) was opened or closed.
 * @fires {CustomEvent<{text: string}>} customs-copy - The address was copied.
 * @fires {CustomEvent<{format: string, fileName: string}>} customs-download - The contact card was saved.
 */
export class CustomsProfileCard extends AgencyElement {
  static override styles = [AgencyElement.styles, controls, styles];
  static override readonly tag = 'customs-profile-card';
  static override readonly shows = PROFILE;

  /** `card` shows the summary; `full` also the paragraphs about the agency (概况) and the open QR code. */
  @property({ accepted: VARIANTS }) variant: (typeof VARIANTS)[number] = 'card';

  /** Where the QR code leads: to the official `site`, to this `page`, or `none`. */
  @property({ accepted: QR_TARGETS }) qr: (typeof QR_TARGETS)[number] = 'site';

  /** Address for the QR code and for copying, instead of the one that `qr` names. */
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

  /** A server draws the code, for readers without scripts. */
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

  /** Where to go on reading: the address given, else the official site, else this page. */
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

  #renderSummary({ summary }: Agency): TemplateResult | typeof nothing {
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
      @click=${this.#onExpand}
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
      @click=${this.#onQr}
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
