import { nothing } from 'lit';
import { html } from '../../base/templates/html.js';
import { renderHeading } from '../../base/templates/heading.js';
import type { Plain } from '../../base/element/plain.js';
import { headedGroups } from './headed-groups.js';

/** Renders related links (相关) as plain HTML. */
export const plain: Plain = ({ level, msg }, agency) => {
  const groups = headedGroups(agency.links!).map(
    ({ heading, links }) =>
      html`${heading ? renderHeading(level + 1, heading, nothing) : nothing}
        <ul>
          ${links.map(
            ({ label, url, description }) =>
              html`<li>
                <a href=${url} rel="external noopener">${label}</a
                >${description ? ` ${description}` : nothing}
              </li>`,
          )}
        </ul>`,
  );
  return html`${renderHeading(level, msg('相关', { id: 'links.heading' }), nothing)} ${groups}`;
};
