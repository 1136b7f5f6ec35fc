import { html, nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Band, Conferral, PromotionStep, RankSystem, Track } from '../../agency/model.js';
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

/** The name of a rank, with a star when the name is composed. */
export function nameOf({ rank }: RankFacts): string {
  return rank.nameStatus === 'composed' ? `${rank.name}*` : rank.name;
}

/** The name of a rank and its marks. */
export function renderName(
  element: CustomsElement,
  fact: RankFacts,
  labels: readonly string[],
): TemplateResult {
  return html`<strong class="name">${nameOf(fact)}</strong> ${labels.map(
      (label) =>
        html`<span class="badge" part="badge" lang=${element.localization.language}
          >${label}</span
        > `,
    )}`;
}

/** The article to cite after a fact: one that several facts share is cited once, after the last. */
export function articleAfter(
  facts: readonly (Band | Conferral)[],
  index: number,
): number | undefined {
  const { article } = facts[index]!;
  return article === facts[index + 1]?.article ? undefined : article;
}

/** The positions, titles or years that hold a rank, or who confers it for whom, with the articles. */
export function renderFacts(
  element: CustomsElement,
  facts: readonly (Band | Conferral)[],
): TemplateResult[] {
  return facts.map((fact, index) => {
    const scope = 'scope' in fact && html` <span class="muted">${fact.scope}</span>`;
    return html`<span class="fact"
      >${'by' in fact ? fact.by : fact.label}${scope || nothing}
      ${citeArticle(element, articleAfter(facts, index))}</span
    > `;
  });
}

/** What the step to the next higher rank takes: years or selection. */
export function stepText({ msg, localization }: CustomsElement, { years }: PromotionStep): string {
  if (years === undefined) return msg('选升', { id: 'ranks.selection' });
  const time = formatNumber(localization.language, years);
  return msg(str`满 ${time} 年`, { id: 'ranks.years' });
}

/** That training has to be completed before the step. */
export function trainingText({ msg }: CustomsElement): string {
  return msg('须培训', { id: 'ranks.training' });
}

/** The way to the next higher rank: years or selection, and training. */
export function renderStep(
  element: CustomsElement,
  { step }: RankFacts,
): TemplateResult | typeof nothing {
  if (!step) return nothing;
  return html`<span lang=${element.localization.language}
    >${stepText(element, step)} ${citeArticle(element, step.article)}
    ${
      step.training
        ? html`<span class="training"
            >${trainingText(element)} ${citeArticle(element, step.trainingArticle)}</span
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

/** What a column of a table says of each rank. */
export type Column = 'bands' | 'conferral' | 'step';

/** What a table of ranks says: its name, and the names of its columns, of which the last say `columns`; those without facts are left out. */
export function tableOf(
  element: CustomsElement,
  { system, track, facts }: Omit<Shown, 'marks'>,
): { readonly caption: string; readonly labels: string[]; readonly columns: Column[] } {
  const { msg } = element;
  const labels = [
    msg('等', { id: 'ranks.tier' }),
    msg('序号', { id: 'ranks.number' }),
    msg('衔级', { id: 'ranks.rank' }),
  ];
  const columns: Column[] = [];
  const add = (column: Column, label: string, isUsed: (fact: RankFacts) => unknown): void => {
    if (!facts.some(isUsed)) return;
    columns.push(column);
    labels.push(label);
  };
  add('bands', bandsLabel(element, facts), ({ bands }) => bands.length);
  add('conferral', conferralLabel(element), ({ conferral }) => conferral.length);
  add('step', msg('晋升上一级', { id: 'ranks.step' }), ({ step }) => step);
  return { caption: [system.name, track.name].filter(Boolean).join(' · '), labels, columns };
}

/** What is said of the names with a star; nothing where there are none. */
export function composedNote({ msg }: CustomsElement, facts: readonly RankFacts[]): string {
  return facts.some(({ rank }) => rank.nameStatus === 'composed')
    ? msg('* 这些衔名没有通行的译名，由本项目用通行的词拼成。', { id: 'ranks.composed' })
    : '';
}
