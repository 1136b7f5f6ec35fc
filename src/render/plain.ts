import type { Agency, Source } from '../agency/types.js';
import { rankFacts } from '../agency/rank-facts.js';
import type { AgencyElement } from '../base/agency-element.js';
import { formatDate, str } from '../base/localization.js';
import { renderTable } from '../elements/rank-ladder/table-view.js';
import { escape } from './escape.js';
import { renderTemplate } from './template.js';

/*
 * The elements as HTML that needs no script and no shadow root: for newsletters, for systems that allow neither, and to
 * stand inside an element as what old browsers show. Lists are written so that the elements can read them again.
 */

/** The class by which our styles, or those of the page, reach it. */
export const PLAIN_CLASS = 'customs-plain';

type Write = (element: AgencyElement, agency: Agency) => string;

const paragraphs = (texts: readonly string[] = []): string =>
  texts.map((text) => `<p>${escape(text)}</p>`).join('');

const heading = (level: number, text: string): string => {
  const tag = `h${Math.min(level, 6)}`;
  return `<${tag}>${escape(text)}</${tag}>`;
};

function sourceLine({ msg, localization }: AgencyElement, source: Source | undefined): string {
  if (!source) return '';
  const { title, publisher, date, url } = source;
  const parts = [
    msg(str`《${title}》`, { id: 'source.title' }),
    publisher,
    date && formatDate(localization.language, date),
  ];
  const text = escape(parts.filter(Boolean).join(msg('，', { id: 'separator' })));
  const line = url ? `<a href="${escape(url)}">${text}</a>` : text;
  return `<p><small>${escape(msg('来源：', { id: 'source' }))}${line}</small></p>`;
}

const writeProfile: Write = (element, agency) => {
  const { msg, level } = element;
  const { name, summary, overview, url, category, status } = agency;
  const facts = [
    ['category', '', category],
    ['status', msg('机构性质', { id: 'profile.status' }), status],
    ['level', msg('级别', { id: 'profile.level' }), agency.level],
  ].filter(([, , value]) => value);
  const list = facts.map(
    ([field, term, value]) =>
      `${term ? `<dt>${escape(term)}</dt>` : ''}<dd data-field="${field}">${escape(value)}</dd>`,
  );
  const texts = [...new Set([...(summary ? [summary] : []), ...(overview ?? [])])];
  return [
    heading(level, name),
    list.length ? `<dl>${list.join('')}</dl>` : '',
    paragraphs(texts),
    url
      ? `<p><a href="${escape(url)}" rel="external noopener">${escape(msg('官方网站', { id: 'profile.site' }))}</a></p>`
      : '',
    sourceLine(element, agency.source),
  ].join('');
};

const writeDuties: Write = (element, { duties, source }) => {
  const items = duties!.items.map(
    ({ id, title, text }) =>
      `<li id="${id}"><strong>${escape(title)}</strong>${text ? ` ${escape(text)}` : ''}</li>`,
  );
  return [
    heading(element.level, element.msg('主要职能', { id: 'duties.heading' })),
    paragraphs(duties!.preamble),
    `<ol>${items.join('')}</ol>`,
    sourceLine(element, duties!.source ?? source),
  ].join('');
};

/** What only means something in a shadow root. Values are escaped, so none of it can be text. */
const SHADOW_ONLY = /<!--[^]*?-->|<\/?slot[^>]*>|\s(?:part|class|tabindex)="[^"]*"/g;

const writeRanks: Write = (element, { ranks, source }) => {
  const system = ranks!;
  const tables = system.tracks.map((track) => {
    const marks = { current: '', start: '', years: new Map(), highlight: [], band: undefined };
    const shown = { system, track, facts: rankFacts(system, track), marks };
    const table = renderTemplate(renderTable(element, shown)).replace(SHADOW_ONLY, '');
    return `${track.name ? heading(element.level + 1, track.name) : ''}${table}`;
  });
  return [
    heading(element.level, system.name),
    paragraphs(system.summary ? [system.summary] : []),
    ...tables,
    sourceLine(element, system.source ?? source),
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
export function renderPlain(tag: string, element: AgencyElement): string {
  const { state } = element;
  const lang = state.kind === 'ready' ? state.agency.lang : element.localization.language;
  const content =
    state.kind === 'ready'
      ? WRITERS[tag]!(element, state.agency)
      : `<p>${escape(element.msg('未查询到任何数据！', { id: 'empty' }))}</p>`;
  return `<section class="${PLAIN_CLASS}" lang="${escape(lang)}">${content}</section>`;
}

/** The look of plain HTML: that of the elements as far as a page of any kind can bear it, by the same properties. */
export const PLAIN_STYLES = `.${PLAIN_CLASS}{padding:24px;border:1px solid var(--customs-color-border,#d3dbe4);border-radius:var(--customs-radius,8px);background:var(--customs-color-surface,#fff);color:var(--customs-color-text,#17212d);font:16px/1.75 var(--customs-font-family,system-ui,"PingFang SC","Microsoft YaHei",sans-serif);overflow-wrap:anywhere;line-break:strict}
.${PLAIN_CLASS} :is(h1,h2,h3,h4,h5,h6){margin:0 0 12px;font-size:1.375em;line-height:1.4}
.${PLAIN_CLASS} :is(p,ol,ul,dl){max-inline-size:46em;margin:0 0 12px}
.${PLAIN_CLASS} :is(ol,ul){padding-inline-start:2.5em}
.${PLAIN_CLASS} li{margin-block-end:8px}
.${PLAIN_CLASS} dt{color:var(--customs-color-muted,#55616f)}
.${PLAIN_CLASS} dd{margin:0 0 8px;font-weight:600}
.${PLAIN_CLASS} a{color:var(--customs-color-accent,#0b4f8a)}
.${PLAIN_CLASS} small{color:var(--customs-color-muted,#55616f)}
.${PLAIN_CLASS} div{overflow-x:auto}
.${PLAIN_CLASS} table{border-collapse:collapse}
.${PLAIN_CLASS} :is(th,td){padding:8px 12px;border:1px solid var(--customs-color-border,#d3dbe4);text-align:start;vertical-align:top}
.${PLAIN_CLASS}:lang(zh) ol{list-style:cjk-ideographic}
`;
