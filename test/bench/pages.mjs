/* The page of every contender in every case. */
import { readFileSync } from 'node:fs';
import { render } from '../../dist/render/node.js';
import { MARKUP } from './contenders/markup.mjs';
import { agency, bare, capabilities, comments, ELEMENTS, LAST, page } from './content.mjs';

/** The elements of the seed page, in its order; the links are the last of those that a server renders. */
const SEED = ['card', 'duties', 'ranks', 'comments', 'links'];

const write = (head, body) => `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>海关总署</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const script = (address) => `<script type="module" src="${address}"></script>`;
const json = (value) =>
  `<script type="application/json">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

/** Our element as a page writes it. */
const tag = (name, inside, agency = '') =>
  name === 'comments'
    ? '<customs-comment-box endpoint="/" site="bench" thread="bench"></customs-comment-box>'
    : `<customs-${ELEMENTS[name]}${agency}>${inside}</customs-${ELEMENTS[name]}>`;

/** What stands inside until the data is there. */
const FALLBACKS = {
  none: () => '',
  line: () => '<p>海关总署的有关内容见其网站。</p>',
  full: (name) => bare(name),
};

/** A server renders what the script would fetch, so the page carries no data. Comments stay with their service. */
const rendered = (name) =>
  name === 'comments' ? tag(name) : render(ELEMENTS[name], { attributes: { agency: 'gacc' } });

/** A library of components hides its text until the components are there, as the manuals advise. */
const withLibrary = (library, prefix) => (name) => ({
  head: `<link rel="stylesheet" href="/${library}.css"><style>:not(:defined){visibility:hidden}</style>${script(`/${library}-${name}.js`)}`,
  one: () => MARKUP[name](prefix, agency, page(10).items),
});

const ownScript = (name) =>
  script(`/cdn/${name === 'comments' ? 'comment-box' : (ELEMENTS[name] ?? 'customs-widgets')}.js`);

/**
 * Who is measured, and how a page shows a case with them.
 * @type {Record<string, (name: string, fallback: string) => { head: string, one: (name: string) => string }>}
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

/** Who shows an agency. */
const OF_AGENCY = [
  ...['static', 'plain', 'lit'],
  ...['fetched', 'inside', 'rendered', 'floor'],
  ...['shoelace', 'web-awesome'],
];

/** Who takes part in which case. */
export const CASES = {
  card: OF_AGENCY,
  duties: OF_AGENCY,
  ranks: OF_AGENCY,
  comments: ['static', 'lit', 'fetched', 'shoelace', 'web-awesome', 'waline'],
  seed: ['static', 'fetched', 'inside', 'rendered', 'floor'],
};

/** The page that shows a case so many times, with something below, which moves when the space is not held. */
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
 * @param {number} [options.count] How many elements of the case it has.
 * @param {boolean} [options.space] Whether it holds their space by a style sheet.
 * @param {'none' | 'line' | 'full'} [options.fallback] What stands inside until the data is there.
 * @returns {{ path: string, expected: string }} Its address, and what it paints last.
 */
export function putPage(site, contender, name, options = {}) {
  const { count = 1, space = false, fallback = 'none' } = options;
  const path = `/${name}-${count}-${space}-${fallback}/${contender}.html`;
  site.put(path, pageOf(contender, name, { count, space, fallback }));
  return { path, expected: LAST[name] };
}

/** Puts what the services of the comments answer. */
export function putAnswers(site) {
  const space = readFileSync(new URL('../../dist/cdn/space.css', import.meta.url), 'utf8');
  // What the rules for the built-in agency hold fits the same agency from the page itself.
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
