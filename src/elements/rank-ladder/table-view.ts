import { nothing, type TemplateResult } from 'lit';
import type { Tier } from '../../agency/model.js';
import type { RankFacts } from '../../agency/rank-facts.js';
import { html } from '../../base/templates/html.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { formatNumber } from '../../base/language/formats.js';
import { cite, columnsOf, marksOf, renderMember, renderName, type Shown } from './rank-parts.js';

/** Renders the ranks as a table, with a row group for each tier. */
export function renderTable(shown: Shown): TemplateResult {
  const { element, system, track, facts, marks } = shown;
  const { msg, localization } = element;
  const { language } = localization;
  const caption = [system.name, track.name].filter(Boolean).join(' · ');
  const columns = columnsOf(shown);
  const labels = [
    msg('等', { id: 'ranks.tier' }),
    msg('序号', { id: 'ranks.number' }),
    msg('衔级', { id: 'ranks.rank' }),
    ...columns.map(([, label]) => label),
  ];
  const article = cite(shown, track.article);
  const renderTier = ({ label, name, ranks }: Tier): TemplateResult =>
    html`<th scope="rowgroup" rowspan=${ranks.length}>
      ${label ? html`<span>${label}</span>` : nothing} ${name ?? nothing} ${article}
    </th>`;
  const renderRow = (fact: RankFacts, index: number): TemplateResult => {
    const { classes, current, words } = marksOf(shown, fact);
    return html`<tr class=${classes || nothing} aria-current=${current ? 'true' : nothing}>
      ${index === 0 ? renderTier(fact.tier) : nothing}
      <td>${formatNumber(language, fact.number)}</td>
      <th scope="row">${renderName(shown, fact.rank, words)} ${article}</th>
      ${columns.map(([member]) => html`<td>${renderMember(shown, fact, member)}</td>`)}
    </tr>`;
  };
  return html`<div role="region" tabindex="0" aria-label=${caption}>
    <table part=${marks ? 'table' : nothing} aria-label=${caption}>
      <thead lang=${langInside(language, shown.lang)}>
        <tr>
          ${labels.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      ${track.tiers.map(
        (tier) =>
          html`<tbody>
            ${facts.filter((fact) => fact.tier === tier).map(renderRow)}
          </tbody>`,
      )}
    </table>
  </div>`;
}
