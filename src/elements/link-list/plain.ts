import { html, nothing } from 'lit';
import { renderHeading } from '../../base/templates/heading.js';
import type { Plain } from '../../base/element/plain.js';

/** Renders related links (相关) as plain HTML. */
export const plain: Plain = ({ level, msg }, agency) => {
  const links = agency.links!.map(
    ({ label, url, description }) =>
      html`<li>
        <a href=${url} rel="external noopener">${label}</a
        >${description ? ` ${description}` : nothing}
      </li>`,
  );
  return html`${renderHeading(level, msg('相关', { id: 'links.heading' }), nothing)}
    <ul>
      ${links}
    </ul>`;
};
