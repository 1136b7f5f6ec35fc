import { nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import type { Problem } from '../../agency/problem.js';
import type { Localized } from '../language/localization.js';

/** Number of problems to list. When these are fixed, the next ones appear. */
const LISTED = 5;

/**
 * Renders the message that the data is wrong. The places are for site administrators: readers
 * cannot fix them.
 */
export function renderSlips(element: Localized, problems: readonly Problem[]): TemplateResult {
  const { msg } = element;
  return html`<p>${msg('页面所用的数据有误，请告知网站管理员。', { id: 'failed.data' })}</p>
    <details part="problems">
      <summary>${msg('给网站管理员的说明', { id: 'failed.details' })}</summary>
      ${problems
        .slice(0, LISTED)
        .map(
          ({ message, pointer }) =>
            html`<p class="muted">
              ${message} ${pointer ? html`<code>${pointer}</code>` : nothing}
            </p>`,
        )}
    </details>`;
}
