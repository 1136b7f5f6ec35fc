import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toCsv, toJson, toText } from '../../agency/duty-files.js';
import { readDuties } from '../../agency/read-markup.js';
import { agencyWith, duties } from '../../agency/schema.js';
import type { Agency, Duties, Duty } from '../../agency/types.js';
import { copyFrom, copyMessage, downloadFrom, printElement } from '../../base/actions.js';
import { AgencyElement } from '../../base/agency-element.js';
import { announce } from '../../base/announcer.js';
import { renderSource, sourceText } from '../../base/citation.js';
import { controls } from '../../base/controls.js';
import { emit } from '../../base/events.js';
import { findText, type TextPart } from '../../base/find-text.js';
import { renderHeading } from '../../base/heading.js';
import { copyIcon, downloadIcon, printIcon } from '../../base/icons.js';
import { formatNumber, str } from '../../base/localization.js';
import { itemNumber, NUMBERINGS, type Numbering } from '../../base/numbering.js';
import type { State } from '../../base/data-controller.js';
import { styles } from './duty-list.styles.js';

/** Rows that are laid out together: skipping whole groups outside the view is cheap, single rows are not. */
const GROUP = 50;

interface Row {
  readonly duty: Duty;
  readonly index: number;
  readonly title: readonly TextPart[];
  readonly text: readonly TextPart[];
}

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
  @property() numbering: Numbering = 'locale';

  override readonly schema = agencyWith(duties);

  @state() private searchText = '';
  @state() private target = '';
  @state() private copied: { id: string; done: boolean } | undefined;

  #matches = 0;

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

  /** Whether the list shows a duty with this identifier. */
  has(id: string): boolean {
    return (
      this.state.kind === 'ready' &&
      Boolean(this.state.agency.duties?.items.some((duty) => duty.id === id))
    );
  }

  override settled(state: State): void {
    super.settled(state);
    void this.#showTarget();
  }

  readonly #onHashChange = (): void => void this.#showTarget();

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
  readonly #showTarget = async (): Promise<void> => {
    const id = window.location.hash.slice(1);
    const lists = [...document.querySelectorAll<CustomsDutyList>(this.localName)];
    const first = lists.find((list) => list instanceof CustomsDutyList && list.has(id)) ?? this;
    const target = first === this && this.has(id) ? id : '';
    // Another language of the same list must not take the reader back to it.
    if (target === this.target) return;
    this.target = target;
    if (!target) return;
    if (this.searchText) await this.#search('');
    await this.updateComplete;
    const item = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    item?.scrollIntoView({ block: 'start' });
    item?.focus({ preventScroll: true });
  };

  readonly #onPrint = (): void => printElement(this);

  protected override renderAgency(agency: Agency): TemplateResult {
    const duties = agency.duties!;
    const rows = this.#rows(duties);
    this.#matches = rows.length;
    const heading = this.msg('主要职能', { id: 'duties.heading' });
    return html`<header class="title">
        ${renderHeading(this.headingLevel, heading)}
        <p class="muted" part="count">${this.#countLabel(rows.length)}</p>
      </header>
      ${
        duties.preamble?.length
          ? html`<div class="preamble" part="preamble" lang=${this.contentLanguage(agency)}>
              ${duties.preamble.map((paragraph) => html`<p>${paragraph}</p>`)}
            </div>`
          : nothing
      }
      ${this.filter ? this.#renderSearch() : nothing} ${this.#renderList(agency, rows)}
      ${this.#renderActions(agency, duties)} ${renderSource(this, agency, duties.source)}`;
  }

  readonly #rows = ({ items }: Duties): Row[] => {
    const query = this.filter ? this.searchText.trim() : '';
    const rows = items.map((duty, index) => ({
      duty,
      index,
      title: findText(duty.title, query),
      text: findText(duty.text ?? '', query),
    }));
    const found = (parts: readonly TextPart[]): boolean => parts.some((part) => part.found);
    return query ? rows.filter(({ title, text }) => found(title) || found(text)) : rows;
  };

  readonly #countLabel = (count: number): string => {
    const total = formatNumber(this.localization.language, count);
    return this.filter && this.searchText.trim()
      ? this.msg(str`找到 ${total} 项`, { id: 'duties.found' })
      : this.msg(str`共 ${total} 项`, { id: 'duties.count' });
  };

  readonly #renderSearch = (): TemplateResult => {
    return html`<p class="search screen-only" part="search">
      <label for="search">${this.msg('在职能中查找', { id: 'duties.search' })}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        .value=${this.searchText}
        @input=${this.#onSearch}
        @compositionend=${this.#onSearch}
      />
    </p>`;
  };

  readonly #renderList = (agency: Agency, rows: readonly Row[]): TemplateResult => {
    if (!rows.length) {
      return html`<p class="empty" part="empty">
        ${this.msg('没有找到相符的职能。', { id: 'duties.none' })}
        <button class="quiet" @click=${this.#onClear}>
          ${this.msg('清除查找', { id: 'duties.clear' })}
        </button>
      </p>`;
    }
    const groups = Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, index) =>
      rows.slice(index * GROUP, (index + 1) * GROUP),
    );
    return html`${groups.map(
      (group) =>
        html`<ol
          class="list ${groups.length > 1 ? 'group' : ''}"
          part="list"
          role="list"
          start=${group[0]!.index + 1}
          lang=${this.contentLanguage(agency)}
        >
          ${group.map((row) => this.#renderDuty(agency, row))}
        </ol>`,
    )}`;
  };

  readonly #renderDuty = (agency: Agency, { duty, index, title, text }: Row): TemplateResult => {
    const { id } = duty;
    const mark = ({ text: part, found }: TextPart): unknown =>
      found ? html`<mark>${part}</mark>` : part;
    const onCopy = async (): Promise<void> => {
      const done = await copyFrom(this, this.#citation(agency, duty, index));
      this.copied = { id, done };
    };
    const number = this.#number(agency, index);
    const place = formatNumber(this.localization.language, index + 1);
    return html`<li
      id=${id}
      part="duty"
      tabindex="-1"
      class="duty ${id === this.target ? 'target' : ''}"
    >
      ${
        number
          ? html`<a class="number" part="number" href=${this.#deepLink(id)}>${number}</a>`
          : nothing
      }
      <p class="text">
        <strong part="title">${title.map(mark)}</strong> <span>${text.map(mark)}</span>
      </p>
      <button
        class="copy quiet"
        part="copy"
        lang=${this.localization.language}
        aria-label=${this.msg(str`复制第 ${place} 项`, { id: 'duties.copy' })}
        @click=${onCopy}
      >
        ${copyIcon}
      </button>
      ${
        this.copied?.id === id
          ? html`<p class="feedback muted" part="feedback">
              ${copyMessage(this, this.copied.done)}
            </p>`
          : nothing
      }
    </li>`;
  };

  readonly #number = (agency: Agency, index: number): string => {
    const numbering = this.accept('numbering', this.numbering, NUMBERINGS);
    return itemNumber(index + 1, numbering, agency.lang);
  };

  /** The whole address, because `#…` alone would be resolved against a `<base>` of the page. */
  readonly #deepLink = (id: string): string => {
    return `${window.location.href.replace(/#.*$/, '')}#${id}`;
  };

  readonly #citation = (agency: Agency, { id, title, text = '' }: Duty, index: number): string => {
    const source = this.#sourceLine(agency);
    return `${this.#number(agency, index)}${title}${text}\n${source} ${this.#deepLink(id)}`;
  };

  readonly #sourceLine = (agency: Agency): string => {
    const source = agency.duties?.source ?? agency.source;
    const label = this.msg('来源：', { id: 'source' });
    return `${label}${source ? sourceText(this, source) : agency.name}`;
  };

  readonly #renderActions = (agency: Agency, duties: Duties): TemplateResult => {
    const name = `${agency.name}-${this.msg('主要职能', { id: 'duties.heading' })}`;
    const header = (): [string, string, string] => [
      this.msg('序号', { id: 'duties.number' }),
      this.msg('职能', { id: 'duties.title' }),
      this.msg('说明', { id: 'duties.text' }),
    ];
    const files = {
      txt: () => toText(agency, (index) => this.#number(agency, index), this.#sourceLine(agency)),
      csv: () => toCsv(duties.items, header()),
      json: () => toJson(agency),
    };
    const labels = { txt: this.msg('文本', { id: 'duties.txt' }), csv: 'CSV', json: 'JSON' };
    return html`<div class="actions screen-only" part="actions">
      <span class="label" id="download"
        >${downloadIcon}${this.msg('下载', { id: 'download' })}</span
      >
      ${(['txt', 'csv', 'json'] as const).map(
        (format) =>
          html`<button
            id=${format}
            aria-labelledby="download ${format}"
            @click=${() => downloadFrom(this, name, format, files[format]())}
          >
            ${labels[format]}
          </button>`,
      )}
      <button @click=${this.#onPrint}>${printIcon}${this.msg('打印', { id: 'print' })}</button>
    </div>`;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-duty-list': CustomsDutyList;
  }
}
