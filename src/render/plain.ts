import { nothing, type TemplateResult } from 'lit';
import type { Agency } from '../agency/model.js';
import { rankFacts } from '../agency/rank-facts.js';
import type { AgencyElement } from '../base/element/agency-element.js';
import { renderSource } from '../base/templates/citation.js';
import { renderTable } from '../elements/rank-ladder/table-view.js';
import { TOKENS } from '../base/styles/token-values.js';
import { escape } from './escape.js';
import { renderTemplate } from './template.js';

/*
 * The elements as HTML that needs no script and no shadow root: for newsletters, for systems that allow neither, and to
 * stand inside an element as what old browsers show. Lists are written so that the elements can read them again.
 */

/** The class by which our styles, or those of the page, reach it. */
export const PLAIN_CLASS = 'customs-plain';

/** `isAlone`: nothing else on the page has the same identifiers. */
type Write = (element: AgencyElement, agency: Agency, isAlone: boolean) => string;

const paragraphs = (texts: readonly string[] = []): string =>
  texts.map((text) => `<p>${escape(text)}</p>`).join('');

const heading = (level: number, text: string): string => {
  const tag = `h${Math.min(level, 6)}`;
  return `<${tag}>${escape(text)}</${tag}>`;
};

/** What only means something in a shadow root. Values are escaped, so none of it can be text. */
const SHADOW_ONLY = /<!--[^]*?-->|<\/?slot[^>]*>|\s(?:part|class)="[^"]*"/g;

/** A template of the elements without its shadow root. */
const flat = (template: TemplateResult | typeof nothing): string =>
  template === nothing ? '' : renderTemplate(template).replace(SHADOW_ONLY, '');

const writeProfile: Write = (element, agency) => {
  const { msg, level } = element;
  const { name, summary, overview, url, category, status } = agency;
  const facts = [
    ['status', msg('机构性质', { id: 'profile.status' }), status],
    ['level', msg('级别', { id: 'profile.level' }), agency.level],
  ].filter(([, , value]) => value);
  const list = facts.map(
    ([field, term, value]) =>
      `<dt>${escape(term)}</dt><dd data-field="${field}">${escape(value)}</dd>`,
  );
  const texts = [...new Set([...(summary ? [summary] : []), ...(overview ?? [])])];
  return [
    category ? `<div data-field="category">${escape(category)}</div>` : '',
    heading(level, name),
    list.length ? `<dl>${list.join('')}</dl>` : '',
    paragraphs(texts),
    url
      ? `<p><a href="${escape(url)}" rel="external noopener">${escape(msg('官方网站', { id: 'profile.site' }))}</a></p>`
      : '',
    flat(renderSource(element, agency)),
  ].join('');
};

const writeDuties: Write = (element, agency, isAlone) => {
  const { duties } = agency;
  const items = duties!.items.map(
    ({ id, title, text }) =>
      `<li${isAlone ? ` id="${id}"` : ''}><strong>${escape(title)}</strong>${text ? ` ${escape(text)}` : ''}</li>`,
  );
  return [
    heading(element.level, element.msg('主要职能', { id: 'duties.heading' })),
    paragraphs(duties!.preamble),
    `<ol>${items.join('')}</ol>`,
    flat(renderSource(element, agency, duties!.source)),
  ].join('');
};

const writeRanks: Write = (element, agency) => {
  const system = agency.ranks!;
  const tables = system.tracks.map((track) => {
    const marks = { current: '', start: '', years: new Map(), highlight: [], band: undefined };
    const facts = rankFacts(system, track);
    // Several facts in one cell stand one under the other.
    const table = flat(renderTable(element, { system, track, facts, marks }));
    const lines = table.replace(/<\/span> <span>/g, '</span><br><span>');
    return `${track.name ? heading(element.level + 1, track.name) : ''}${lines}`;
  });
  const hasComposed = system.tracks
    .flatMap(({ tiers }) => tiers.flatMap(({ ranks }) => ranks))
    .some(({ nameStatus }) => nameStatus === 'composed');
  const note = element.msg('* 这些衔名没有通行的译名，由本项目用通行的词拼成。', {
    id: 'ranks.composed',
  });
  return [
    heading(element.level, system.name),
    paragraphs(system.summary ? [system.summary] : []),
    ...tables,
    paragraphs(hasComposed ? [note] : []),
    flat(renderSource(element, agency, system.source)),
  ].join('');
};

const writeLinks: Write = (element, { links }) => {
  const items = links!.map(
    ({ label, url, description }) =>
      `<li><a href="${escape(url)}" rel="external noopener">${escape(label)}</a>${description ? ` ${escape(description)}` : ''}</li>`,
  );
  return `${heading(element.level, element.msg('相关', { id: 'links.heading' }))}<ul>${items.join('')}</ul>`;
};

const WRITERS: Readonly<Record<string, Write>> = {
  'customs-profile-card': writeProfile,
  'customs-duty-list': writeDuties,
  'customs-rank-ladder': writeRanks,
  'customs-link-list': writeLinks,
};

/** An element that has its data, as plain HTML. */
export function renderPlain(tag: string, element: AgencyElement, isAlone: boolean): string {
  const { state } = element;
  const lang = state.kind === 'ready' ? state.agency.lang : element.localization.language;
  const content =
    state.kind === 'ready'
      ? WRITERS[tag]!(element, state.agency, isAlone)
      : `<p>${escape(element.msg('未查询到任何数据！', { id: 'empty' }))}</p>`;
  return `<section class="${PLAIN_CLASS}" lang="${escape(lang)}">${content}</section>`;
}

/** A public token with its default for light pages. */
const token = (name: string): string =>
  `var(--customs-${name},${TOKENS[name]![0].replace(/'/g, '"')})`;

/** The look of plain HTML: that of the elements as far as a page of any kind can bear it, by the same properties. */
export const PLAIN_STYLES = Object.entries({
  '': `padding:24px;border:1px solid ${token('color-border')};border-radius:${token('radius')};background:${token('color-surface')};color:${token('color-text')};font:16px/1.75 ${token('font-family')};overflow-wrap:anywhere;line-break:strict`,
  ' :is(h1,h2,h3,h4,h5,h6)': 'margin:0 0 12px;font-size:1.375em;line-height:1.4',
  ' :is(p,ol,ul,dl)': 'max-inline-size:46em;margin:0 0 12px',
  ' :is(ol,ul)': 'padding-inline-start:3.5em',
  ':lang(zh) ol': 'list-style:cjk-ideographic',
  ' li': 'margin-block-end:8px',
  ' :is(dt,cite)': `color:${token('color-muted')}`,
  ' dd': 'margin:0 0 8px;font-weight:600',
  ' a': `color:${token('color-accent')}`,
  ' cite': 'font-style:normal;font-weight:400;font-size:.9em;white-space:nowrap',
  ' div': 'overflow-x:auto',
  ' table': 'border-collapse:collapse;overflow-wrap:normal;margin-block-end:12px',
  ' :is(th,td)': `padding:8px 12px;border:1px solid ${token('color-border')};text-align:start;vertical-align:top`,
  '>div:last-child': `color:${token('color-muted')};font-size:.875em`,
})
  .map(([selector, rules]) => `.${PLAIN_CLASS}${selector}{${rules}}`)
  .join('\n');
