import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DUTIES } from '../../agency/parts.js';
import type { Agency } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { TakeAwayController } from '../../base/templates/take-away-controller.js';
import { whenIdle } from '../../base/reader/idle.js';
import { announce } from '../../base/reader/announcer.js';
import { html } from '../../base/templates/html.js';
import { renderPrintButton } from '../../base/templates/actions.js';
import { renderSource } from '../../base/templates/citation.js';
import { controls } from '../../base/styles/controls.js';
import { emit } from '../../base/reader/events.js';
import { GROUP_SIZE, groupsOf } from '../../base/templates/groups.js';
import { renderHeading } from '../../base/templates/heading.js';
import { searchIcon } from '../../base/templates/icons.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { directionOf } from '../../base/language/tags.js';
import { renderMissing } from '../../base/templates/lazy.js';
import { renderEmpty } from '../../base/templates/notices.js';
import { renderParagraphs } from '../../base/templates/paragraphs.js';
import { NUMBERINGS, type Numbering } from '../../base/language/numbering.js';
import { DeepLinkController } from './deep-link.js';
import { renderDownloads } from './duty-downloads.js';
import { styles } from './duty-list.styles.js';
import { renderGroups, search } from './duty-row.js';
import { citation, type Listing, type Row } from './duty-text.js';

/**
 * Shows the numbered duties of an agency (主要职能), with search, deep links, copying with the source,
 * and downloads. `#duty-6` in the page address leads to the sixth duty.
 *
 * @summary Shows the duties of a public agency.
 * @csspart preamble - Paragraphs before the list.
 * @csspart search - Search field with its label.
 * @csspart count - Number of duties shown.
 * @csspart list - The list. A long one is split into several.
 * @csspart duty - A duty.
 * @csspart number - Number of a duty, which is its deep link.
 * @csspart title - Opening sentence of a duty.
 * @csspart copy - Button that copies a duty.
 * @csspart actions - Row of buttons under the list.
 * @csspart feedback - Message that says whether copying worked, or what to do if saving or printing did not.
 * @csspart by-hand - Field with a text to copy, if the browser does not copy, save or print.
 * @csspart source - Lines that name the source and its date.
 * @fires {CustomEvent<{text: string, matches: number}>} customs-filter - Fires when the search text changes. `matches` counts the duties left.
 * @fires {CustomEvent<{text: string}>} customs-copy - Fires when a duty was copied.
 * @fires {CustomEvent<{format: string, fileName: string}>} customs-download - Fires when the list is downloaded. `format` is the file extension.
 */
export class CustomsDutyList extends AgencyElement {
  static override styles = [AgencyElement.styles, controls, styles];
  static override readonly tag = 'customs-duty-list';
  static override readonly shows = DUTIES;

  /** Shows a search field. */
  @property({ type: Boolean }) filter = false;

  /** Numbering of the duties: `locale` follows the language (（一） in Chinese), `decimal` uses digits, `none` shows no numbers. */
  @property({ accepted: NUMBERINGS }) numbering: Numbering = 'locale';

  /** @internal */
  readonly deepLink: DeepLinkController = new DeepLinkController(this);

  /** @internal */
  readonly takeAway = new TakeAwayController(this);

  @state() private searchText = '';
  @state() private copied: Listing['copied'];

  /** False while a search shows only its first group. The rest follows when the page is idle. */
  @state() private isWhole = true;

  #matches = 0;

  /** Last rendered groups. Those without rows stay hidden until there is time to remove them. */
  #drawn: readonly (readonly Row[] | undefined)[] = [];

  /** @internal True if the list shows a duty with this identifier. */
  has(id: string): boolean {
    const { state } = this;
    return state.kind === 'ready' && !!state.agency.duties?.items.some((duty) => duty.id === id);
  }

  /** @internal Clears the search. */
  async showAll(): Promise<void> {
    if (this.searchText) await this.#search('');
    this.isWhole = true;
  }

  override emptyText(): string {
    return this.msg('没有职能资料', { id: 'duties.empty' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('state')) return;
    this.copied = undefined;
    this.deepLink.compare();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected && this.isDrawn && this.state.kind !== 'loading') this.deepLink.follow();
  }

