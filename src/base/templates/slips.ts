import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../agency/model.js';
import type { Localized } from '../language/localization.js';
import { str } from '../language/strings.js';

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
          (problem) =>
            html`<p class="muted">${problem.pointer} ${explainSlip(element, problem)}</p>`,
        )}
    </details>`;
}

function explainSlip({ msg }: Localized, { code, detail }: Problem): string {
  if (code === 'missing') return msg('缺少必填的内容', { id: 'problem.missing' });
  return code === 'reference'
    ? msg(str`“${detail}”重复、不存在或次序不对`, { id: 'problem.reference' })
    : msg(str`格式不对，应为：${detail}`, { id: 'problem.format' });
}
