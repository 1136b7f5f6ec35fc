import { html, nothing, type TemplateResult } from 'lit';
import type { Agency } from '../../agency/model.js';
import { citeArticle } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { renderHeading } from '../../base/templates/heading.js';
import { directionOf } from '../../base/language/tags.js';

/** The rules of promotion that the steps between the ranks do not say. */
export function renderRules(
  element: CustomsElement,
  { lang, ranks }: Agency,
): TemplateResult | typeof nothing {
  const rules = ranks?.promotion?.rules;
  if (!rules?.length) return nothing;
  const heading = element.msg('晋级规定', { id: 'ranks.rules' });
  return html`<section class="rules" part="rules">
    ${renderHeading(element.level + 1, heading, 'subheading')}
    <ul lang=${lang} dir=${directionOf(lang)}>
      ${rules.map(({ text, article }) => html`<li>${text} ${citeArticle(element, article)}</li>`)}
    </ul>
  </section>`;
}
