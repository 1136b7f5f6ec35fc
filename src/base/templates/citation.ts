import { nothing, type TemplateResult } from 'lit';
import type { Agency, Source } from '../../agency/model.js';
import { formatDate, formatNumber } from '../language/formats.js';
import type { Localized } from '../language/localization.js';
import { str } from '../language/strings.js';
import { directionOf } from '../language/tags.js';
import { chineseNumeral } from '../../agency/chinese-numeral.js';
import { html } from './html.js';
import { langInside } from './lang-inside.js';

/**
 * Cites the article of law that a fact comes from: 第十二条, Art. 12. Renders nothing without an
 * article.
 *
 * @param around - BCP 47 tag of the surrounding text
 * @param isPlain - true to render without classes and parts
 */
export function citeArticle(
  { msg, localization: { language } }: Localized,
  article: number | undefined,
  around: string,
  isPlain = false,
): TemplateResult | typeof nothing {
  if (!article) return nothing;
  const lang = langInside(language, around);
  const number = language.startsWith('zh')
    ? chineseNumeral(article)
    : formatNumber(language, article);
  const text = msg(str`第${number}条`, { id: 'article' });
  return isPlain
    ? html`<cite lang=${lang}>${text}</cite>`
    : html`<cite class="muted" part="citation" lang=${lang}>${text}</cite>`;
}

/** Lists title, publisher and date of a source. */
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

/** Writes a source as one line of text. */
export function sourceText(element: Localized, source: Source): string {
  return sourceParts(element, source).join(element.msg('，', { id: 'separator' }));
}

/** Renders the lines that say where the facts come from and how recent they are. */
function sourceLines(element: Localized, agency: Agency, source: Source): TemplateResult {
  const { msg, localization } = element;
  const { asOf, lang, translation } = agency;
  const separator = msg('，', { id: 'separator' });
  // Isolates the parts if their language is written in another direction than the line. Otherwise
  // they stay one run of text, in which browsers close the gap between two full-width marks (》，).
  const isolated = directionOf(lang) !== directionOf(localization.language);
  const line = isolated
    ? sourceParts(element, source).map(
        (part, index) => html`${index ? separator : nothing}<bdi>${part}</bdi>`,
      )
    : sourceText(element, source);
  const day = asOf && formatDate(localization.language, asOf);
  const unofficial = msg('本文为非官方译文，以原文为准。', { id: 'unofficial-translation' });
  return html`<p>
      ${msg('来源：', { id: 'source' })}${
        source.url ? html`<a href=${source.url} rel="external noopener">${line}</a>` : line
      }
    </p>
    ${source.note ? html`<p dir="auto">${source.note}</p>` : nothing}
    ${translation?.official === false ? html`<p>${unofficial}</p>` : nothing}
    ${day ? html`<p>${msg(str`核对日期：${day}`, { id: 'as-of' })}</p>` : nothing}`;
}

/** Renders the lines under an element that name the source of its facts. */
export const renderSource = (element: Localized, agency: Agency, source = agency.source): unknown =>
  source &&
  html`<div class="source muted" part="source">${sourceLines(element, agency, source)}</div>`;

/** Renders the same lines in plain HTML. */
export const renderPlainSource: typeof renderSource = (element, agency, source = agency.source) =>
  source && html`<div>${sourceLines(element, agency, source)}</div>`;
