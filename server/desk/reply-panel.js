/* Replying in the name of the agency. */
import { api, newKey } from './api.js';
import { authorName, time } from './comment-parts.js';
import { isProposal, needsTwo, panelForm, showPresentState, showProposed } from './decisions.js';
import { element } from './elements.js';
import { textField } from './fields.js';
import { sentence } from './language.js';
import { pagedList } from './paging.js';
import { showProblem } from './problems.js';
import { keepDraft, readDraft } from './storage.js';

/** Graphemes of a reply, as the contract limits them. */
const REPLY_LIMIT = 2000;

/** The panel with the replies that there are and a field for a new one. */
export function replyPanel(card) {
  const { id } = card.comment;
  const text = textField({
    label: () => sentence('reply.label'),
    hint: () => sentence(needsTwo(card, 'reply') ? 'reply.second' : 'reply.hint'),
    limit: REPLY_LIMIT,
    rows: '4',
    value: readDraft(id, 'reply')?.text ?? '',
    onText: (typed) =>
      keepDraft(id, 'reply', typed ? { ...readDraft(id, 'reply'), text: typed } : undefined),
  });
  const earlier = card.comment.replyCount > 0 ? [earlierReplies(card.comment)] : [];
  const { node, problems } = panelForm(card, 'reply', [...earlier, text.node], () => {
    if (!text.field.value.trim()) {
      text.setError(() => sentence('reply.missing'));
      return text.field.focus();
    }
    if (!text.checkLength()) return text.field.focus();
    return send(card, text.field.value.trim(), problems, () => node.requestSubmit());
  });
  return { node, focus: () => text.field.focus() };
}

async function send(card, text, place, retry) {
  if (card.busy) return;
  const { id } = card.comment;
  // The same key until the service has accepted the reply: a retry after a lost answer is no double.
  const key = readDraft(id, 'reply')?.key ?? newKey();
  keepDraft(id, 'reply', { text, key });
  card.busy = true;
  place.replaceChildren();
  try {
    const answer = await api.reply(id, key, text);
    keepDraft(id, 'reply', undefined);
    if (isProposal(answer)) return showProposed(card);
    const counted = { ...card.comment, replyCount: card.comment.replyCount + 1 };
    const fresh = await api.comment(id).catch(() => counted);
    card.showWithNotice(fresh, () => sentence('done.replied'));
  } catch (problem) {
    if (problem.key === 'idempotency-key-reused') keepDraft(id, 'reply', { text });
    if (problem.key === 'parent' || problem.key === 'not-found')
      await showPresentState(card, place, null, (fresh) => {
        const allowed = fresh.status === 'published';
        if (allowed) showProblem(place, problem);
        return allowed;
      });
    else showProblem(place, problem, retry);
  } finally {
    card.busy = false;
  }
}

/** What has been answered already, so that nobody answers twice. */
function earlierReplies(comment) {
  const list = element('ul');
  const { foot, reload } = pagedList({
    list,
    fetchPage: (cursor) => api.replies(comment, cursor),
    toNode: (reply) =>
      element(
        'li',
        { tabindex: '-1' },
        element('strong', {}, authorName(reply)),
        time(reply.createdAt),
        element('p', { class: 'text', dir: 'auto' }, reply.body),
      ),
    getEmptyText: () => sentence('empty.replies'),
  });
  reload();
  return element(
    'section',
    { class: 'replies' },
    element('h5', {}, () => sentence('reply.earlier')),
    list,
    foot,
  );
}
