import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import type { CommentSession } from '../../comments/session.js';

/** The button that leads to the page's own sign-in; nothing when the page has not said where that is. */
export function renderSignIn(
  { msg }: CustomsElement,
  { listener }: CommentSession,
): TemplateResult | typeof nothing {
  const provider = listener.identityProvider();
  if (!provider?.signIn) return nothing;
  return html`<button type="button" part="sign-in" @click=${() => provider.signIn?.()}>
    ${msg('登录', { id: 'comments.sign-in' })}
  </button>`;
}
