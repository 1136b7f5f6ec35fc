/* What waits for a second person, and what that person decides. */
import { announce } from './announcements.js';
import { api } from './api.js';
import { commentText, foreign, time } from './comment-parts.js';
import { button, element, uniqueId } from './elements.js';
import { sentence } from './language.js';
import { pagedList } from './paging.js';
import { showProblem } from './problems.js';
import { routeTo } from './routes.js';

/** Why there is no button to approve. */
function waitsFor({ mayApprove, mayRefuse }) {
  if (mayApprove) return null;
  const key = mayRefuse ? 'approvals.other' : 'approvals.forbidden';
  return element('p', { class: 'muted' }, () => sentence(key));
}

function facts({ site, comment, proposedBy, expiresAt }) {
  const rows = [
    ['approvals.by', foreign(proposedBy)],
    ['approvals.until', time(expiresAt)],
    [
      'approvals.comment',
      element('a', { href: routeTo({ site, view: 'comment', id: comment.id }) }, () =>
        sentence('audit.comment'),
      ),
    ],
  ];
  return element(
    'dl',
    { class: 'facts' },
    ...rows.map(([key, value]) =>
      element(
        'div',
        {},
        element('dt', {}, () => sentence(key)),
        element('dd', {}, value),
      ),
    ),
  );
}

/** The proposed reply, apart from the comment that it answers. */
const replyOf = ({ body, lang }) =>
  element(
    'section',
    { class: 'panel' },
    element('h4', {}, () => sentence('approvals.text')),
    commentText({ body, lang }),
  );

/** The card of a proposal. */
function proposalCard(proposal, onSettled) {
  const { id, kind, comment } = proposal;
  const headingId = uniqueId('proposal');
  const place = element('div');
  const card = element('article', {
    class: 'card',
    tabindex: '-1',
    'aria-labelledby': headingId,
    'data-proposal-id': id,
  });

  async function end(decision) {
    if (card.getAttribute('aria-busy') === 'true') return;
    card.setAttribute('aria-busy', 'true');
    place.replaceChildren();
    try {
      await api[decision](id);
      settle(`done.${decision}.${kind}`);
    } catch (problem) {
      // It has ended meanwhile: somebody else was faster, or there is nothing left to do.
      if (problem.key === 'not-found') settle('done.ended');
      else showProblem(place, problem, () => end(decision));
    } finally {
      card.setAttribute('aria-busy', 'false');
    }
  }

  function settle(key) {
    const hadFocus = card.contains(document.activeElement);
    card.className = 'card done';
    card.replaceChildren(element('h3', { id: headingId }, () => sentence(key)));
    announce(sentence(key));
    onSettled(card, hadFocus);
  }

  card.append(
    element(
      'header',
      {},
      element('h3', { id: headingId }, () => sentence(`approvals.${kind}`)),
      time(proposal.proposedAt),
    ),
    commentText(comment),
    ...(kind === 'reply' ? [replyOf(proposal)] : []),
    facts(proposal),
    ...[waitsFor(proposal)].filter(Boolean),
    element(
      'div',
      { class: 'actions' },
      proposal.mayApprove &&
        button(
          () => sentence(`approve.${kind}`),
          () => end('approve'),
          { class: kind === 'erasure' ? 'danger' : 'primary', 'data-action': 'approve' },
        ),
      proposal.mayRefuse &&
        button(
          () => sentence('refuse'),
          () => end('refuse'),
          { 'data-action': 'refuse' },
        ),
    ),
    place,
  );
  return card;
}

/** The list of what waits in a site. */
export function approvalsView({ site }) {
  const list = element('div', { class: 'cards' });
  const paging = pagedList({
    list,
    fetchPage: (cursor) => api.proposals({ site, cursor }),
    toNode: (proposal) => proposalCard(proposal, onSettled),
    getEmptyText: () => sentence('empty.approvals'),
  });

  /** Goes to the next one that waits, if the moderator was at the one that is settled. */
  function onSettled(card, hadFocus) {
    if (!hadFocus) return;
    const next = list.querySelector('.card:not(.done)');
    if (next) next.focus();
    else if (paging.hasMore()) paging.loadMore();
    else paging.conclude(() => sentence('allDone'));
  }

  return {
    children: [
      element(
        'div',
        { class: 'lead' },
        element('p', { class: 'muted' }, () => sentence('hint.approvals')),
        button(() => sentence('refresh'), paging.reload),
      ),
      list,
      paging.foot,
    ],
    load: paging.reload,
  };
}
