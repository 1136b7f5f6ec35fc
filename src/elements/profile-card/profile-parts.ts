import { nothing, type TemplateResult } from 'lit';
import type { Agency } from '../../agency/model.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { html } from '../../base/templates/html.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { renderHeading } from '../../base/templates/heading.js';
import { directionOf } from '../../base/language/tags.js';
import { renderParagraphs } from '../../base/templates/paragraphs.js';

/** The paragraph that stands for the whole: the summary, else the first about the agency. */
export const excerptOf = ({ summary, overview }: Agency): string | undefined =>
  summary ?? overview?.[0];

/** Lists standing and level, if known. `field` is the member of the agency. */
export const factsOf = ({ msg }: CustomsElement, { status, level }: Agency) =>
  [
    { field: 'status', term: msg('机构性质', { id: 'profile.status' }), value: status },
    { field: 'level', term: msg('级别', { id: 'profile.level' }), value: level },
  ].filter(({ value }) => value);

/** Lists how the public reaches the office, if known. `field` is the member of the agency. */
export const contactsOf = ({ msg }: CustomsElement, { telephone, address, openingHours }: Agency) =>
  [
    { field: 'telephone', term: msg('电话', { id: 'profile.telephone' }), value: telephone },
    { field: 'address', term: msg('地址', { id: 'profile.address' }), value: address },
    { field: 'openingHours', term: msg('办公时间', { id: 'profile.hours' }), value: openingHours },
  ].filter(({ value }) => value);

/** A number that a telephone can dial: nothing but one number. */
const DIALLED = /^\+?[\d\s()（）-]{3,24}$/;

/** Renders how the public reaches the office. A telephone number is a link that dials it. */
export function renderContacts(
  element: CustomsElement,
  agency: Agency,
): TemplateResult | typeof nothing {
  const contacts = contactsOf(element, agency);
  if (!contacts.length) return nothing;
  const language = langInside(element.localization.language, agency.lang);
  return html`<dl class="contacts" part="contacts">
    ${contacts.map(
      ({ field, term, value }) =>
        html`<div>
          <dt lang=${language}>${term}</dt>
          <dd>
            ${
              field === 'telephone' && DIALLED.test(value!)
                ? html`<a href="tel:${value!.replace(/[^\d+]/g, '')}">${value}</a>`
                : value
            }
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** Renders category, name, standing and level, with a slot for an emblem. */
export function renderTitle(element: CustomsElement, agency: Agency): TemplateResult {
  const { category, name } = agency;
  const facts = factsOf(element, agency).map(
    ({ term, value }) =>
      html`<div>
        <dt lang=${langInside(element.localization.language, agency.lang)}>${term}</dt>
        <dd>${value}</dd>
      </div>`,
  );
  return html`<div class="title">
    <slot name="emblem"></slot>
    <div class="names">
      ${category ? html`<p class="category" part="category">${category}</p>` : nothing}
      ${renderHeading(element.level, name)}
      ${facts.length ? html`<dl class="row facts" part="facts">${facts}</dl>` : nothing}
    </div>
  </div>`;
}

/** Renders the paragraphs about the agency (概况). */
export function renderOverview(
  { msg, level }: CustomsElement,
  agency: Agency,
): TemplateResult | typeof nothing {
  const { lang, overview } = agency;
  const excerpt = excerptOf(agency);
  // The first paragraph is often the summary, which is already shown.
  const paragraphs = overview?.filter((paragraph) => paragraph !== excerpt) ?? [];
  if (!paragraphs.length) return nothing;
  return html`<section class="overview" part="overview">
    ${renderHeading(level + 1, msg('概况', { id: 'profile.overview' }), 'subheading')}
    <div lang=${lang} dir=${directionOf(lang)}>${renderParagraphs(paragraphs)}</div>
  </section>`;
}
