import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { holdFocus } from '../../base/reader/focus.js';
import { renderHeading } from '../../base/templates/heading.js';
import { renderFailure } from '../../base/templates/notices.js';
import type { ProviderError } from '../../comments/errors.js';
import type { CommentSession } from '../../comments/session.js';
import type { CommentForm } from './comment-form.js';
import { explainError } from './explain.js';

/** The form under its heading, or why there is none. */
export function renderFormSection(
  element: CustomsElement,
  session: CommentSession,
  form: CommentForm,
): TemplateResult | typeof nothing {
  const { msg } = element;
  const { state } = session.capabilities;
  if (!session.settings.provider.submit) return nothing;
  if (state.kind === 'ready' && !state.value.open) {
    return html`<p class="muted" part="closed">${msg('评论目前关闭', { id: 'comments.closed' })}</p>
      ${renderKept(element, session)}`;
  }
  const heading = msg('发表评论', { id: 'comments.post' });
  return html`<div class="screen-only" aria-busy=${state.kind === 'loading'}>
    <div id="form-heading">${renderHeading(element.level + 1, heading, 'subheading')}</div>
    ${state.kind === 'ready' ? form.render(session, state.value) : html`<slot></slot>`}
    ${state.kind === 'loading' ? html`<div class="skeleton form-skeleton"></div>` : nothing}
    ${state.kind === 'failed' ? renderFailed(element, session, state.error) : nothing}
  </div>`;
}

function renderFailed(
  element: CustomsElement,
  session: CommentSession,
  error: ProviderError,
): TemplateResult {
  const { msg } = element;
  const onRetry = async (): Promise<void> => {
    const moveFocus = holdFocus(element);
    await session.capabilities.load();
    await moveFocus('#body', '.form-error button');
  };
  return html`<div class="error form-error" part="error" role="alert">
    ${renderFailure(msg('暂时不能发表评论', { id: 'comments.form-failed' }))}
    <p class="muted">${explainError(element, error)}</p>
    ${renderKept(element, session)}
    <button part="retry" @click=${() => void onRetry()}>${msg('重试', { id: 'retry' })}</button>
  </div>`;
}

/** What was written, where there is no form that shows it. */
function renderKept(
  { msg }: CustomsElement,
  { submission: { draft } }: CommentSession,
): TemplateResult | typeof nothing {
  if (!draft.body) return nothing;
  return html`<p class="muted">${msg('您写的内容没有丢失。', { id: 'comments.kept' })}</p>
    <p class="text" part="draft"><bdi class="lines">${draft.body}</bdi></p>`;
}
