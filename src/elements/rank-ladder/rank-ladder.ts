import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { rankFacts, yearsFrom, type RankFacts } from '../../agency/rank-facts.js';
import { RANKS } from '../../agency/parts.js';
import type { Agency, Track } from '../../agency/model.js';
import { AgencyElement } from '../../base/element/agency-element.js';
import { TakeAwayController } from '../../base/templates/take-away-controller.js';
import { announce } from '../../base/reader/announcer.js';
import { html } from '../../base/templates/html.js';
import { renderPrintButton } from '../../base/templates/actions.js';
import { renderSource } from '../../base/templates/citation.js';
import { controls } from '../../base/styles/controls.js';
import { emit } from '../../base/reader/events.js';
import { LazyModule } from '../../lazy-module.js';
import { renderLazy } from '../../base/templates/lazy.js';
import { renderHeading } from '../../base/templates/heading.js';
import { directionOf } from '../../base/language/tags.js';
import { renderChoice } from '../../base/templates/choice.js';
import { checkRanks, chosenTrack, rangeOf } from './chosen.js';
import { renderLadder } from './ladder-view.js';
import { composedNote, regularYears, renderRules } from './rank-parts.js';
import { styles } from './rank-ladder.styles.js';

const VIEWS = ['ladder', 'table'] as const;
type View = (typeof VIEWS)[number];

/** Code that renders the table. */
export const tableView = new LazyModule(() => import('./table-view.js'));

/**
 * Shows a system of ranks as a ladder or a table: who holds a rank, who confers it, and how long
 * promotion takes. Every fact cites its article. Ranks are text and numbers; insignia are never
 * drawn.
 *
 * @summary Shows the ranks of a public agency.
 * @slot insignia-<rank id> - Picture beside a rank, for example `insignia-commissioner-1`. The owner of the page is responsible for its use.
 * @csspart summary - Paragraph about the system.
 * @csspart controls - Row of controls above the ranks.
 * @csspart tier - A tier of the ladder.
 * @csspart rank - A rank of the ladder.
 * @csspart step - Time from a rank to the next higher one.
 * @csspart badge - Word that marks a rank, for example as the current one.
 * @csspart table - The table.
 * @csspart rules - Rules of promotion.
 * @csspart citation - Article that a fact comes from.
 * @csspart subheading - Heading of a tier and of the rules.
 * @csspart feedback - Message that says what to do if the browser does not print.
 * @csspart by-hand - Field with the address to copy, if the browser does not print.
 * @csspart source - Lines that name the source and its date.
 * @fires {CustomEvent<{view: string}>} customs-view - Fires when the reader chooses `ladder` or `table`.
 */
export class CustomsRankLadder extends AgencyElement {
  static override styles = [AgencyElement.styles, controls, styles];
  static override readonly tag = 'customs-rank-ladder';
  static override readonly shows = RANKS;

  /** Layout of the ranks: `ladder` or `table`. Readers can switch. */
  @property({ accepted: VIEWS }) view: View = 'ladder';

  /** Identifier of the track to show first, for example `technical`. Default: the first track of the data. */
  @property({ framed: 'any' }) track = '';

  /** Identifier of the rank to mark as the current one. Years of promotion are added up from it. */
  @property({ framed: 'any' }) current = '';

  /** Identifiers of ranks to highlight, separated by white space. */
  @property({ framed: 'any' }) highlight = '';

  /** @internal */
  readonly takeAway = new TakeAwayController(this);

  /** Index of the band the reader chose. It is the same in every language. */
  @state() private bandIndex = -1;

  /** Identifier of the rank from which the years are added up. */
  @state() private start = '';

  override emptyText(): string {
    return this.msg('没有衔级资料', { id: 'ranks.empty' });
  }

  /** A server renders the table if it is the view. */
  protected override async prepare(): Promise<void> {
    if (this.view === 'table') await tableView.bring();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Another agency has other bands. Another language of the same one does not.
    if (['data', 'src', 'agency'].some((source) => changed.has(source))) this.#forget();
  }

