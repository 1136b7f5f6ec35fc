/* Writes the page of every contender in every case. */
import { readFileSync } from 'node:fs';
import { render } from '../../dist/server/render.js';
import { MARKUP } from './contenders/markup.mjs';
import { agency, bare, capabilities, comments, ELEMENTS, LAST, page } from './content.mjs';

/** Elements of the seed page, in order. Of those that a server renders, the links come last. */
const SEED = ['card', 'duties', 'ranks', 'comments', 'links'];

const write = (head, body) => `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>海关总署</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const script = (address) => `<script type="module" src="${address}"></script>`;
const json = (value) =>
  `<script type="application/json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

/** Writes our element as a page does. */
const tag = (name, inside, agency = '') =>
  name === 'comments'
    ? '<customs-comment-box endpoint="/" site="bench" thread="bench"></customs-comment-box>'
    : `<customs-${ELEMENTS[name]}${agency}>${inside}</customs-${ELEMENTS[name]}>`;

/** Fallback content until the data has loaded. */
const FALLBACKS = {
  none: () => '',
  line: () => '<p>海关总署的有关内容见其网站。</p>',
  full: (name) => bare(name),
};

/**
 * Renders what the script would fetch, so the page contains no data. Comments stay with their
 * service.
 */
const rendered = (name) =>
  name === 'comments' ? tag(name) : render(ELEMENTS[name], { attributes: { agency: 'gacc' } });

/**
 * Component libraries hide their text until the components are defined, as their manuals advise.
 */
const withLibrary = (library, prefix) => (name) => ({
  head: `<link rel="stylesheet" href="/${library}.css"><style>:not(:defined){visibility:hidden}</style>${script(`/${library}-${name}.js`)}`,
  one: () => MARKUP[name](prefix, agency, page(10).items),
});

const ownScript = (name) =>
  script(`/cdn/${name === 'comments' ? 'comment-box' : (ELEMENTS[name] ?? 'customs-widgets')}.js`);

/**
 * Contenders, and how a page shows a case with each.
 * @type {Record<string, (name: string, fallback: string) => { head: string, one: (name: string) =>
 * string }>}
 */
export const CONTENDERS = {
  static: () => ({ head: '', one: bare }),
  plain: () => ({
    head: '<link rel="stylesheet" href="/cdn/plain.css">',
    one: (name) => bare(name),
  }),
  lit: (name) => ({
    head: script(`/lit-${name}.js`),
    one: () => `<bare-element>${json(name === 'comments' ? page(10) : agency)}</bare-element>`,
  }),
  fetched: (name, fallback) => ({
    head: ownScript(name),
    one: (part) => tag(part, FALLBACKS[fallback](part), ' agency="gacc"'),
  }),
  inside: (name) => ({ head: ownScript(name), one: (part) => tag(part, json(agency)) }),
  rendered: () => ({ head: script('/cdn/take-over.js'), one: rendered }),
  floor: () => ({ head: '', one: rendered }),
  shoelace: withLibrary('shoelace', 'sl'),
  'web-awesome': withLibrary('web-awesome', 'wa'),
  waline: () => ({
    head: `<link rel="stylesheet" href="/waline.css">${script('/waline.js')}`,
    one: () => '<div id="waline"></div>',
  }),
};

/** Contenders that show an agency. */
const OF_AGENCY = [
  ...['static', 'plain', 'lit'],
  ...['fetched', 'inside', 'rendered', 'floor'],
  ...['shoelace', 'web-awesome'],
];

/** Contenders of each case. */
export const CASES = {
  card: OF_AGENCY,
  duties: OF_AGENCY,
  ranks: OF_AGENCY,
  comments: ['static', 'lit', 'fetched', 'shoelace', 'web-awesome', 'waline'],
  seed: ['static', 'fetched', 'inside', 'rendered', 'floor'],
};

/**
 * Writes the page that shows a case several times. The content below moves if no space is reserved.
 */
function pageOf(contender, name, { count, space, fallback }) {
  const { head, one } = CONTENDERS[contender](name, fallback);
  const parts = name === 'seed' ? SEED : Array.from({ length: count }, () => name);
  const places = parts.map((part, index) => {
    const isLast = index === parts.length - 1 ? ' data-last' : '';
    return `<div${isLast}>${one(part)}</div>`;
  });
  const held = space ? '<link rel="stylesheet" href="/space.css">' : '';
  return write(`${held}${head}`, `${places.join('\n')}<p>© 海关总署</p>`);
}

/**
 * Puts a page on the site.
 *
 * @param {object} [options]
 * @param {number} [options.count] Number of elements of the case.
 * @param {boolean} [options.space] True if a style sheet reserves their space.
 * @param {'none' | 'line' | 'full'} [options.fallback] Fallback content until the data has loaded.
 * @returns {{ path: string, expected: string }} Address of the page, and the text that it paints
 * last.
 */
export function putPage(site, contender, name, options = {}) {
  const { count = 1, space = false, fallback = 'none' } = options;
  const path = `/${name}-${count}-${space}-${fallback}/${contender}.html`;
  site.put(path, pageOf(contender, name, { count, space, fallback }));
  return { path, expected: LAST[name] };
}

/** Puts the responses of the comment services on the site. */
export function putAnswers(site) {
  const space = readFileSync(new URL('../../dist/cdn/space.css', import.meta.url), 'utf8');
  // The heights for the built-in agency also fit the same agency from the page itself.
  site.put('/space.css', space.replaceAll("[agency='gacc']", ''));
  site.put('/v1/capabilities', JSON.stringify(capabilities));
  site.put('/v1/sites/bench/threads/bench/comments', JSON.stringify(page(10)));
  const waline = comments(10).map(({ id, authorName, body, createdAt }) => ({
    objectId: id,
    nick: authorName ?? '匿名',
    comment: `<p>${body}</p>`,
    orig: body,
    time: Date.parse(createdAt),
    like: 0,
    status: 'approved',
    avatar: '',
    children: [],
  }));
  const data = { count: 10, page: 1, pageSize: 10, totalPages: 1, data: waline };
  site.put('/api/comment', JSON.stringify({ errno: 0, errmsg: '', data }));
}
