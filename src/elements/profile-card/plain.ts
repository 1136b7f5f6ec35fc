import { nothing } from 'lit';
import { html } from '../../base/templates/html.js';
import { renderPlainSource } from '../../base/templates/citation.js';
import { renderHeading } from '../../base/templates/heading.js';
import { renderParagraphs } from '../../base/templates/paragraphs.js';
import type { Plain } from '../../base/element/plain.js';
import { contactsOf, factsOf } from './profile-parts.js';

/** Renders the profile of an agency as plain HTML. */
export const plain: Plain = (element, agency) => {
  const { category, name, summary, overview = [], url } = agency;
  const [facts, contacts] = [factsOf, contactsOf].map((list) =>
    list(element, agency).map(
      ({ field, term, value }) =>
        html`<dt>${term}</dt>
          <dd data-field=${field}>${value}</dd>`,
    ),
  );
  const texts = new Set([...(summary ? [summary] : []), ...overview]);
  const site = element.msg('官方网站', { id: 'profile.site' });
  return html`${category ? html`<div data-field="category">${category}</div>` : nothing}
  ${renderHeading(element.level, name, nothing)}
  ${facts!.length ? html`<dl>${facts}</dl>` : nothing} ${renderParagraphs([...texts])}
  ${contacts!.length ? html`<dl>${contacts}</dl>` : nothing}
  ${url ? html`<p><a href=${url} rel="external noopener">${site}</a></p>` : nothing}
  ${renderPlainSource(element, agency)}`;
};
