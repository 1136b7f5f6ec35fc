/* Who did what and when: of one comment, and of a site. */
import { api } from './api.js';
import { foreign, originWords, time } from './comment-parts.js';
import { button, element, uniqueId } from './elements.js';
import { inWords, sentence } from './language.js';
import { pagedList } from './paging.js';
import { routeTo } from './routes.js';

/** Actors of the audit who are no staff. */
const OTHERS = new Set(['citizen', 'operator', 'service']);

function auditEntry(entry, linkTo) {
  const { at, actor, action, commentId, reasonCode, count, detail, imported } = entry;
  const known = OTHERS.has(actor);
  return element(
    'li',
    { tabindex: '-1' },
    time(at),
    element('span', {}, known ? () => inWords('actor', actor) : foreign(actor)),
    element(
      'span',
      {},
      element('strong', {}, () => inWords('action', action)),
      reasonCode && element('span', { class: 'muted' }, () => inWords('reason', reasonCode)),
      count !== null &&
        element('span', { class: 'muted' }, () => sentence('audit.count', { count })),
      detail && element('span', { class: 'muted' }, foreign(detail)),
    ),
    imported &&
      element(
        'span',
        {},
        element('span', { class: 'badge' }, () => sentence('origin')),
        ' ',
        originWords(imported),
      ),
    linkTo &&
      commentId !== null &&
      element('a', { href: linkTo(commentId) }, () => sentence('audit.comment')),
  );
}

function auditList(query, linkTo) {
  const list = element('ol', { class: 'audit', role: 'list' });
  const paging = pagedList({
    list,
    fetchPage: (cursor) => api.audit({ ...query, cursor }),
    toNode: (entry) => auditEntry(entry, linkTo),
    getEmptyText: () => sentence('empty.audit'),
  });
  return { list, ...paging };
}

/** The panel with the history of one comment. */
export function historyPanel({ comment: { site, id } }) {
  const headingId = uniqueId('history');
  const { list, foot, reload } = auditList({ site, commentId: id });
  const node = element(
    'section',
    { class: 'panel', tabindex: '-1', 'aria-labelledby': headingId },
    element('h4', { id: headingId }, () => sentence('history')),
    list,
    foot,
  );
  reload();
  return { node, focus: () => node.focus() };
}

/** The audit log of a site. */
export function auditView({ site }) {
  const { list, foot, reload } = auditList({ site }, (id) =>
    routeTo({ site, view: 'comment', id }),
  );
  return {
    children: [
      element(
        'div',
        { class: 'lead' },
        element('p', { class: 'muted' }, () => sentence('hint.audit')),
        button(() => sentence('refresh'), reload),
      ),
      element('div', { class: 'card' }, list, foot),
    ],
    load: reload,
  };
}
