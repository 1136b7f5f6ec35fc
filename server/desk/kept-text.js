/* Text that was typed for an action which is no longer possible. */
import { button, element, uniqueId } from './elements.js';
import { sentence } from './language.js';
import { keepDraft, readDraft } from './storage.js';

/** Shows the text for copying, until it is discarded; null when there is none. */
export function keptText(id, action) {
  const draft = readDraft(id, action);
  if (!draft?.text) return null;
  const headingId = uniqueId('kept');
  const hintId = uniqueId('hint');
  const field = element('textarea', {
    readonly: true,
    rows: '3',
    dir: 'auto',
    'aria-labelledby': headingId,
    'aria-describedby': hintId,
  });
  field.value = draft.text;
  const node = element(
    'section',
    { class: 'panel kept' },
    element('h4', { id: headingId }, () => sentence('kept.heading')),
    element('p', { class: 'muted', id: hintId }, () => sentence('kept.hint')),
    field,
    element(
      'div',
      { class: 'actions' },
      button(
        () => sentence('kept.discard'),
        () => {
          keepDraft(id, action, undefined);
          node.closest('article').focus();
          node.remove();
        },
      ),
    ),
  );
  return node;
}
