/* Putting a comment under a legal hold, and lifting it. */
import { api } from './api.js';
import { panelForm, showPresentState } from './decisions.js';
import { element } from './elements.js';
import { inputField } from './fields.js';
import { sentence } from './language.js';
import { showProblem } from './problems.js';

/** Problems that say that the comment is not what the moderator sees. */
const OUTDATED = new Set(['conflict', 'not-found']);

async function send(card, request, outcome, place, retry) {
  if (card.busy) return;
  card.busy = true;
  place.replaceChildren();
  try {
    const fresh = await request();
    card.showWithNotice(fresh, () => sentence(`done.${outcome}`));
  } catch (problem) {
    if (OUTDATED.has(problem.key)) await showPresentState(card, place, null, () => false);
    else showProblem(place, problem, retry);
  } finally {
    card.busy = false;
  }
}

/** The panel that asks why. */
export function holdPanel(card) {
  const { id } = card.comment;
  const reason = inputField({
    label: () => sentence('hold.reason'),
    hint: () => sentence('hold.hint'),
    attributes: {
      type: 'text',
      name: 'reason',
      maxlength: '500',
      autocomplete: 'off',
      dir: 'auto',
    },
  });
  const { node, problems } = panelForm(card, 'hold', [reason.node], () => {
    const words = reason.field.value.trim();
    if (words)
      return send(
        card,
        () => api.hold(id, words),
        'held',
        problems,
        () => node.requestSubmit(),
      );
    reason.setError(() => sentence('hold.missing'));
    return reason.field.focus();
  });
  return { node, focus: () => reason.field.focus() };
}

/** The panel that asks whether to lift the hold, and says what then happens. */
export function liftPanel(card) {
  const { id, status } = card.comment;
  const isErased = status === 'withdrawn';
  const words = element('p', {}, () => sentence(isErased ? 'lift.erases' : 'lift.keeps'));
  const { node, problems } = panelForm(card, 'lift', [words], () =>
    send(
      card,
      () => api.lift(id),
      isErased ? 'withdrawn' : 'lifted',
      problems,
      () => node.requestSubmit(),
    ),
  );
  node.tabIndex = -1;
  return { node, focus: () => node.focus() };
}
