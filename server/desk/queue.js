/* The lists of comments, and the view of a single one. */
import { api } from './api.js';
import { CommentCard } from './comment-card.js';
import { foreign } from './comment-parts.js';
import { doneMessage } from './decisions.js';
import { button, element } from './elements.js';
import { inputField, selectField } from './fields.js';
import { hasSentence, sentence } from './language.js';
import { pagedList } from './paging.js';
import { QUEUES, routeTo } from './routes.js';

/** What was searched for last; it goes along from one list to the next. */
let remembered = '';

/** Forgets what was searched for, as signing out does. */
export function forgetSearch() {
  remembered = '';
}

/** One list: its search form, its cards and the way to more. */
export function queueView(route, session) {
  const { site, view, thread } = route;
  let q = remembered;
  let { sort } = QUEUES[view];
  const list = element('div', { class: 'cards' });
  const paging = pagedList({
    list,
    fetchPage: (cursor) => api.queue({ ...QUEUES[view], site, thread, q, sort, cursor }),
    toNode: (comment) => new CommentCard(comment, { session, onSettled }).node,
    getEmptyText: () => sentence(emptyKey()),
  });

  function emptyKey() {
    if (q || thread !== undefined) return 'empty.search';
    return hasSentence(`empty.${view}`) ? `empty.${view}` : 'empty.queue';
  }

  /** Goes to the next comment that waits, and loads more when the last one here was dealt with. */
  function onSettled(card) {
    const stays = card.hasFocus();
    card.collapse();
    if (!stays) return;
    const next = followers(card.node).find((node) => !node.matches('.done'));
    if (next) next.focus();
    else if (paging.hasMore()) paging.loadMore();
    else
      paging.conclude(() => sentence(list.querySelector('.card:not(.done)') ? 'end' : 'allDone'));
  }

  const filter = element('div');

  /** What narrows the list, with a way out; nothing while nothing does. */
  function showFilter() {
    const given = [
      thread !== undefined && ['filter.thread', thread],
      q && ['filter.query', q],
    ].filter(Boolean);
    const clear = () => {
      search.field.value = '';
      remembered = '';
      q = '';
      if (thread !== undefined) location.hash = routeTo({ site, view });
      else {
        search.field.focus();
        showFilter();
        paging.reload();
      }
    };
    filter.className = given.length ? 'filter' : '';
    filter.replaceChildren(
      ...given.map(([key, value]) => element('p', {}, () => sentence(key), foreign(value))),
      ...(given.length ? [button(() => sentence('filter.clear'), clear, { class: 'quiet' })] : []),
    );
  }

  const search = inputField({
    label: () =>
      sentence(session.permissions.includes('contacts') ? 'search.labelContacts' : 'search.label'),
    attributes: { type: 'search', name: 'q', value: q, maxlength: '200', autocomplete: 'off' },
  });
  const order = selectField({
    label: () => sentence('search.sort'),
    options: ['oldest', 'newest'].map((value) => ({
      value,
      label: () => sentence(`sort.${value}`),
    })),
    value: sort,
    onchange: () => {
      sort = order.field.value;
      paging.reload();
    },
  });
  const form = element(
    'form',
    {
      class: 'search',
      role: 'search',
      onsubmit: (submitted) => {
        submitted.preventDefault();
        q = search.field.value.trim();
        remembered = q;
        showFilter();
        paging.reload();
      },
    },
    search.node,
    element('button', {}, () => sentence('search.submit')),
    order.node,
    button(() => sentence('refresh'), paging.reload),
  );
  showFilter();

  return {
    children: [
      hasSentence(`hint.${view}`) &&
        element('p', { class: 'muted' }, () => sentence(`hint.${view}`)),
      form,
      filter,
      list,
      paging.foot,
    ],
    load: paging.reload,
  };
}

function followers(node) {
  const all = [...node.parentElement.children];
  return all.slice(all.indexOf(node) + 1);
}

/** One comment by its id, as links to it show it. */
export function commentView({ id }, session) {
  const onSettled = (card) => card.showWithNotice(card.comment, () => doneMessage(card.comment));
  const list = element('div', { class: 'cards' });
  const { foot, reload } = pagedList({
    list,
    fetchPage: async () => ({ items: [await api.comment(id)], nextCursor: null }),
    toNode: (comment) => new CommentCard(comment, { session, onSettled }).node,
    getEmptyText: () => sentence('empty.queue'),
  });
  return { children: [list, foot], load: reload };
}
