import { html, nothing, type TemplateResult } from 'lit';
import type { Duty } from '../../agency/model.js';
import { finder, findText, type TextPart } from '../../base/language/find-text.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { renderFeedback } from '../../base/templates/actions.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { deepLink, numberOf, type Listing } from './duty-text.js';

/** A duty with its place in the list. */
export interface Row {
  readonly duty: Duty;
  readonly index: number;
}

/** The duties that a search leaves; all of them when it is empty. */
export function findRows(duties: readonly Duty[], query: string): Row[] {
  const rows = duties.map((duty, index) => ({ duty, index }));
  const find = finder(query);
  return rows.filter(({ duty: { title, text = '' } }) => find(title) || find(text));
}

/** What stands between title and text when both are copied: full-width punctuation brings its own space. */
const gapAfter = (title: string): string =>
  /[\u3000-\u303f\uff00-\uff65]$/.test(title) ? '' : ' ';

/** A text with the hits marked; one without any is a text and no list. */
const renderParts = (parts: readonly TextPart[], gap = ''): unknown =>
  parts.length > 1 || parts[0]?.found
    ? [...parts.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : text)), gap]
    : `${parts[0]?.text ?? ''}${gap}`;

/** One duty: its number as a deep link, its text with the hits marked, and a button that copies it. */
export function renderRow(
  listing: Listing,
  { duty, index }: Row,
  onCopy: () => void,
): TemplateResult {
  const { element, target, copied, query } = listing;
  const { id } = duty;
  const { language } = element.localization;
  const number = numberOf(listing, index);
  const place = formatNumber(language, index + 1);
  const title = findText(duty.title, query);
  const text = findText(duty.text ?? '', query);
  return html`<li id=${id} part="duty" tabindex="-1" class="duty ${id === target ? 'target' : ''}">
    ${number ? html`<a class="number" part="number" href=${deepLink(duty)}>${number}</a>` : nothing}
    <p class="text">
      <strong part="title">${renderParts(title, gapAfter(duty.title))}</strong>${renderParts(text)}
    </p>
    <button
      class="copy quiet"
      part="copy"
      lang=${langInside(language, listing.agency.lang)}
      aria-label=${element.msg(str`复制第 ${place} 项`, { id: 'duties.copy' })}
      @click=${onCopy}
    ></button>
    ${renderFeedback(element, copied?.id === id ? copied.done : undefined)}
  </li>`;
}
