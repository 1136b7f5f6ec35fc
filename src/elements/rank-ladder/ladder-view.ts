import { nothing, type TemplateResult } from 'lit';
import type { RankFacts } from '../../agency/rank-facts.js';
import type { Tier } from '../../agency/model.js';
import { html } from '../../base/templates/html.js';
import { renderHeading } from '../../base/templates/heading.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { formatNumber } from '../../base/language/formats.js';
import {
  cite,
  columnsOf,
  isSaid,
  marksOf,
  renderMember,
  renderName,
  type Shown,
} from './rank-parts.js';

/** Renders the ranks as a ladder, highest first. Between two rungs is what the step up requires. */
export function renderLadder(shown: Shown): TemplateResult {
  const { element, track, facts } = shown;
  const { language } = element.localization;
  const lang = langInside(language, shown.lang);
  const columns = columnsOf(shown).filter(([member]) => member !== 'step');
  const renderTier = (tier: Tier): TemplateResult => {
    const { label, name } = tier;
    const ranks = facts.filter((fact) => fact.tier === tier);
    const title = html`${label ? html`<span>${label} </span>` : nothing}${name ? `${name} ` : nothing}${cite(shown, track.article)}`;
    return html`<section class="tier" part="tier">
      ${label || name ? renderHeading(element.level + 1, title, 'subheading') : nothing}
      <ol role="list" start=${ranks[0]!.number}>
        ${ranks.map(renderRank)}
      </ol>
    </section>`;
  };
  const renderRank = (fact: RankFacts): TemplateResult => {
    const { classes, current, words } = marksOf(shown, fact);
    const step = html`<p class="step muted" part="step">
      <span aria-hidden="true">↑ </span>${renderMember(shown, fact, 'step')}
    </p>`;
    // There are two at most. A loop would cost four more nodes for each rank.
    const [holders, conferral] = columns.map(([member, label]) =>
      isSaid(fact, member)
        ? html`<div>
            <dt lang=${lang}>${label}</dt>
            <dd class=${member}>${renderMember(shown, fact, member)}</dd>
          </div>`
        : nothing,
    );
    return html`<li class="rank ${classes}" part="rank" aria-current=${current ? 'true' : nothing}>
      ${fact.step ? step : nothing}<span class="rung">${formatNumber(language, fact.number)}</span>
      <div class="body">
        <p class="title">${renderName(shown, fact.rank, words)}</p>
        <dl class="row facts">${holders}${conferral}</dl>
      </div>
    </li>`;
  };
  return html`<div class="ladder">${track.tiers.map(renderTier)}</div>`;
}
