import { nothing, type TemplateResult } from 'lit';
import type { Duty } from '../../agency/model.js';
import { itemNumber } from '../../base/language/numbering.js';
import { html } from '../../base/templates/html.js';
import { renderPlainSource } from '../../base/templates/citation.js';
import { withBreaks } from '../../base/templates/breaks.js';
import { renderHeading } from '../../base/templates/heading.js';
import { renderParagraphs } from '../../base/templates/paragraphs.js';
import type { Plain } from '../../base/element/plain.js';

/** Renders the list. Browsers number it, unless the document has numbers of its own. */
function renderList(items: readonly Duty[], lang: string, isAlone: boolean): TemplateResult {
  const hasNumbers = items.some(({ number }) => number);
  const duties = items.map(({ id, number, title, text }, index) => {
    const own = hasNumbers ? `${number ?? itemNumber(index + 1, 'locale', lang)} ` : nothing;
    return html`<li id=${isAlone ? id : nothing}>
      ${own}<strong>${title}</strong>${text ? withBreaks(` ${text}`) : nothing}
    </li>`;
  });
  return hasNumbers
    ? html`<ul role="list">
        ${duties}
      </ul>`
    : html`<ol>
        ${duties}
      </ol>`;
}

/** Renders the numbered duties of an agency (主要职能) as plain HTML. */
export const plain: Plain = (element, agency, isAlone) => {
  const { preamble = [], items, source } = agency.duties!;
  const heading = element.msg('主要职能', { id: 'duties.heading' });
  return html`${renderHeading(element.level, heading, nothing)} ${renderParagraphs(preamble)}
  ${renderList(items, agency.lang, isAlone)} ${renderPlainSource(element, agency, source)}`;
};
