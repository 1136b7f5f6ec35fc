/*
 * Compares our renderer of templates with @lit-labs/ssr. Both write the same HTML, with the same
 * comments for `hydrate`, for every element in every state that a server or a test can bring it
 * into.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { provideStrings } from '../../dist/base/language/strings.js';
import { assumePage } from '../../dist/base/reader/page-address.js';
import { CustomsAgencyPage } from '../../dist/elements/agency-page/agency-page.js';
import { CustomsCommentBox } from '../../dist/elements/comment-box/comment-box.js';
import { CustomsDutyList } from '../../dist/elements/duty-list/duty-list.js';
import { CustomsLinkList } from '../../dist/elements/link-list/link-list.js';
import { CustomsProfileCard } from '../../dist/elements/profile-card/profile-card.js';
import { CustomsRankLadder } from '../../dist/elements/rank-ladder/rank-ladder.js';
import { elementFor } from '../../dist/render/shadow.js';
import { renderTemplate } from '../../dist/render/template.js';

const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
provideStrings('en', json('dist/base/language/strings/en.json'));

const gacc = json('src/agency/gacc/zh-Hans.json');
const english = json('src/agency/gacc/en.json');
const police = json('stories/agencies/police.zh-Hans.json');
const fireRescue = json('stories/agencies/fire-rescue.zh-Hans.json');
const arabic = json('stories/recipes/agency.ar.json');
const HOSTILE = `<b title="a">&amp;'</b> > < " & \${x} \u00a0`;
const hostile = {
  lang: 'en',
  name: HOSTILE,
  category: HOSTILE,
  summary: HOSTILE,
  overview: [HOSTILE],
  url: 'https://example.org/?a=1&b="2"',
  source: { title: HOSTILE, publisher: HOSTILE, url: 'https://example.org/?a&b', note: HOSTILE },
  duties: { preamble: [HOSTILE], items: [{ id: 'a', title: HOSTILE, text: HOSTILE }] },
  ranks: {
    name: HOSTILE,
    tracks: [{ id: 't', tiers: [{ id: 'u', ranks: [{ id: 'r', name: HOSTILE }] }] }],
    bands: [{ basis: 'years', label: HOSTILE, from: 'r', to: 'r', article: 1 }],
  },
  links: [{ label: HOSTILE, url: 'https://example.org/?a&b', description: HOSTILE }],
};
const bare = { lang: 'zh-Hans', name: '甲局' };
const problem = { pointer: '/a"b', code: 'reference', detail: '<x>', message: 'a' };

/** Elements that show an agency, with the attributes and changes that lead to each state. */
const STATES = new Map([
  [
    CustomsProfileCard,
    [
      ['the card', {}],
      ['the full card', { variant: 'full' }],
      ['without a QR code', { qr: 'none' }],
      ['with an address of its own', { url: 'https://example.org/?a=1&b=2' }],
      [
        'expanded',
        {},
        (one) => {
          one.expanded = true;
        },
      ],
      ['copied', {}, (one) => (one.copied = true)],
    ],
  ],
  [
    CustomsDutyList,
    [
      ['the list', {}],
      ['with digits', { numbering: 'decimal' }],
      ['without numbers', { numbering: 'none' }],
      ['with a search field', { filter: '' }],
      ['found', { filter: '' }, (one) => (one.searchText = '海关')],
      ['nothing found', { filter: '' }, (one) => (one.searchText = '"<&')],
      ['led to', {}, (one) => (one.deepLink.target = 'duty-2')],
      ['copied', {}, (one) => (one.copied = { id: 'duty-1', done: false })],
    ],
  ],
  [
    CustomsRankLadder,
    [
      ['the ladder', {}],
      ['the table', { view: 'table' }],
      ['the table with marks', { view: 'table', current: 'superintendent-2' }],
      ['marked', { current: 'inspector-2', highlight: 'commissioner-1 r' }],
      ['looked up', {}, (one) => (one.bandIndex = 1)],
    ],
  ],
  [
    CustomsLinkList,
    [
      ['the links', {}],
      ['before leaving', { trusted: 'x' }, (one) => (one.asking = one.state.agency?.links?.[0])],
    ],
  ],
  // Neither of the two renders what is in the tags that it draws: ours does so in `render`.
  [
    CustomsAgencyPage,
    [
      ['the page', {}],
      ['with all settings', { filter: '', 'external-notice': '', trusted: 'a b' }],
      ['with comments', { endpoint: '/c', engine: 'static', site: 's', thread: '"t"' }],
    ],
  ],
]);

/** Settings for every element, each with data and language. */
const SETTINGS = [
  ['GACC', { data: gacc, lang: 'zh-Hans' }],
  ['GACC in English', { data: english, lang: 'en', page: 'https://example.org/a?b=c&d#e' }],
  ['Chinese data on an English page', { data: gacc, lang: 'en' }],
  ['the police', { data: police, lang: 'zh-Hans' }],
  ['fire and rescue', { data: fireRescue, lang: 'zh-Hans' }],
  ['right to left', { data: arabic, lang: 'ar' }],
  ['right to left on a Chinese page', { data: arabic, lang: 'zh-Hans' }],
  ['in elder mode', { data: gacc, lang: 'zh-Hans', attributes: { elder: '', theme: 'contrast' } }],
  ['at level 5', { data: english, lang: 'en', attributes: { 'heading-level': '5' } }],
  ['text that looks like HTML', { data: hostile, lang: 'en' }],
  ['nothing but a name', { data: bare, lang: 'zh-Hans' }],
];

