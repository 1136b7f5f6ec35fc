import { html, nothing, type TemplateResult } from 'lit';
import type { Band, Conferral, Tier } from '../../agency/model.js';
import { rankFacts, type RankFacts } from '../../agency/rank-facts.js';
import { citePlainArticle, renderPlainSource } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { formatNumber } from '../../base/language/formats.js';
import { renderHeading } from '../../base/templates/heading.js';
import type { Plain } from '../../base/templates/plain.js';
import {
  articleAfter,
  composedNote,
  nameOf,
  stepText,
  tableOf,
  trainingText,
  type Column,
  type Shown,
} from './rank-parts.js';

/** A system of ranks in plain HTML: a table for each of its tracks. */
export const plain: Plain = (element, agency) => {
  const system = agency.ranks!;
  const { name, summary, source } = system;
  const tables = system.tracks.map((track) => ({ system, track, facts: rankFacts(system, track) }));
  const note = composedNote(
    element,
    tables.flatMap(({ facts }) => facts),
  );
  return html`${renderHeading(element.level, name, nothing)}
  ${summary ? html`<p>${summary}</p>` : nothing}
  ${tables.map((table) => renderTrack(element, table))} ${note ? html`<p>${note}</p>` : nothing}
  ${renderPlainSource(element, agency, source)}`;
};

function renderTrack(element: CustomsElement, table: Omit<Shown, 'marks'>): TemplateResult {
  const { track, facts } = table;
  const { caption, labels, columns } = tableOf(element, table);
  const article = citePlainArticle(element, track.article);
  const renderCell = (fact: RankFacts, column: Column): unknown =>
    column === 'step' ? renderStep(element, fact) : renderFacts(element, fact[column]);
  const renderRow = (fact: RankFacts, index: number): TemplateResult =>
    html`<tr>
      ${index === 0 ? renderTier(fact.tier, article) : nothing}
      <td>${formatNumber(element.localization.language, fact.number)}</td>
      <th scope="row"><strong>${nameOf(fact)}</strong> ${article}</th>
      ${columns.map((column) => html`<td>${renderCell(fact, column)}</td>`)}
    </tr>`;
  return html`${track.name ? renderHeading(element.level + 1, track.name, nothing) : nothing}
    <div role="region" tabindex="0" aria-label=${caption}>
      <table aria-label=${caption}>
        <thead lang=${element.localization.language}>
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

const renderTier = ({ label, name, ranks }: Tier, article: unknown): TemplateResult =>
  html`<th scope="rowgroup" rowspan=${ranks.length}>
    ${label ? html`<span>${label}</span>` : nothing} ${name ?? nothing} ${article}
  </th>`;

// prettier-ignore
const lineBreak = html`<br>`;

/** Facts one under the other. */
const renderFacts = (
  element: CustomsElement,
  facts: readonly (Band | Conferral)[],
): TemplateResult[] =>
  facts.map((fact, index) => {
    const scope = 'scope' in fact && html` <span>${fact.scope}</span>`;
    return html`${index ? lineBreak : nothing}<span
        >${'by' in fact ? fact.by : fact.label}${scope || nothing}
        ${citePlainArticle(element, articleAfter(facts, index))}</span
      >`;
  });

function renderStep(element: CustomsElement, { step }: RankFacts): TemplateResult | typeof nothing {
  if (!step) return nothing;
  const cite = (article?: number): unknown => citePlainArticle(element, article);
  return html`<span lang=${element.localization.language}
    >${stepText(element, step)} ${cite(step.article)}
    ${
      step.training
        ? html`<span>${trainingText(element)} ${cite(step.trainingArticle)}</span>`
        : nothing
    }</span
  >`;
}
