import { noChange, type TemplateResult } from 'lit';
import { gapAfter } from '../../agency/joined.js';
import { LazyModule } from '../../lazy-module.js';
import { html } from '../../base/templates/html.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { renderFeedback } from '../../base/templates/actions.js';
import { withBreaks } from '../../base/templates/breaks.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { directionOf } from '../../base/language/tags.js';
import { addressOfDuty, numberOf, type Listing, type Row } from './duty-text.js';

/** Code that searches the list. */
export const search = new LazyModule(() => import('./duty-search.js'));

/** Renders a duty: its number as a deep link, its text with marked matches, and a copy button. */
function renderRow(listing: Listing, { duty, index }: Row, onCopy: () => void): TemplateResult {
  const { element, deepLink, copied, query } = listing;
  const { id } = duty;
  const { language } = element.localization;
  const number = numberOf(listing, duty, index);
  const place = formatNumber(language, index + 1);
  const { title, text = '' } = duty;
  const renderFound = (text: string, gap = ''): unknown =>
    query ? search.module!.renderFound(text, query, gap) : withBreaks(text + gap);
  return html`<li
    id=${id}
    part="duty"
    tabindex="-1"
    class="duty ${id === deepLink.target ? 'target' : ''}"
  >
    <a
      class="number"
      part="number"
      href=${addressOfDuty(listing, duty)}
      target="_self"
      @click=${deepLink.onClick}
      ?hidden=${!number}
      >${number}</a
    >
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
 * Renders the groups of a long list. A missing group keeps its old rows hidden, because removing
 * hundreds of them would delay the next key press.
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