/** Renders with @lit-labs/ssr. Slots ask for their element, but need nothing from it. */
const judge = (template) => collectResultSync(render(template, { customElementHostStack: [{}] }));

const TAG = /<[a-z][^\s>]*(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*\/?>/g;
const BLANK_IN_TAG = /\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g;

/**
 * Removes intended differences. No reader sees them, and `hydrate` gets the same result.
 *
 * - `<?>`: theirs ends a template with it if the last piece is a value; `hydrate` ignores it.
 * - Apostrophes: theirs escapes them; ours need not, because every value is in double quotes.
 * - Listeners: theirs leaves the white space around them in the tag.
 * - An empty text: ours is a space, because Lit would otherwise write later text into a comment.
 * - Unselected options: theirs writes `selected="false"`, which selects them; ours leaves it out.
 */
const comparable = (html) =>
  html
    .replaceAll('<?>', '')
    .replaceAll('&#39;', "'")
    .replaceAll('<!--lit-part--> <!--/lit-part-->', '<!--lit-part--><!--/lit-part-->')
    .replace(TAG, (tag) =>
      tag
        .replace(BLANK_IN_TAG, ' ')
        .replace(/ (?=\/?>$)/, '')
        .replace(' selected="false"', '')
        .replace(' selected="true"', ' selected=""'),
    );

/** Compares both renderings of a template, which is created separately for each. */
function compare(make) {
  const html = renderTemplate(make());
  const [ours, theirs] = [html, judge(make())].map(comparable);
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80);
  assert.equal(around(ours), around(theirs));
  assert.ok(ours === theirs);
  return html;
}

/** Creates an element with settings. No two of them share anything. */
let count = 0;
function elementIn(element, { attributes = {}, data, lang }, own = {}) {
  void element.observedAttributes;
  count += 1;
  const all = { ...attributes, ...own, number: String(count) };
  return elementFor({ element, tag: element.tag, attributes: all, data, lang });
}

describe('what our writer makes of a template is what @lit-labs/ssr makes of it', () => {
  for (const [element, states] of STATES) {
    for (const [state, own, change] of states) {
      it(`${element.tag}: ${state}`, () => {
        for (const [name, setting] of SETTINGS) {
          const instance = elementIn(element, setting, own);
          const write = () => assumePage(setting.page, () => compare(() => instance.render()));
          const before = write();
          assert.ok(before.includes('part="base"'), name);
          if (!change) continue;
          change(instance);
          const after = write();
          if (setting.data === gacc) assert.notEqual(after, before, `${name}: nothing changed`);
        }
      });
    }

    it(`${element.tag}: failed, with a slip and without an answer`, () => {
      for (const code of ['reference', 'network']) {
        const instance = elementIn(element, SETTINGS[0][1]);
        instance.assume({ kind: 'failed', problems: [{ ...problem, code }] });
        assert.match(
          compare(() => instance.render()),
          /role="alert"/,
        );
      }
    });
  }

  for (const Element of [CustomsCommentBox]) {
    for (const lang of ['zh-Hans', 'en']) {
      it(`${Element.tag} in ${lang}`, () => {
        const instance = new Element();
        instance.localization.assume(lang);
        compare(() => instance.render());
      });
    }
  }
});

describe('the judge', () => {
  const instance = elementIn(CustomsDutyList, { data: hostile, lang: 'en' }, { filter: '' });
  const ours = renderTemplate(instance.render());
  const theirs = comparable(judge(instance.render()));

  for (const [fault, from, to] of [
    ['an attribute that is left out', ' tabindex="-1"', ''],
    ['an attribute with nothing bound in it that is left out', ' type="search"', ''],
    ['another value of an attribute', ' start="1"', ' start="2"'],
    ['a bound value with a blank at its end', 'class="duty "', 'class="duty"'],
    ['text that is not escaped', '&lt;b', '<b'],
    ['text that is escaped twice', '&lt;b', '&amp;lt;b'],
    ['an attribute that is not escaped', '&quot;a&quot;', '"a"'],
    ['a marker of a node that is left out', '<!--lit-node 0-->', ''],
    ['a marker of a node with another number', '<!--lit-node 0-->', '<!--lit-node 1-->'],
    ['a marker behind its node', /(<!--lit-node 0-->)(<div[^>]*>)/, '$2$1'],
    ['a marker of a part that is left out', '<!--lit-part-->', ''],
    ['an end of a part that is left out', '<!--/lit-part-->', ''],
    ['another digest', /lit-part \w/, 'lit-part _'],
    ['a blank in the text', '<strong part="title">', '<strong part="title"> '],
  ]) {
    it(`sees ${fault}`, () => {
      assert.equal(comparable(ours), theirs);
      const faulty = ours.replace(from, to);
      assert.notEqual(faulty, ours, 'the fault is there');
      assert.notEqual(comparable(faulty), theirs);
    });
  }
});
