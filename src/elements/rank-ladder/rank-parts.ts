import { html, nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Band, RankSystem, Track } from '../../agency/model.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';

/** What is to be pointed out in either view. */
export interface Marks {
  /** Identifier of the current rank. */
  readonly current: string;
  /** Identifier of the rank from which years are added up. */
  readonly start: string;
  /** The years from it to the ranks above, by identifier. */
  readonly years: ReadonlyMap<string, number>;
  /** Identifiers of the ranks to point out. */
  readonly highlight: readonly string[];
  /** The band the reader looked up. */
  readonly band: Band | undefined;
}

/** What both views show. */
export interface Shown {
  readonly system: RankSystem;
  readonly track: Track;
  readonly facts: readonly RankFacts[];
  readonly marks: Marks;
}

/** The words that mark a rank: colour alone would not reach everybody. */
export function badges(
  { msg, localization: { language } }: CustomsElement,
  { rank, bands }: RankFacts,
  { marks }: Shown,
): { readonly labels: readonly string[]; readonly current: boolean; readonly marked: boolean } {
  const current = rank.id === marks.current;
  const inBand = marks.band !== undefined && bands.includes(marks.band);
  const highlighted = marks.highlight.includes(rank.id);
  const years = marks.years.get(rank.id);
  const time = years === undefined ? '' : formatNumber(language, years);
  return {
    labels: [
      current ? msg('当前', { id: 'ranks.current' }) : '',
      rank.id === marks.start && !current ? msg('起点', { id: 'ranks.from-here' }) : '',
      inBand ? msg('相符', { id: 'ranks.match' }) : '',
      highlighted ? msg('重点', { id: 'ranks.highlighted' }) : '',
      time ? msg(str`按期 ${time} 年`, { id: 'ranks.regular' }) : '',
    ].filter(Boolean),
    current,
    marked: inBand || highlighted,
  };
}

/** The name of a rank, with a star when the name is composed, and its marks. */
export function renderName(
  element: CustomsElement,
  { rank }: RankFacts,
  labels: readonly string[],
): TemplateResult {
  return html`<strong class="name"
      >${rank.name}${rank.nameStatus === 'composed' ? '*' : nothing}</strong
    >
    ${labels.map(
      (label) =>
        html`<span class="badge" part="badge" lang=${element.localization.language}
          >${label}</span
        > `,
    )}`;
}

/** Facts one after the other; an article that several of them share is cited once, after the last. */
function renderFacts<Fact extends { readonly article?: number }>(
  element: CustomsElement,
  facts: readonly Fact[],
  render: (fact: Fact) => unknown,
): TemplateResult[] {
  return facts.map(
    (fact, index) =>
      html`<span class="fact"
        >${render(fact)}
        ${
          fact.article === facts[index + 1]?.article ? nothing : citeArticle(element, fact.article)
        }</span
      > `,
  );
}

/** The positions, titles or years that hold a rank, with their articles. */
export function renderBands(element: CustomsElement, { bands }: RankFacts): TemplateResult[] {
  return renderFacts(element, bands, ({ label }) => label);
}

/** Who confers a rank, for whom, with the articles. */
export function renderConferral(
  element: CustomsElement,
  { conferral }: RankFacts,
): TemplateResult[] {
  return renderFacts(
    element,
    conferral,
    ({ by, scope }) => html`${by}${scope ? html` <span class="muted">${scope}</span>` : nothing}`,
  );
}

/** The way to the next higher rank: years or selection, and training. */
export function renderStep(
  element: CustomsElement,
  { step }: RankFacts,
): TemplateResult | typeof nothing {
  if (!step) return nothing;
  const { msg, localization } = element;
  const { language } = localization;
  const years = step.years === undefined ? '' : formatNumber(language, step.years);
  return html`<span lang=${language}
    >${years ? msg(str`满 ${years} 年`, { id: 'ranks.years' }) : msg('选升', { id: 'ranks.selection' })}
    ${citeArticle(element, step.article)}
    ${
      step.training
        ? html`<span class="training"
            >${msg('须培训', { id: 'ranks.training' })}
            ${citeArticle(element, step.trainingArticle)}</span
          >`
        : nothing
    }</span
  >`;
}

/** What a column of bands is called. */
export function bandsLabel({ msg }: CustomsElement, facts: readonly RankFacts[]): string {
  switch (facts.find(({ bands }) => bands.length)?.bands[0]?.basis) {
    case 'years':
      return msg('工作年限', { id: 'ranks.by-years' });
    case 'title':
      return msg('专业技术职务', { id: 'ranks.by-title' });
    default:
      return msg('职务', { id: 'ranks.by-position' });
  }
}

/** What the column of conferring offices is called. */
export function conferralLabel({ msg }: CustomsElement): string {
  return msg('批准授予', { id: 'ranks.conferral' });
}

/** What the column of steps is called. */
export function stepLabel({ msg }: CustomsElement): string {
  return msg('晋升上一级', { id: 'ranks.step' });
}
