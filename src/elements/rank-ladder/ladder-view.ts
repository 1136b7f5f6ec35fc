import { html, nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Tier } from '../../agency/model.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { renderHeading } from '../../base/templates/heading.js';
import { formatNumber } from '../../base/language/formats.js';
import {
  badges,
  bandsLabel,
  conferralLabel,
  renderFacts,
  renderName,
  renderStep,
  type Shown,
} from './rank-parts.js';

/** The ranks as a ladder, the highest on top; between two rungs stands what the step up takes. */
export function renderLadder(element: CustomsElement, shown: Shown): TemplateResult {
  return html`<div class="ladder">
    ${shown.track.tiers.map((tier) => renderTier(element, tier, shown))}
  </div>`;
}

function renderTier(element: CustomsElement, tier: Tier, shown: Shown): TemplateResult {
  const facts = shown.facts.filter((fact) => fact.tier === tier);
  const title = html`${tier.label ? html`<span class="tier-label">${tier.label}</span> ` : nothing}${
    tier.name ?? nothing
  }
  ${citeArticle(element, shown.track.article)}`;
  return html`<section class="tier" part="tier">
    ${tier.label || tier.name ? renderHeading(element.level + 1, title, 'subheading') : nothing}
    <ol role="list" start=${facts[0]!.number}>
      ${facts.map((fact) => renderRank(element, fact, shown))}
    </ol>
  </section>`;
}

function renderRank(element: CustomsElement, fact: RankFacts, shown: Shown): TemplateResult {
  const { labels, current, marked } = badges(element, fact, shown);
  const { language } = element.localization;
  return html`<li
    class="rank ${current ? 'current' : ''} ${marked ? 'marked' : ''}"
    part="rank"
    aria-current=${current ? 'true' : nothing}
  >
    ${
      fact.step
        ? html`<p class="step muted" part="step">
            <span aria-hidden="true">↑</span> ${renderStep(element, fact)}
          </p>`
        : nothing
    }
    <span class="rung">${formatNumber(element.localization.language, fact.number)}</span>
    <div class="body">
      <p class="title">
        <slot name="insignia-${fact.rank.id}"></slot>${renderName(element, fact, labels)}
      </p>
      <dl>
        ${
          fact.bands.length
            ? html`<div>
                <dt lang=${language}>${bandsLabel(element, shown.facts)}</dt>
                <dd>${renderFacts(element, fact.bands)}</dd>
              </div>`
            : nothing
        }
        ${
          fact.conferral.length
            ? html`<div>
                <dt lang=${language}>${conferralLabel(element)}</dt>
                <dd class="conferral">${renderFacts(element, fact.conferral)}</dd>
              </div>`
            : nothing
        }
      </dl>
    </div>
  </li>`;
}
