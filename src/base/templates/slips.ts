import { nothing, type TemplateResult } from 'lit';
import { html } from './html.js';
import type { Problem, ProblemCode } from '../../agency/problem.js';
import type { Localized } from '../language/localization.js';

/** Number of problems to list. When these are fixed, the next ones appear. */
const LISTED = 5;

/** Problems of a whole file. Their value is its address. */
const OF_FILES: readonly ProblemCode[] = ['status', 'encoding', 'syntax'];

/**
 * Renders the message that the data is wrong or missing. The places and addresses are for site
 * administrators: readers cannot fix them.
 */
export function renderSlips(element: Localized, problems: readonly Problem[]): TemplateResult {
  const { msg } = element;
  const missing = problems.find(({ code }) => code === 'status');
  const place = ({ code, pointer, value }: Problem): string | undefined =>
    OF_FILES.includes(code) ? value : pointer;
  return html`<p>
      ${missing?.message ?? msg('页面所用的数据有误，请告知网站管理员。', { id: 'failed.data' })}
    </p>
    <details part="problems">
      <summary>${msg('给网站管理员的说明', { id: 'failed.details' })}</summary>
      ${problems
        .slice(0, LISTED)
        .map(
          (problem) =>
            html`<p class="muted">
              ${problem.message} ${place(problem) ? html`<code>${place(problem)}</code>` : nothing}
            </p>`,
        )}
    </details>`;
}
