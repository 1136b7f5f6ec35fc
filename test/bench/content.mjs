/* Content of all contenders: the built-in agency and ten comments, and their bare HTML. */
import { builtInAgency, render } from '../../dist/server/render.js';
import { renderTemplate } from '../../dist/render/template.js';
import { renderComments } from './contenders/comments.js';

export const agency = builtInAgency('gacc');

/** Element of each case. */
export const ELEMENTS = {
  card: 'profile-card',
  duties: 'duty-list',
  ranks: 'rank-ladder',
  links: 'link-list',
};

/** Comments as the service sends them, newest first. */
export const comments = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${count - index}`,
    parentId: null,
    kind: 'comment',
    status: 'published',
    body: `${count - index}. ${agency.duties.items[index % agency.duties.items.length].text}`,
    lang: 'zh-Hans',
    authorName: index % 2 ? null : '张三',
    createdAt: new Date(Date.UTC(2026, 0, 1) - index * 3_600_000).toISOString(),
    replyCount: 0,
    officialReplies: [],
  }));

/** The text that each case paints last. Most end with the date of their source. */
export const LAST = {
  card: '核对日期',
  duties: '核对日期',
  ranks: '核对日期',
  comments: comments(10).at(-1).body.slice(0, 12),
  seed: '官方网站',
};

/** The first page of a thread, and the capabilities of its service. */
export const page = (total, size = 10) => ({
  items: comments(total).slice(0, size),
  nextCursor: total > size ? 'next' : null,
  total,
  published: total,
});
export const capabilities = {
  open: true,
  moderation: 'before',
  contact: 'off',
  identity: 'off',
  captcha: [],
  consent: { version: '1', notice: { 'zh-Hans': { handler: agency.name, purpose: '公开答复' } } },
  limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
  reportReasons: ['spam', 'other'],
};

/** A case as bare HTML, without any style. */
export const bare = (name) =>
  name === 'comments'
    ? renderTemplate(renderComments(page(10).items), 'plain')
    : render(ELEMENTS[name], { format: 'html', styles: 'none' });
