import { html, nothing } from 'lit';
import { renderPlainSource } from '../../base/templates/citation.js';
import { withBreaks } from '../../base/templates/breaks.js';
import { renderHeading } from '../../base/templates/heading.js';
import { renderParagraphs } from '../../base/templates/paragraphs.js';
import type { Plain } from '../../base/element/plain.js';

/** Renders the numbered duties of an agency (主要职能) as plain HTML. */
export const plain: Plain = (element, agency, isAlone) => {
  const { preamble = [], items, source } = agency.duties!;
  const heading = element.msg('主要职能', { id: 'duties.heading' });
  const duties = items.map(
    ({ id, title, text }) =>
      html`<li id=${isAlone ? id : nothing}>
        <strong>${title}</strong>${text ? withBreaks(` ${text}`) : nothing}
      </li>`,
  );
  return html`${renderHeading(element.level, heading, nothing)} ${renderParagraphs(preamble)}
    <ol>
      ${duties}
    </ol>
    ${renderPlainSource(element, agency, source)}`;
};
