import { html, nothing, type TemplateResult } from 'lit';
import type { Tier } from '../../agency/model.js';
import type { RankFacts } from '../../agency/rank-facts.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber } from '../../base/language/formats.js';
import {
  badges,
  renderFacts,
  renderName,
  renderStep,
  tableOf,
  type Column,
  type Shown,
} from './rank-parts.js';

/** The ranks as a table with a group of rows for each tier. */
export function renderTable(element: CustomsElement, shown: Shown): TemplateResult {
  const { caption, labels, columns } = tableOf(element, shown);
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${caption}>
    <table part="table" aria-label=${caption}>
      <thead lang=${element.localization.language}>
        <tr>
          ${labels.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      ${shown.track.tiers.map((tier) => renderGroup(element, tier, shown, columns))}
    </table>
  </div>`;
}

function renderGroup(
  element: CustomsElement,
  tier: Tier,
  shown: Shown,
  columns: readonly Column[],
): TemplateResult {
  const facts = shown.facts.filter((fact) => fact.tier === tier);
  const article = citeArticle(element, shown.track.article);
  const renderCell = (fact: RankFacts, column: Column): unknown =>
    column === 'step' ? renderStep(element, fact) : renderFacts(element, fact[column]);
  return html`<tbody>
    ${facts.map((fact, index) => {
      const { labels, current, marked } = badges(element, fact, shown);
      return html`<tr
        class="${current ? 'current' : ''} ${marked ? 'marked' : ''}"
        aria-current=${current ? 'true' : nothing}
      >
        ${
          index === 0
            ? html`<th scope="rowgroup" rowspan=${facts.length}>
                ${tier.label ? html`<span class="tier-label">${tier.label}</span>` : nothing}
                ${tier.name ?? nothing} ${article}
              </th>`
            : nothing
        }
        <td class="number">${formatNumber(element.localization.language, fact.number)}</td>
        <th scope="row">
          <slot name="insignia-${fact.rank.id}"></slot>${renderName(element, fact, labels)}
          ${article}
        </th>
        ${columns.map((column) => html`<td>${renderCell(fact, column)}</td>`)}
      </tr>`;
    })}
  </tbody>`;
}
