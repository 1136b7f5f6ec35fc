import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../agency/model.js';
import type { Localized } from '../language/localization.js';
import { str } from '../language/strings.js';
import { renderFailure } from './notices.js';

/* What an element shows while it has no data to show. */

/** Whether the source could not be had, as opposed to one with a slip in it. */
export const isUnreachable = ({ code }: Problem): boolean => /^(network|status)$/.test(code);

/** The author's own content, as opposed to blanks, data and pictures for a named slot. */
export const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? !(node as Element).matches('script, template, [slot]')
      : node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
  );

/** The author's own content, or what stands in for the data where there is none. */
export function renderLoading(element: HTMLElement & Localized): TemplateResult {
  const { msg, localization } = element;
  const label = localization.ready ? msg('正在加载', { id: 'loading' }) : '';
  return html`<slot></slot>${
      hasFallback(element)
        ? nothing
        : html`<div part="loading">
            <p class="muted" role="status">${label}</p>
            <div class="skeleton"></div>
          </div>`
    }`;
}

/** That the data could not be shown, and the author's own content; that content alone where it is what went unread. */
export function renderFailed(
  element: Element & Localized,
  problems: readonly Problem[],
  onRetry: () => void,
): TemplateResult {
  const { msg } = element;
  if (problems.every(({ code }) => code === 'markup') && hasFallback(element)) {
    return html`<slot></slot>`;
  }
  const lines = problems
    .slice(0, 5)
    .map(
      (problem) =>
        html`<p class="muted">${problem.pointer} ${explainProblem(element, problem)}</p>`,
    );
  // Where the slips are is for whoever keeps the page; its readers cannot mend them.
  const slips = html`<p>${msg('页面所用的数据有误，请告知网站管理员。', { id: 'failed.data' })}</p>
    <details part="problems">
      <summary>${msg('给网站管理员的说明', { id: 'failed.details' })}</summary>
      ${lines}
    </details>`;
  return html`<div class="error" part="error" role="alert">
      ${renderFailure(msg('内容暂时无法显示', { id: 'failed' }))}
      ${problems.every(isUnreachable) ? lines : slips}
      <button part="retry" @click=${onRetry}>${msg('重试', { id: 'retry' })}</button>
    </div>
    <slot></slot>`;
}

/** A problem of the data in the language of the element. */
function explainProblem({ msg }: Localized, { code, detail }: Problem): string {
  switch (code) {
    case 'missing':
      return msg('缺少必填的内容', { id: 'problem.missing' });
    case 'format':
    case 'markup':
      return msg(str`格式不对，应为：${detail}`, { id: 'problem.format' });
    case 'reference':
      return msg(str`“${detail}”重复、不存在或次序不对`, { id: 'problem.reference' });
    case 'network':
      return msg('网络连接失败，请检查网络后重试', { id: 'problem.network' });
    case 'status':
      return msg(str`服务器返回状态 ${detail}`, { id: 'problem.status' });
  }
}
