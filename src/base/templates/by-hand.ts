import { nothing, type TemplateResult } from 'lit';
import type { Localized } from '../language/localization.js';
import { announce } from '../reader/announcer.js';
import type { ByHand } from '../reader/by-hand.js';
import { copyMessage } from '../reader/copy-message.js';
import { isInWeChat } from '../reader/host-app.js';
import { html } from './html.js';

function explainAction({ msg }: Localized, { action, isCertain }: ByHand): string {
  if (action === 'print') {
    return isCertain
      ? msg('此浏览器不能打印，请用其他浏览器打开本页。', { id: 'print.impossible' })
      : msg('如果没有开始打印，请用其他浏览器打开本页。', { id: 'print.unsure' });
  }
  return isCertain
    ? msg('此浏览器不能保存文件，请用其他浏览器打开本页，或复制下面的内容。', {
        id: 'save.impossible',
      })
    : msg('如果没有保存成功，请用其他浏览器打开本页，或复制下面的内容。', { id: 'save.unsure' });
}

/** Says what to do instead of saving or printing. */
function explainByHand(element: Localized, left: ByHand): string {
  const { msg } = element;
  const menu = msg('在微信里，请点右上角“…”，选择用浏览器打开。', { id: 'wechat' });
  return `${explainAction(element, left)}${isInWeChat() ? ` ${menu}` : ''}`;
}

/** Lets screen readers speak what to do instead of saving or printing. */
export const announceByHand = (element: Localized & Element, left: ByHand): void =>
  announce(element, explainByHand(element, left));

/**
 * Renders a text in a field, from which every browser can copy. After saving and printing, says
 * before it what to do, and offers to copy.
 */
export function renderByHand(element: Localized, left: ByHand, onCopy: () => void): TemplateResult {
  const { msg } = element;
  const { action, text, copied } = left;
  const field = html`<label class="field feedback screen-only">
    ${msg('可复制的内容', { id: 'by-hand' })}
    <textarea part="by-hand" readonly rows="2" cols="46" .value=${text}></textarea>
  </label>`;
  if (action === 'copy') return field;
  return html`<div class="by-hand">
    <p class="feedback muted" part="feedback">${explainByHand(element, left)}</p>
    ${field}
    <div class="actions">
      <button type="button" @click=${onCopy}>${msg('复制', { id: 'comments.copy' })}</button>
      ${
        copied === undefined
          ? nothing
          : html`<span class="muted" part="feedback">${copyMessage(element, copied)}</span>`
      }
    </div>
  </div>`;
}

/**
 * Selects the text after a copy has failed, so one key press or touch copies it.
 *
 * @returns false if it has not rendered yet
 */
export function selectText({ shadowRoot }: HTMLElement): boolean {
  const field = shadowRoot?.querySelector<HTMLTextAreaElement>('[part="by-hand"]');
  field?.focus();
  field?.select();
  return Boolean(field);
}
