import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readDuties } from '../../agency/read-markup.js';
import { agencyWith, duties } from '../../agency/schema.js';
import type { Agency } from '../../agency/model.js';
import { copyFrom, printElement } from '../../base/reader/actions.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { announce } from '../../base/reader/announcer.js';
import { renderSource } from '../../base/templates/citation.js';
import { controls } from '../../base/styles/controls.js';
import type { State } from '../../base/element/data-controller.js';
import { emit } from '../../base/reader/events.js';
import { groupsOf } from '../../base/templates/groups.js';
import { renderHeading } from '../../base/templates/heading.js';
import { printIcon, searchIcon } from '../../base/templates/icons.js';
import { directionOf, formatNumber, str } from '../../base/language/localization.js';
import { renderEmpty } from '../../base/templates/notices.js';
import { NUMBERINGS, type Numbering } from '../../base/language/numbering.js';
import { renderDownloads } from './duty-downloads.js';
import { styles } from './duty-list.styles.js';
import { findRows, renderRow, type Row } from './duty-row.js';
import { citation, type Listing } from './duty-text.js';

/**
 * The numbered duties of an agency (主要职能), with search, deep links, copying with the source and downloads.
 * `#duty-6` in the address of the page leads to the sixth.
 *
 * @summary The duties of a public agency.
 * @csspart preamble - The paragraphs before the list.
 * @csspart search - The search field with its label.
 * @csspart count - How many duties are shown.
 * @csspart list - The list; a long one is made of several.
 * @csspart duty - One duty.
 * @csspart number - The number of a duty, which is its deep link.
 * @csspart title - The opening sentence of a duty.
 * @csspart copy - The button that copies a duty.
 * @csspart actions - The row of buttons under the list.
 * @csspart feedback - The words that say whether copying worked.
 * @csspart source - The lines that name source and date.
 * @fires {CustomEvent<{text: string, matches: number}>} customs-filter - The search text changed.
 * @fires {CustomEvent<{text: string}>} customs-copy - A duty was copied.
 * @fires {CustomEvent<{format: string, fileName: string}>} customs-download - The list was saved.
 */
export class CustomsDutyList extends AgencyElement {
  static override styles = [AgencyElement.styles, controls, styles];
  static override readonly tag = 'customs-duty-list';

  /** Shows a search field. */
  @property({ type: Boolean }) filter = false;

  /** `locale` numbers as the language does (（一） in Chinese), `decimal` in digits, `none` not at all. */
  @property({ accepted: NUMBERINGS }) numbering: Numbering = 'locale';

  override readonly schema = agencyWith(duties);

  @state() private searchText = '';
  @state() private target = '';
  @state() private copied: { id: string; done: boolean } | undefined;

  #matches = 0;

  /** Whether data has come that the address of the page was not compared with. */
  #arrived = false;

