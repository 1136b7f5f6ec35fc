import { html, nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { focusOn } from '../../base/reader/focus.js';
import { str } from '../../base/language/strings.js';
import type { Submission } from '../../comments/submission.js';
import { authorOf } from './author.js';

/** Whom the comment in the form answers; nothing for one that answers nobody. */
export function renderParent(
  element: CustomsElement,
  submission: Submission,
): TemplateResult | typeof nothing {
  const { parent } = submission.draft;
  if (!parent) return nothing;
  const name = authorOf(element, parent.authorName);
  const onCancel = (): void => {
    submission.edit({ parent: undefined });
    void focusOn(element, '#body');
  };
  return html`<p class="parent" part="reply-to">
    ${element.msg(str`回复：${name}`, { id: 'comments.reply-to' })}
    <button type="button" class="quiet" @click=${onCancel}>
      ${element.msg('取消回复', { id: 'comments.reply-cancel' })}
    </button>
  </p>`;
}