  protected override renderAgency(agency: Agency): TemplateResult {
    const system = agency.ranks!;
    const track = chosenTrack(this, system, this.track);
    const facts = rankFacts(system, track);
    const band = system.bands?.[this.bandIndex];
    const { current } = this;
    const highlight = this.highlight.split(/\s+/);
    checkRanks(this, system, [current, ...highlight]);
    const start = this.start || current;
    const marks = { current, start, years: yearsFrom(facts, start), highlight, band };
    const view = this.accept('view');
    const note = composedNote(this, facts);
    const shown = { element: this, lang: agency.lang, system, track, facts, marks };
    return html`<div lang=${agency.lang} dir=${directionOf(agency.lang)}>
        ${renderHeading(this.level, system.name)}
        ${system.summary ? html`<p part="summary" class="summary">${system.summary}</p>` : nothing}
      </div>
      <div class="row controls screen-only" part="controls">
        ${this.#renderSwitch(view)} ${this.#renderTracks(agency, track)}
        ${this.#renderFinder(agency, facts)} ${this.#renderStart(agency, facts)}
      </div>
      <div lang=${agency.lang} dir=${directionOf(agency.lang)}>
        ${
          view === 'table'
            ? renderLazy(this, tableView, ({ renderTable }) => renderTable(shown))
            : renderLadder(shown)
        }
      </div>
      ${renderRules(this, agency)}
      <div class="actions screen-only">${renderPrintButton(this)}</div>
      ${note ? html`<p class="muted">${note}</p>` : nothing}
      ${renderSource(this, agency, system.source)}`;
  }

  /** Clears what the reader has chosen. */
  #forget(): void {
    [this.bandIndex, this.start] = [-1, ''];
  }

  /** Switches the view once its code has loaded. Until then, the old view stays. */
  async #chooseView(view: View): Promise<void> {
    if (view === 'table') await tableView.bring();
    this.view = view;
    emit(this, 'customs-view', { view });
  }

  #renderSwitch(view: View): TemplateResult {
    const labels = {
      ladder: this.msg('阶梯', { id: 'ranks.ladder' }),
      table: this.msg('表格', { id: 'ranks.table' }),
    };
    const label = this.msg('显示方式', { id: 'ranks.view' });
    return html`<div class="switch" role="group" aria-label=${label}>
      ${VIEWS.map(
        (one) =>
          html`<button aria-pressed=${one === view} @click=${() => void this.#chooseView(one)}>
            ${labels[one]}
          </button>`,
      )}
    </div>`;
  }

  #renderTracks({ lang, ranks }: Agency, track: Track): unknown {
    const { tracks } = ranks!;
    return renderChoice({
      label: this.msg('序列', { id: 'ranks.track' }),
      name: 'track',
      lang,
      language: this.localization.language,
      items: tracks.map(({ id, name }) => name ?? id),
      chosen: tracks.indexOf(track),
      onChoose: (index) => {
        this.track = tracks[index]!.id;
        this.#forget();
      },
    });
  }

  /** Finds the ranks that are open to a position, a title or years of service. */
  #renderFinder({ lang, ranks }: Agency, facts: readonly RankFacts[]): unknown {
    const all = ranks!.bands ?? [];
    const bands = all.filter((band) => facts.some((fact) => fact.bands.includes(band)));
    return renderChoice({
      label: this.msg('按职务或年限查衔级', { id: 'ranks.finder' }),
      name: 'finder',
      noneLabel: this.msg('全部', { id: 'ranks.all' }),
      lang,
      language: this.localization.language,
      items: bands.map(({ label }) => label),
      chosen: bands.indexOf(all[this.bandIndex]!),
      onChoose: (index) => {
        const band = bands[index];
        this.bandIndex = band ? all.indexOf(band) : -1;
        if (!band) return;
        announce(this, `${band.label}: ${rangeOf(facts, band)}`, lang);
      },
    });
  }

  /** Adds up the years from a rank that the reader chooses. */
  #renderStart({ lang }: Agency, facts: readonly RankFacts[]): unknown {
    const timed = facts.filter(({ step }) => step?.years !== undefined);
    return renderChoice({
      label: this.msg('晋级时间从哪一级起算', { id: 'ranks.start' }),
      name: 'start',
      noneLabel: this.msg('不计算', { id: 'ranks.start-none' }),
      lang,
      language: this.localization.language,
      items: timed.map(({ rank }) => rank.name),
      chosen: timed.findIndex(({ rank }) => rank.id === this.start),
      onChoose: (index) => {
        this.start = timed[index]?.rank.id ?? '';
        const reached = [...yearsFrom(facts, this.start)].pop();
        if (!reached) return;
        const [id, years] = reached;
        const { name } = facts.find(({ rank }) => rank.id === id)!.rank;
        announce(this, `${name}: ${regularYears(this, years)}`);
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-rank-ladder': CustomsRankLadder;
  }
}