  /** The duty to go to as soon as it is shown. */
  #moveTo = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHashChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  override readMarkup(lang: string): unknown {
    return readDuties(this, lang);
  }

  override hasContent({ duties }: Agency): boolean {
    return Boolean(duties?.items.length);
  }

  /** @internal Whether the list shows a duty with this identifier. */
  has(id: string): boolean {
    return (
      this.state.kind === 'ready' &&
      Boolean(this.state.agency.duties?.items.some((duty) => duty.id === id))
    );
  }

  override settled(state: State): void {
    super.settled(state);
    this.copied = undefined;
    this.#arrived = true;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What the address asks for comes after what the data says, which a server may have rendered already.
    if (this.#arrived && this.state.kind !== 'loading') {
      this.#arrived = false;
      // Who has begun to do something on the page is not taken away from it.
      const { activeElement, body } = document;
      void this.#showTarget(!activeElement || activeElement === body);
    }
    const item =
      this.#moveTo && this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#moveTo)}`);
    if (!item) return;
    this.#moveTo = '';
    item.scrollIntoView({ block: 'start' });
    item.focus({ preventScroll: true });
  }

  readonly #onHashChange = (): void => void this.#showTarget(true);

  readonly #onSearch = (event: InputEvent): void => {
    // While an input method composes, the field holds letters that nobody searches for.
    if (event.isComposing) return;
    void this.#search((event.target as HTMLInputElement).value);
  };

  readonly #onClear = (): void => {
    void this.#search('');
    this.renderRoot.querySelector('input')?.focus();
  };

  /** Shows what matches, and says how many that is. */
  readonly #search = async (text: string): Promise<void> => {
    this.searchText = text;
    await this.updateComplete;
    emit(this, 'customs-filter', { text, matches: this.#matches });
    announce(this.#countLabel(this.#matches), this.localization.language);
  };

  /** The duty that the address of the page names, if this is the first list of the page that has it. */
  readonly #showTarget = async (moves: boolean): Promise<void> => {
    const id = window.location.hash.slice(1);
    const lists = [...document.querySelectorAll<CustomsDutyList>(this.localName)];
    const first = lists.find((list) => list instanceof CustomsDutyList && list.has(id)) ?? this;
    const target = first === this && this.has(id) ? id : '';
    // Another language of the same list must not take the reader back to it.
    if (target === this.target) return;
    this.target = target;
    if (!target) return;
    if (this.searchText) await this.#search('');
    this.#moveTo = moves ? target : '';
    this.requestUpdate();
  };

  readonly #onPrint = (): void => printElement(this);

  /** Without the field there is no search that a reader could take back. */
  readonly #query = (): string => (this.filter ? this.searchText.trim() : '');

  readonly #countLabel = (count: number): string => {
    const total = formatNumber(this.localization.language, count);
    return this.#query()
      ? this.msg(str`找到 ${total} 项`, { id: 'duties.found' })
      : this.msg(str`共 ${total} 项`, { id: 'duties.count' });
  };

  protected override renderAgency(agency: Agency): TemplateResult {
    const { preamble, items, source } = agency.duties!;
    const numbering = this.accept('numbering');
    const listing = { element: this, agency, numbering };
    const rows = findRows(items, this.#query());
    this.#matches = rows.length;
    return html`<div class="title">
        ${renderHeading(this.level, this.msg('主要职能', { id: 'duties.heading' }))}
        <p class="muted" part="count">${this.#countLabel(rows.length)}</p>
      </div>
      ${
        preamble?.length
          ? html`<div
              class="preamble"
              part="preamble"
              lang=${agency.lang}
              dir=${directionOf(agency.lang)}
            >
              ${preamble.map((paragraph) => html`<p>${paragraph}</p>`)}
            </div>`
          : nothing
      }
      ${this.filter ? this.#renderSearch() : nothing}
      ${rows.length ? this.#renderRows(listing, rows) : this.#renderNothingFound()}
      <div class="actions screen-only" part="actions">
        ${renderDownloads(listing)}
        <button @click=${this.#onPrint}>${printIcon}${this.msg('打印', { id: 'print' })}</button>
      </div>
      ${renderSource(this, agency, source)}`;
  }

  readonly #renderSearch = (): TemplateResult =>
    html`<label class="search screen-only" part="search">
      ${this.msg('在职能中查找', { id: 'duties.search' })}
      <input
        type="search"
        autocomplete="off"
        .value=${this.searchText}
        @input=${this.#onSearch}
        @compositionend=${this.#onSearch}
      />
    </label>`;

  readonly #renderNothingFound = (): TemplateResult =>
    renderEmpty(
      searchIcon,
      this.msg('没有找到相符的职能。', { id: 'duties.none' }),
      html`<button @click=${this.#onClear}>
        ${this.msg('清除查找', { id: 'duties.clear' })}
      </button>`,
    );

  readonly #renderRows = (listing: Listing, rows: readonly Row[]): TemplateResult[] => {
    const groups = groupsOf(rows);
    return groups.map(
      (group) =>
        html`<ol
          class="list ${groups.length > 1 ? 'group' : ''}"
          part="list"
          role="list"
          start=${group[0]!.index + 1}
          lang=${listing.agency.lang}
          dir=${directionOf(listing.agency.lang)}
        >
          ${group.map((row) => this.#renderRow(listing, row))}
        </ol>`,
    );
  };

  readonly #renderRow = (listing: Listing, row: Row): TemplateResult => {
    const { id } = row.duty;
    const onCopy = async (): Promise<void> => {
      const done = await copyFrom(this, citation(listing, row.duty, row.index));
      this.copied = { id, done };
    };
    return renderRow(listing, row, {
      target: id === this.target,
      copied: this.copied?.id === id ? this.copied.done : undefined,
      onCopy: () => void onCopy(),
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-duty-list': CustomsDutyList;
  }
}