  protected override renderAgency(agency: Agency): TemplateResult {
    const { lang } = agency;
    const { preamble = [], items, source } = agency.duties!;
    const numbering = this.accept('numbering');
    const { deepLink, copied } = this;
    const query = this.#query();
    const listing = { element: this, agency, numbering, deepLink, query, copied };
    const all = items.map((duty, index) => ({ duty, index }));
    const rows = query ? search.module!.findRows(all, query) : all;
    this.#matches = rows.length;
    const intro = html`<div class="preamble" part="preamble" lang=${lang} dir=${directionOf(lang)}>
      ${renderParagraphs(preamble)}
    </div>`;
    return html`<div class="title">
        ${renderHeading(this.level, this.msg('主要职能', { id: 'duties.heading' }))}
        <p class="muted" part="count">${this.#countLabel(rows.length)}</p>
      </div>
      ${preamble.length ? intro : nothing} ${this.filter ? this.#renderSearch() : nothing}
      ${rows.length ? nothing : this.#renderNothingFound()} ${this.#renderRows(listing, rows)}
      <div class="actions screen-only" part="actions">
        ${renderDownloads(listing)} ${renderPrintButton(this)}
      </div>
      ${renderSource(this, agency, source)}`;
  }

  readonly #onSearch = ({ isComposing, target }: InputEvent): void => {
    // While an input method composes, the text of the field is not final.
    if (!isComposing) void this.#search((target as HTMLInputElement).value);
  };

  #onClear(): void {
    void this.#search('');
    this.renderRoot.querySelector('input')?.focus();
  }

  /** Shows the matches and announces their number. */
  async #search(text: string): Promise<void> {
    // Set at once, so no rendering puts older text into the field.
    this.searchText = text;
    if (text && !search.module) {
      const module = await search.bring();
      this.requestUpdate();
      if (!module) return;
    }
    this.isWhole = !this.#isLong();
    await this.updateComplete;
    if (this.searchText !== text) return;
    // Another key press may have come meanwhile.
    if (!this.isWhole) void whenIdle().then(() => (this.isWhole ||= this.searchText === text));
    emit(this, 'customs-filter', { text, matches: this.#matches });
    announce(this, this.#countLabel(this.#matches));
  }

  async #copy(listing: Listing, { duty, index }: Row): Promise<void> {
    const done = await this.takeAway.copy(citation(listing, duty, index));
    this.copied = { id: duty.id, done };
  }

  /** True if there may be more matches than one group shows. */
  #isLong(): boolean {
    const { state } = this;
    return state.kind === 'ready' && (state.agency.duties?.items.length ?? 0) > GROUP_SIZE;
  }

  /** Without a search field, readers could not clear the search. */
  #query(): string {
    return this.filter && search.module ? this.searchText.trim() : '';
  }

  #countLabel(count: number): string {
    const total = formatNumber(this.localization.language, count);
    return this.#query()
      ? this.msg(str`找到 ${total} 项`, { id: 'duties.found' })
      : this.msg(str`共 ${total} 项`, { id: 'duties.count' });
  }

  #renderSearch(): TemplateResult {
    return html`<label class="row search screen-only" part="search">
      ${this.msg('在职能中查找', { id: 'duties.search' })}
      <input
        type="search"
        autocomplete="off"
        .value=${this.searchText}
        @focus=${() => void search.bring()}
        @input=${this.#onSearch}
        @compositionend=${this.#onSearch}
      />
      ${renderMissing(this, search)}
    </label>`;
  }

  #renderNothingFound(): TemplateResult {
    return renderEmpty(
      searchIcon,
      this.msg('没有找到相符的职能。', { id: 'duties.none' }),
      html`<button @click=${() => this.#onClear()}>
        ${this.msg('清除查找', { id: 'duties.clear' })}
      </button>`,
    );
  }

  #renderRows(listing: Listing, rows: readonly Row[]): TemplateResult[] {
    const groups = groupsOf(rows);
    this.#drawn = this.isWhole ? groups : [groups[0], ...this.#drawn.slice(1).map(() => undefined)];
    return renderGroups(listing, this.#drawn, (row) => void this.#copy(listing, row));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-duty-list': CustomsDutyList;
  }
}
