import { type LitElement, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../agency/problem.js';
import { LazyModule } from '../../lazy-module.js';
import type { Localized } from '../language/localization.js';
import { html } from './html.js';
import { lazily } from './lazy.js';
import { renderFailure } from './notices.js';

/* Renders the states of an element that has no data to show. */

/** True if the source could not be loaded, as opposed to wrong data. */
export const isUnreachable = ({ code }: Problem): boolean => /^(network|status)$/.test(code);

/** True if there is fallback content. White space, data and slotted pictures do not count. */
export const hasFallback = (element: Element): boolean =>
  [...element.childNodes].some((node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? !(node as Element).matches('script, template, [slot]')
      : node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
  );

/** Renders the fallback content, or a placeholder if there is none. */
export function renderLoading(element: HTMLElement & Localized): TemplateResult {
  const { msg, localization } = element;
  // The words hold their line before they are there, so that they move nothing.
  const label = localization.ready ? msg('正在加载', { id: 'loading' }) : '\u00a0';
  return html`<slot></slot>${
      hasFallback(element)
        ? nothing
        : html`<div part="loading">
            <p class="muted" role="status">${label}</p>
            <div class="skeleton"></div>
          </div>`
    }`;
}

/** Code that tells site administrators where the data is wrong, or which file is missing. */
const slips = new LazyModule(() => import('./slips.js'));

/**
 * Loads again, also the code that failed. Moves focus to the frame, because the button disappears
 * with the message.
 */
async function retry(element: LitElement & { reload(): void }): Promise<void> {
  slips.hasFailed = false;
  element.reload();
  await element.updateComplete;
  Object.assign(element.renderRoot.querySelector<HTMLElement>('.frame')!, { tabIndex: -1 }).focus();
}

/**
 * Renders an error message and the fallback content. Markup that could not be read is shown without
 * a message.
 */
export function renderFailed(
  element: LitElement & Localized & { reload(): void },
  problems: readonly Problem[],
): TemplateResult {
  const { msg } = element;
  if (problems.every(({ code }) => code === 'markup') && hasFallback(element)) {
    return html`<slot></slot>`;
  }
  const isCut = problems.some(({ code }) => code === 'network');
  return html`<div class="error" part="error" role="alert">
      ${renderFailure(msg('内容暂时无法显示', { id: 'failed' }))}
      ${
        isCut
          ? html`<p class="muted">
              ${msg('网络连接失败，请检查网络后重试', { id: 'problem.network' })}
            </p>`
          : lazily(element, slips)?.renderSlips(element, problems)
      }
      <button part="retry" @click=${() => void retry(element)}>
        ${msg('重试', { id: 'retry' })}
      </button>
    </div>
    <slot></slot>`;
}
