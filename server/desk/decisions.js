/* Publishing, rejecting and erasing, and what happens when somebody else was faster. */
import { announce } from './announcements.js';
import { api } from './api.js';
import { button, element, uniqueId } from './elements.js';
import { choiceField, textField } from './fields.js';
import { inWords, sentence } from './language.js';
import { showProblem } from './problems.js';
import { keepDraft, readDraft } from './storage.js';

/** Graphemes of a note, as the contract limits them. */
const NOTE_LIMIT = 500;

/** Problems that say that the comment is not what the moderator sees. */
const OUTDATED = new Set(['stale', 'conflict', 'not-found']);

/**
 * Sends a decision.
 *
 * @param {import('./comment-card.js').CommentCard} card
 * @param {{status: string, reasonCode?: string, note?: string, isKept?: boolean}} decision
 * @param {HTMLElement} place - shows problems
 * @param {() => void} retry - sends what then stands in the form
 */
export async function decide(card, decision, place, retry) {
  if (card.busy) return;
  const before = card.comment;
  card.busy = true;
  place.replaceChildren();
  try {
    const fresh = await (decision.isKept ? api.keep(before) : api.decide(before, decision));
    if (isProposal(fresh)) showProposed(card);
    else settle(card, fresh, decision.isKept ? 'kept' : fresh.status);
  } catch (problem) {
    if (OUTDATED.has(problem.key)) {
      await showPresentState(card, place, decision.status, (fresh) => {
        // The decision whose answer got lost had been carried out.
        const mine =
          card.unanswered === JSON.stringify(decision) &&
          fresh.status === decision.status &&
          fresh.version === before.version + 1;
        if (mine) settle(card, fresh, decision.isKept ? 'kept' : fresh.status);
        return mine;
      });
    } else {
      card.unanswered = JSON.stringify(decision);
      showProblem(place, problem, retry);
    }
  } finally {
    card.busy = false;
  }
}

/** Whether nothing is done yet, because a second person has to approve it. */
export const isProposal = (answer) => 'proposedBy' in answer;

/** Says so, and shows the comment, which is as it was. */
export const showProposed = (card) =>
  card.showWithNotice(card.comment, () => sentence('done.proposed'));

/** Whether something needs two persons in the site of a comment. */
export const needsTwo = ({ comment, context: { session } }, kind) =>
  session.twoPersons?.[comment.site]?.includes(kind) ?? false;

function settle(card, fresh, outcome) {
  keepDraft(fresh.id, 'reject', undefined);
  card.unanswered = undefined;
  card.comment = fresh;
  card.context.onSettled(card);
  announce(doneMessage(fresh, outcome));
}

/** How a decision is told; an erased comment is not named again. */
export const doneMessage = ({ status, authorName }, outcome = status) =>
  sentence(`done.${outcome}`, { name: authorName ?? sentence('anonymous') });

/**
 * Fetches a comment that was changed meanwhile and shows it as it stands, with what was typed.
 *
 * @param {string | null} wanted - the status that the moderator wanted; some browsers send a request again by
 *   themselves when its answer is lost, so it may be there although the service refused
 * @param {(fresh: object) => boolean} isHandled - is asked first
 */
export async function showPresentState(card, place, wanted, isHandled) {
  try {
    const fresh = await api.comment(card.comment.id);
    if (isHandled(fresh)) return;
    const typed = ['reply', 'reject'].some((action) => readDraft(fresh.id, action));
    const key = fresh.status === wanted ? 'conflict.same' : 'conflict.changed';
    card.showWithNotice(fresh, () => sentence(key) + (typed ? sentence('conflict.kept') : ''));
  } catch (problem) {
    if (problem.key === 'not-found') card.showGone();
    else showProblem(place, problem, () => showPresentState(card, place, wanted, isHandled));
  }
}

/** The panel that asks why. */
export function rejectPanel(card) {
  const { id } = card.comment;
  const draft = { text: '', ...readDraft(id, 'reject') };
  const keep = () => keepDraft(id, 'reject', draft.text || draft.reason ? draft : undefined);
  const reason = choiceField({
    legend: () => sentence('reject.reason'),
    options: card.context.session.rejectionReasons.map((code) => ({
      value: code,
      label: () => inWords('reason', code),
    })),
    value: draft.reason,
    onChoice: (code) => {
      draft.reason = code;
      keep();
    },
  });
  const note = textField({
    label: () => sentence('reject.note'),
    hint: () => sentence('reject.hint'),
    limit: NOTE_LIMIT,
    rows: '2',
    value: draft.text,
    onText: (text) => {
      draft.text = text;
      keep();
    },
  });
  const { node, problems } = panelForm(card, 'reject', [reason.node, note.node], () => {
    if (!draft.reason) {
      reason.setError(() => sentence('reject.missing'));
      return reason.focus();
    }
    if (!note.checkLength()) return note.field.focus();
    const words = draft.text.trim();
    const decision = {
      status: 'rejected',
      reasonCode: draft.reason,
      ...(words && { note: words }),
    };
    return decide(card, decision, problems, () => node.requestSubmit());
  });
  return { node, focus: reason.focus };
}

/** The panel that asks whether to erase, which cannot be undone. */
export function erasePanel(card) {
  const warning = element('p', {}, () => sentence('erase.warning'));
  const second = needsTwo(card, 'erasure') && element('p', {}, () => sentence('erase.second'));
  const { node, problems } = panelForm(card, 'erase', [warning, second].filter(Boolean), () =>
    decide(card, { status: 'withdrawn' }, problems, () => node.requestSubmit()),
  );
  node.tabIndex = -1;
  // The question is read out first; the button that erases is a deliberate step away.
  return { node, focus: () => node.focus() };
}

/** A form with a heading, a place for problems, and the buttons to confirm and to cancel. */
export function panelForm(card, name, children, onSubmit) {
  const headingId = uniqueId('panel');
  const problems = element('div');
  const look = name === 'erase' ? 'primary danger' : 'primary';
  const submit = element('button', { class: look }, () => sentence(`${name}.submit`));
  const node = element(
    'form',
    {
      class: 'panel',
      novalidate: true,
      'aria-labelledby': headingId,
      onsubmit: (submitted) => {
        submitted.preventDefault();
        submit.focus();
        onSubmit();
      },
    },
    element('h4', { id: headingId }, () => sentence(`${name}.heading`)),
    ...children,
    problems,
    element(
      'div',
      { class: 'actions' },
      submit,
      button(
        () => sentence('cancel'),
        () => card.cancel(name),
      ),
    ),
  );
  return { node, problems };
}
