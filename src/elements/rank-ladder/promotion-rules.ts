import { html, nothing, type TemplateResult } from 'lit';
import type { RankSystem } from '../../agency/types.js';
import { citeArticle } from '../../base/citation.js';
import type { CustomsElement } from '../../base/customs-element.js';
import { renderHeading } from '../../base/heading.js';

/** The rules of promotion that the steps between the ranks do not say. */
export function renderRules(
  element: CustomsElement,
  { promotion }: RankSystem,
  lang: string | typeof nothing,
): TemplateResult | typeof nothing {
  if (!promotion?.rules?.length) return nothing;
  const heading = element.msg('晋级规定', { id: 'ranks.rules' });
  return html`<section class="rules" part="rules">
    ${renderHeading(element.headingLevel + 1, heading, 'subheading')}
    <ul lang=${lang}>
      ${promotion.rules.map(
        ({ text, article }) => html`<li>${text} ${citeArticle(element, article)}</li>`,
      )}
    </ul>
  </section>`;
}
