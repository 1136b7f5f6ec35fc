import { html, nothing, type TemplateResult } from 'lit';
import type { Agency, Source } from '../../agency/model.js';
import { formatDate, formatNumber } from '../language/formats.js';
import type { Localized } from '../language/localization.js';
import { str } from '../language/strings.js';
import { directionOf } from '../language/tags.js';
import { renderParagraphs } from './paragraphs.js';
import { chineseNumeral } from '../language/numbering.js';

/** An article of law as it is cited: 第十二条, Art. 12. */
function articleText({ msg, localization: { language } }: Localized, article: number): string {
  const number = language.startsWith('zh')
    ? chineseNumeral(article)
    : formatNumber(language, article);
  return msg(str`第${number}条`, { id: 'article' });
}

/** The article that a fact comes from. Nothing when the fact names none. */
export function citeArticle(
  element: Localized,
  article: number | undefined,
): TemplateResult | typeof nothing {
  if (!article) return nothing;
  return html`<cite class="muted" part="citation" lang=${element.localization.language}
    >${articleText(element, article)}</cite
  >`;
}

/** The same in plain HTML. */
export function citePlainArticle(
  element: Localized,
  article: number | undefined,
): TemplateResult | typeof nothing {
  if (!article) return nothing;
  return html`<cite lang=${element.localization.language}>${articleText(element, article)}</cite>`;
}

/** The title, publisher and date of a source. */
function sourceParts(
  { msg, localization: { language } }: Localized,
  { title, publisher, date }: Source,
): string[] {
  return [
    msg(str`《${title}》`, { id: 'source.title' }),
    publisher ?? '',
    date ? formatDate(language, date) : '',
  ].filter(Boolean);
}

/** A source in one line of text. */
export function sourceText(element: Localized, source: Source): string {
  return sourceParts(element, source).join(element.msg('，', { id: 'separator' }));
}

function sourceLines(element: Localized, agency: Agency, source: Source): TemplateResult {
  const { msg, localization } = element;
  const separator = msg('，', { id: 'separator' });
  // A part may be written in another direction than the line. Where it is not, the parts are one run of text, in which
  // browsers close the gap between two full-width marks (》，).
  const isolated = directionOf(agency.lang) !== directionOf(localization.language);
  const line = isolated
    ? sourceParts(element, source).map(
        (part, index) => html`${index ? separator : nothing}<bdi>${part}</bdi>`,
      )
    : sourceText(element, source);
  const day = agency.asOf && formatDate(localization.language, agency.asOf);
  const unofficial = agency.translation && !agency.translation.official;
  return html`<p>
      ${msg('来源：', { id: 'source' })}${
        source.url ? html`<a href=${source.url} rel="external noopener">${line}</a>` : line
      }
    </p>
    ${source.note ? html`<p dir="auto">${source.note}</p>` : nothing}
    ${renderParagraphs([
      ...(unofficial
        ? [msg('本文为非官方译文，以原文为准。', { id: 'unofficial-translation' })]
        : []),
      ...(day ? [msg(str`核对日期：${day}`, { id: 'as-of' })] : []),
    ])}`;
}

/** The lines under an element that say where its facts come from, and how recent they are. */
export function renderSource(
  element: Localized,
  agency: Agency,
  source: Source | undefined = agency.source,
): TemplateResult | typeof nothing {
  if (!source) return nothing;
  return html`<div class="source muted" part="source">
    ${sourceLines(element, agency, source)}
  </div>`;
}

/** The same lines in plain HTML. */
export function renderPlainSource(
  element: Localized,
  agency: Agency,
  source: Source | undefined = agency.source,
): TemplateResult | typeof nothing {
  return source ? html`<div>${sourceLines(element, agency, source)}</div>` : nothing;
}
