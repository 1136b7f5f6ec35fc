import { nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Agency, Band, Conferral, Rank, RankSystem, Track } from '../../agency/model.js';
import { html } from '../../base/templates/html.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { directionOf } from '../../base/language/tags.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { renderHeading } from '../../base/templates/heading.js';

/** What both views highlight. */
export interface Marks {
  /** Identifier of the current rank. */
  readonly current: string;
  /** Identifier of the rank from which years are added up. */
  readonly start: string;
  /** Years from that rank to each higher one, by identifier. */
  readonly years: ReadonlyMap<string, number>;
  /** Identifiers of the ranks to highlight. */
  readonly highlight: readonly string[];
  /** The band the reader chose. */
  readonly band: Band | undefined;
}

/** Input of both views. */
export interface Shown {
  readonly element: CustomsElement;
  /** BCP 47 tag of the data. */
  readonly lang: string;
  readonly system: RankSystem;
  readonly track: Track;
  readonly facts: readonly RankFacts[];
  /** Absent in plain HTML, which also has no classes, parts or slots. */
  readonly marks?: Marks;
}

/** Cites the article that a fact comes from. */
export const cite = ({ element, lang, marks }: Shown, article: number | undefined): unknown =>
  citeArticle(element, article, lang, !marks);

/** Says how many years regular promotion takes. */
export function regularYears({ msg, localization }: CustomsElement, years: number): string {
  const time = formatNumber(localization.language, years);
  return msg(str`按期 ${time} 年`, { id: 'ranks.regular' });
}

/** Marks a rank by classes and by words, because not everybody can see colours. */
export function marksOf({ element, marks }: Shown, { rank, bands }: RankFacts) {
  if (!marks) return { classes: '', current: false, words: [] };
  const { msg } = element;
  const current = rank.id === marks.current;
  const inBand = marks.band !== undefined && bands.includes(marks.band);
  const highlighted = marks.highlight.includes(rank.id);
  const years = marks.years.get(rank.id);
  return {
    classes: `${current ? 'current' : ''} ${inBand || highlighted ? 'marked' : ''}`,
    current,
    words: [
      current ? msg('当前', { id: 'ranks.current' }) : '',
      rank.id === marks.start && !current ? msg('起点', { id: 'ranks.from-here' }) : '',
      inBand ? msg('相符', { id: 'ranks.match' }) : '',
      highlighted ? msg('重点', { id: 'ranks.highlighted' }) : '',
      years === undefined ? '' : regularYears(element, years),
    ].filter(Boolean),
  };
}

/** Renders the name of a rank, with a star if composed, a slot for insignia, and its marks. */
export function renderName(
  { element, lang, marks }: Shown,
  { id, name, nameStatus }: Rank,
  words: readonly string[],
): TemplateResult {
  const text = nameStatus === 'composed' ? `${name}*` : name;
  if (!marks) return html`<strong>${text}</strong>`;
  return html`<slot name="insignia-${id}"></slot
    ><strong class="name">${`${text} `}</strong>${words.map(
      (word) =>
        html`<span
          class="badge"
          part="badge"
          lang=${langInside(element.localization.language, lang)}
          >${word}</span
        > `,
    )}`;
}

// prettier-ignore
const lineBreak = html`<br>`;

/** Renders what may hold a rank, or who confers it. Each text ends with a space, for copies. */
function renderFacts(shown: Shown, facts: readonly (Band | Conferral)[]): TemplateResult[] {
  return facts.map((fact, index) => {
    const [name, scope] = 'by' in fact ? [fact.by, fact.scope] : [fact.label];
    const text = `${name} `;
    // Facts that share an article cite it once, after the last one.
    const isShared = fact.article === facts[index + 1]?.article;
    const article = isShared ? nothing : cite(shown, fact.article);
    if (!shown.marks) {
      const limit = scope ? html`<span>${scope} </span>` : nothing;
      return html`${index ? lineBreak : nothing}<span>${text}${limit}${article}</span>`;
    }
    if (scope) return html`<span class="fact">${text}<span>${scope} </span>${article}</span>`;
    return isShared
      ? html`<span class="fact">${text}</span>`
      : html`<span class="fact">${text}${article}</span>`;
  });
}

/** Renders the step to the next higher rank: years or selection, and training. */
function renderStep(shown: Shown, { step }: RankFacts): TemplateResult | typeof nothing {
  if (!step) return nothing;
  const { msg, localization } = shown.element;
  const lang = langInside(localization.language, shown.lang);
  const years = step.years === undefined ? '' : formatNumber(localization.language, step.years);
  const way = years
    ? msg(str`满 ${years} 年`, { id: 'ranks.years' })
    : msg('选升', { id: 'ranks.selection' });
  const article = cite(shown, step.article);
  if (!step.training) return html`<span lang=${lang}>${`${way} `}${article}</span>`;
  const training = msg('须培训', { id: 'ranks.training' });
  return html`<span lang=${lang}
    >${`${way} `}${article} <span>${`${training} `}${cite(shown, step.trainingArticle)}</span></span
  >`;
}

/** A group of facts about a rank, and its label. */
export type Column = readonly [member: 'bands' | 'conferral' | 'step', label: string];

/** Lists the facts known for the ranks of a track, in the order of the table columns. */
export function columnsOf({ element: { msg }, facts }: Shown): Column[] {
  const bases = {
    position: msg('职务', { id: 'ranks.by-position' }),
    title: msg('专业技术职务', { id: 'ranks.by-title' }),
    years: msg('工作年限', { id: 'ranks.by-years' }),
  };
  const columns: Column[] = [
    ['bands', bases[facts.flatMap(({ bands }) => bands)[0]?.basis ?? 'position']],
    ['conferral', msg('批准授予', { id: 'ranks.conferral' })],
    ['step', msg('晋升上一级', { id: 'ranks.step' })],
  ];
  return columns.filter(([member]) => facts.some((fact) => isSaid(fact, member)));
}

/** True if a column has facts about a rank. */
export const isSaid = (fact: RankFacts, member: Column[0]): boolean =>
  Object.keys(fact[member] ?? {}).length > 0;

/** Renders the facts about a rank in one column, with their articles. */
export const renderMember = (shown: Shown, fact: RankFacts, member: Column[0]): unknown =>
  member === 'step' ? renderStep(shown, fact) : renderFacts(shown, fact[member]);

/** Renders the rules of promotion that the steps do not express. */
export function renderRules(
  element: CustomsElement,
  { lang, ranks }: Agency,
): TemplateResult | typeof nothing {
  const rules = ranks?.promotion?.rules;
  if (!rules?.length) return nothing;
  const heading = element.msg('晋级规定', { id: 'ranks.rules' });
  return html`<section class="rules" part="rules">
    ${renderHeading(element.level + 1, heading, 'subheading')}
    <ul lang=${lang} dir=${directionOf(lang)}>
      ${rules.map(({ text, article }) => html`<li>${text} ${citeArticle(element, article, lang)}</li>`)}
    </ul>
  </section>`;
}

/** Explains the names with a star; empty if there are none. */
export function composedNote({ msg }: CustomsElement, facts: readonly RankFacts[]): string {
  return facts.some(({ rank }) => rank.nameStatus === 'composed')
    ? msg('* 这些衔名没有通行的译名，由本项目用通行的词拼成。', { id: 'ranks.composed' })
    : '';
}
