import { nothing, type TemplateResult } from 'lit';
import type { LazyModule } from '../../lazy-module.js';
import type { Localized } from '../language/localization.js';
import { html } from './html.js';
import { renderFailure } from './notices.js';

/** Anything that can render again. */
interface Redrawn {
  requestUpdate(): void;
}

/** Returns code that loads on demand. Once it has loaded, the element renders again. */
export function lazily<Module>(element: Redrawn, lazy: LazyModule<Module>): Module | undefined {
  if (!lazy.module && !lazy.hasFailed) void lazy.bring().then(() => element.requestUpdate());
  return lazy.module;
}

/**
 * Renders with code that loads on demand. Until then, shows that it is loading, or that it failed.
 *
 * @param draw - renders with the code
 */
export function renderLazy<Module>(
  element: Redrawn & Pick<Localized, 'msg'>,
  lazy: LazyModule<Module>,
  draw: (module: Module) => unknown,
): unknown {
  const module = lazily(element, lazy);
  if (module) return draw(module);
  const onRetry = (): void => void lazy.bring().then(() => element.requestUpdate());
  return lazy.hasFailed ? renderNotCome(element, onRetry) : renderOnItsWay(element);
}

/** Renders a message if requested code failed to load; else nothing. */
export const renderMissing = (
  { msg }: Pick<Localized, 'msg'>,
  { hasFailed }: Pick<LazyModule<unknown>, 'hasFailed'>,
): TemplateResult | typeof nothing =>
  hasFailed
    ? html`<p class="feedback muted" role="alert">
        ${msg('网络连接失败，请检查网络后重试', { id: 'problem.network' })}
      </p>`
    : nothing;

const renderOnItsWay = ({ msg }: Pick<Localized, 'msg'>): TemplateResult =>
  html`<p class="muted" role="status">${msg('正在加载', { id: 'loading' })}</p>`;

const renderNotCome = ({ msg }: Pick<Localized, 'msg'>, onRetry: () => void): TemplateResult =>
  html`<div class="error" part="error" role="alert">
    ${renderFailure(msg('内容暂时无法显示', { id: 'failed' }))}
    <p class="muted">${msg('网络连接失败，请检查网络后重试', { id: 'problem.network' })}</p>
    <button part="retry" @click=${onRetry}>${msg('重试', { id: 'retry' })}</button>
  </div>`;
