import { html, nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Tier } from '../../agency/model.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber } from '../../base/language/formats.js';
import {
  badges,
  bandsLabel,
  conferralLabel,
  renderBands,
  renderConferral,
  renderName,
  renderStep,
  stepLabel,
  type Shown,
} from './rank-parts.js';

/** The ranks as a table with a group of rows for each tier; columns without facts are left out. */
export function renderTable(element: CustomsElement, shown: Shown): TemplateResult {
  const { msg, language } = element.localization;
  const { system, track, facts } = shown;
  const columns = [
    {
      label: bandsLabel(element, facts),
      cell: renderBands,
      used: has((fact) => fact.bands.length),
    },
    {
      label: conferralLabel(element),
      cell: renderConferral,
      used: has((fact) => fact.conferral.length),
    },
    { label: stepLabel(element), cell: renderStep, used: has((fact) => fact.step) },
  ].filter(({ used }) => used);
  function has(property: (fact: RankFacts) => unknown): boolean {
    return facts.some((fact) => Boolean(property(fact)));
  }
  const caption = [system.name, track.name].filter(Boolean).join(' · ');
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${caption}>
    <table part="table" aria-label=${caption}>
      <thead lang=${language}>
        <tr>
          <th scope="col">${msg('等', { id: 'ranks.tier' })}</th>
          <th class="number" scope="col">${msg('序号', { id: 'ranks.number' })}</th>
          <th scope="col">${msg('衔级', { id: 'ranks.rank' })}</th>
          ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      ${track.tiers.map((tier) => renderGroup(element, tier, shown, columns))}
    </table>
  </div>`;
}

type Column = { readonly cell: (element: CustomsElement, fact: RankFacts) => unknown };

function renderGroup(
  element: CustomsElement,
  tier: Tier,
  shown: Shown,
  columns: readonly Column[],
): TemplateResult {
  const facts = shown.facts.filter((fact) => fact.tier === tier);
  const article = citeArticle(element, shown.track.article);
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
        ${columns.map(({ cell }) => html`<td>${cell(element, fact)}</td>`)}
      </tr>`;
    })}
  </tbody>`;
}
