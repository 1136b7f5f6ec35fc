import { html, noChange, type TemplateResult } from 'lit';
import { LazyModule } from '../../lazy-module.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { renderFeedback } from '../../base/templates/actions.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { directionOf } from '../../base/language/tags.js';
import { deepLink, numberOf, type Listing, type Row } from './duty-text.js';

/** What searches. */
export const search = new LazyModule(() => import('./duty-search.js'));

/** What stands between title and text when both are copied: full-width punctuation brings its own space. */
const gapAfter = (title: string): string =>
  /[\u3000-\u303f\uff00-\uff65]$/.test(title) ? '' : ' ';

/** One duty: its number as a deep link, its text with the hits marked, and a button that copies it. */
function renderRow(listing: Listing, { duty, index }: Row, onCopy: () => void): TemplateResult {
  const { element, target, copied, query } = listing;
  const { id } = duty;
  const { language } = element.localization;
  const number = numberOf(listing, index);
  const place = formatNumber(language, index + 1);
  const { title, text = '' } = duty;
  const renderFound = (text: string, gap = ''): unknown =>
    query ? search.module!.renderFound(text, query, gap) : text + gap;
  return html`<li id=${id} part="duty" tabindex="-1" class="duty ${id === target ? 'target' : ''}">
    <a class="number" part="number" href=${deepLink(duty)} ?hidden=${!number}>${number}</a>
    <p class="text">
      <strong part="title">${renderFound(title, gapAfter(title))}</strong>${renderFound(text)}
    </p>
    <button
      class="copy quiet"
      part="copy"
      lang=${langInside(language, listing.agency.lang)}
      aria-label=${element.msg(str`复制第 ${place} 项`, { id: 'duties.copy' })}
      @click=${onCopy}
    ></button
    >${renderFeedback(element, copied?.id === id ? copied.done : undefined)}
  </li>`;
}

/**
 * The lists of a long list. A group that is missing keeps its old rows, out of sight: taking out hundreds of them takes
 * longer than a key may.
 */
export function renderGroups(
  listing: Listing,
  groups: readonly (readonly Row[] | undefined)[],
  onCopy: (row: Row) => void,
): TemplateResult[] {
  const { lang } = listing.agency;
  return groups.map(
    (group) =>
      html`<ol
        class=${groups.length > 1 ? 'list group' : 'list'}
        part="list"
        role="list"
        start=${(group?.[0]?.index ?? 0) + 1}
        lang=${lang}
        dir=${directionOf(lang)}
        ?hidden=${!group}
      >
        ${group ? group.map((row) => renderRow(listing, row, () => onCopy(row))) : noChange}
      </ol>`,
  );
}
