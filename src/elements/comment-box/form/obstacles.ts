import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { holdFocus } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderFailure } from '../../../base/templates/notices.js';
import type { ProviderError } from '../../../comments/errors.js';
import type { Requirements } from '../../../comments/requirements.js';
import type { CommentSession } from '../../../comments/session.js';
import { warnOnce } from '../../../warnings.js';
import { explainError } from '../explain.js';

/* What prevents a comment, from the whole form down to a single field. */

/** Renders that no comments are accepted. */
export const renderClosed = ({ msg }: CustomsElement): TemplateResult =>
  html`<p class="muted" part="closed">${msg('评论目前关闭', { id: 'comments.closed' })}</p>`;

/** Renders that the page has no thread. */
export const renderNoThread = ({
  msg,
  localization,
}: CustomsElement): TemplateResult | typeof nothing =>
  localization.ready
    ? html`<p class="muted" part="closed">
        ${msg('本页网址不支持评论', { id: 'comments.no-thread' })}
      </p>`
    : nothing;

/** Renders that the form is loading. */
export const renderLoading = ({ msg }: CustomsElement): TemplateResult =>
  html`<div part="loading">
    <p class="muted" role="status">${msg('正在加载', { id: 'loading' })}</p>
    <div class="skeleton form-skeleton"></div>
  </div>`;

/**
 * Closes the form without a notice: personal data may be collected only after its handling was
 * explained (个人信息保护法 art. 17).
 */
export function renderWithoutNotice(element: CustomsElement): TemplateResult {
  warnOnce(
    `<${element.localName}>: the engine brings no privacy notice; put one into the slot "notice".`,
  );
  return html`${renderClosed(element)}
    <slot name="notice" @slotchange=${() => element.requestUpdate()}></slot>`;
}

/** Renders that the form failed to load. */
export function renderFailed(
  element: CustomsElement,
  session: CommentSession,
  error: ProviderError,
): TemplateResult {
  const { msg } = element;
  const onRetry = async (): Promise<void> => {
    const moveFocus = holdFocus(element);
    await session.requirements.capabilities.retry();
    await moveFocus('#body', '.form-error button');
  };
  return html`<div class="error form-error" part="error" role="alert">
    ${renderFailure(msg('暂时不能发表评论', { id: 'comments.form-failed' }))}
    <p class="muted">${explainError(element, error)}</p>
    ${renderKept(element, session)}
    <button part="retry" @click=${onRetry}>${msg('重试', { id: 'retry' })}</button>
  </div>`;
}

/** Renders that nothing was lost. */
export const renderNotLost = ({ msg }: CustomsElement): TemplateResult =>
  html`<p class="muted">${msg('您写的内容没有丢失。', { id: 'comments.kept' })}</p>`;

/** Renders the draft if there is no form to show it. */
export function renderKept(
  element: CustomsElement,
  { submission: { draft } }: CommentSession,
): TemplateResult | typeof nothing {
  if (!draft.body) return nothing;
  return html`${renderNotLost(element)}
    <p class="text" part="draft"><bdi class="lines">${draft.body}</bdi></p>`;
}

/** Renders a button that opens the sign-in of the page; nothing if the page cannot open one. */
export function renderSignIn(
  { msg }: CustomsElement,
  { inputs: { identityProvider } }: Requirements,
): TemplateResult | typeof nothing {
  if (!identityProvider?.signIn) return nothing;
  return html`<button type="button" part="sign-in" @click=${() => identityProvider.signIn?.()}>
    ${msg('登录', { id: 'comments.sign-in' })}
  </button>`;
}

/** Renders that a sign-in is required; nothing if it is not. */
export function renderSignedOut(
  element: CustomsElement,
  requirements: Requirements,
): TemplateResult | typeof nothing {
  if (!requirements.isSignedOut) return nothing;
  return html`<div class="actions" part="signed-out">
    <p>${element.msg('登录后才能发表评论。', { id: 'comments.signed-out' })}</p>
    ${renderSignIn(element, requirements)}
  </div>`;
}
