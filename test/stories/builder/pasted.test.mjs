/*
 * Every snippet of the builder, pasted into a blank page under exactly the policy that the builder
 * shows.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ELEMENT_NAMES } from '../../../.tools/elements.mjs';
import { keyOf } from '../../../.tools/locales.mjs';
import { root } from '../../../.tools/project.mjs';
import { COMMENT_ELEMENTS } from '../../fixtures/elements.mjs';
import {
  builtInAgency,
  htmlOf,
  openSite,
  readJson,
  snippetFor,
  visibleText,
  waitForText,
  watch,
} from './pasting.mjs';

const SERVICE = { endpoint: '.', site: 'customs', thread: 'pasted' };

/** Options of each element, tested besides the defaults. */
const OPTIONS = {
  'profile-card': { variant: 'full', qr: 'page', 'heading-level': '3' },
  'duty-list': { filter: true, numbering: 'decimal', elder: true },
  'rank-ladder': { view: 'table', current: 'superintendent-2', theme: 'dark' },
  'link-list': { 'external-notice': true, trusted: 'gov.cn org.cn', theme: 'contrast' },
  'comment-box': { ...SERVICE, 'page-size': '5', sort: 'oldest', 'heading-level': '3' },
  'comment-count': SERVICE,
};

const strings = readJson('dist/cdn/strings/en.json');
const translate = (text, id, lang) => (lang === 'en' ? strings[keyOf(id)] : text);

/** Text that an element shows, but its fallback content does not. */
function contentOf(widget, lang, { status, duties, ranks, links } = builtInAgency('gacc', lang)) {
  switch (widget) {
    case 'profile-card':
      return status;
    case 'duty-list':
      return duties.items[0].title;
    case 'rank-ladder':
      return ranks.tracks[0].tiers[0].ranks[0].name;
    case 'link-list':
      return links[0].label;
    case 'comment-box':
      return translate('评论记录', 'comments.records', lang);
    default:
      return lang === 'en' ? 'Comments: 0' : '0 条评论';
  }
}

let site;
let page;
let faults;
/** A browser page without JavaScript. */
let plain;
let plainFaults;
before(async () => {
  site = await openSite();
  [page, plain] = [await site.browser.newPage(), await site.browser.newPage()];
  faults = await watch(page, site.url);
  plainFaults = await watch(plain, site.url);
  await plain.setJavaScriptEnabled(false);
});
after(() => site.close());

/** Opens a snippet with JavaScript and waits for its content. */
async function assertShows(address, tag, text) {
  faults.length = 0;
  await page.goto(address, { waitUntil: 'load' });
  await waitForText(page, tag, text);
  assert.deepEqual(faults, []);
}

/** Opens a snippet without JavaScript. Readers see the text. */
async function assertReads(address, text) {
  plainFaults.length = 0;
  await plain.goto(address, { waitUntil: 'load' });
  const seen = await visibleText(plain);
  assert.ok(seen.includes(text.replace(/\s+/g, '')), `“${seen.slice(0, 120)}” without “${text}”`);
  assert.deepEqual(plainFaults, []);
}

/** Text of an element's fallback content. */
function fallbackOf(widget, lang) {
  if (widget === 'comment-box') return lang === 'en' ? 'Post a comment' : '发表评论';
  if (widget === 'comment-count') return lang === 'en' ? 'Comments' : '评论';
  return builtInAgency('gacc', lang).name;
}

const published = (made) => {
  assert.equal(made.problem, undefined);
  return site.publish(htmlOf(made), made.policy);
};

/** Defaults in Chinese, with the language of the page; options in English. */
const VARIANTS = (widget) => [
  { lang: 'zh-Hans', attributes: COMMENT_ELEMENTS.includes(widget) ? SERVICE : {} },
  { lang: 'en', attributes: { ...OPTIONS[widget], lang: 'en' } },
];

for (const widget of ELEMENT_NAMES) {
  const tag = `customs-${widget}`;
  const comments = COMMENT_ELEMENTS.includes(widget);

  describe(`a pasted ${widget}`, () => {
    for (const form of ['script', 'placeholder', 'server']) {
      for (const script of ['module', 'classic']) {
        for (const { lang, attributes } of VARIANTS(widget)) {
          it(`works as ${form}, ${script}, ${lang}, and reads without JavaScript`, async () => {
            const files = lang === 'en' ? 'all' : 'one';
            const address = published(snippetFor({ widget, form, script, files, attributes }));
            await assertShows(address, tag, contentOf(widget, lang));
            // A server rendering is hydrated when the page is idle. A page in the background has no
            // frames.
            await page.waitForFunction(
              (name) => {
                const { isDrawn, localization } = document.querySelector(name);
                return isDrawn !== false && localization;
              },
              { polling: 20 },
              tag,
            );
            const shown = await page.$eval(
              tag,
              (element, names) => {
                const { localization, isDrawn } = element;
                return {
                  lang: localization.language,
                  taken: isDrawn !== false,
                  missing: names.filter((name) => !element.hasAttribute(name) && name !== 'lang'),
                };
              },
              Object.keys(attributes),
            );
            assert.deepEqual(shown, { lang, taken: true, missing: [] });
            const prerendered = form === 'server' && !comments;
            await assertReads(
              address,
              prerendered ? contentOf(widget, lang) : fallbackOf(widget, lang),
            );
          });
        }
      }
    }

    for (const { lang, attributes } of VARIANTS(widget)) {
      it(`reads as plain HTML, ${lang}`, async () => {
        const styles = lang === 'en' ? 'files' : 'inline';
        const made = snippetFor({ widget, form: 'html', styles, attributes });
        if (widget === 'comment-count') {
          assert.equal(made.problem, 'htmlComments');
          return;
        }
        const address = published(made);
        await assertReads(address, comments ? fallbackOf(widget, lang) : contentOf(widget, lang));
        if (comments) return;
        const border = await plain.$eval(
          '.customs-plain',
          (one) => getComputedStyle(one).borderTopWidth,
        );
        assert.equal(border, '1px', 'styled');
      });

      it(`works with a bundler, ${lang}`, async () => {
        const files = lang === 'en' ? 'all' : 'one';
        const made = snippetFor({ widget, form: 'npm', files, attributes });
        const code = await bundle(made);
        const place = htmlOf(made);
        const name = `${widget}-${lang}.js`;
        const body = `${place}<script type="module" src="${name}"></script>`;
        const address = site.publish(body, made.policy, { [name]: code });
        await assertShows(address, tag, contentOf(widget, lang));
        await assertReads(address, fallbackOf(widget, lang));
      });

      it(`works from a folder without a server, ${lang}`, async () => {
        const made = snippetFor({ widget, form: 'offline', attributes });
        if (comments) {
          assert.equal(made.problem, 'offlineComments');
          return;
        }
        assert.doesNotMatch(made.policy, /connect-src/);
        await assertShows(published(made), tag, contentOf(widget, lang));
        const folder = mkdtempSync(join(tmpdir(), 'customs-offline-'));
        try {
          symlinkSync(join(root, 'dist/cdn'), join(folder, 'cdn'));
          writeFileSync(join(folder, 'page.html'), `<meta charset="utf-8">${htmlOf(made)}`);
          const file = pathToFileURL(join(folder, 'page.html')).href;
          await page.goto(file, { waitUntil: 'load' });
          await waitForText(page, tag, contentOf(widget, lang));
          const others = faults.filter((fault) => !fault.startsWith('elsewhere: file:'));
          assert.deepEqual(others, []);
        } finally {
          rmSync(folder, { recursive: true });
        }
      });

      it(`works in a frame, ${lang}`, async (test) => {
        // In a frame, addresses are relative to frame.html.
        const seen = { ...attributes, ...(comments && { endpoint: '/' }) };
        const made = snippetFor({ widget, form: 'frame', attributes: seen });
        assert.equal(made.problem, undefined);
        if (!existsSync(join(root, 'dist/cdn/frame.html'))) {
          test.skip('dist/cdn/frame.html is not there');
          return;
        }
        faults.length = 0;
        await page.goto(published(made), { waitUntil: 'load' });
        const frame = await (await page.waitForSelector('iframe')).contentFrame();
        await waitForText(frame, tag, contentOf(widget, lang));
        assert.deepEqual(faults, []);
      });
    }
  });
}

/** Bundles the module of a snippet, as an application does. */
async function bundle({ parts }, agency) {
  const { code } = parts.find(({ kind }) => kind === 'js');
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'own-json',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/agency\.json$/ }, () => ({ path: 'agency', namespace: 'own' }));
          onLoad({ filter: /.*/, namespace: 'own' }, () => ({
            contents: JSON.stringify(agency),
            loader: 'json',
          }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}

describe('an agency of one’s own', () => {
  const agency = {
    lang: 'zh-Hans',
    name: '“引号”与 <尖括号> & </script><!-- 局',
    url: 'https://example.org/?a=1&b="2"',
    duties: { items: [{ id: 'duty-1', title: '受理 </script> 咨询。' }] },
  };
  const own = (form, more = {}) => snippetFor({ data: 'json', form, ...more }, agency);

  for (const form of ['script', 'placeholder', 'server', 'offline']) {
    it(`stands in the page, ${form}`, async () => {
      const address = published(own(form));
      await assertShows(address, 'customs-duty-list', agency.duties.items[0].title);
      await assertReads(address, form === 'server' ? agency.duties.items[0].title : agency.name);
    });
  }

  it('is imported by an application', async () => {
    const made = own('npm');
    const files = { 'own.js': await bundle(made, agency) };
    const body = `${htmlOf(made)}<script type="module" src="own.js"></script>`;
    const address = site.publish(body, made.policy, files);
    await assertShows(address, 'customs-duty-list', agency.duties.items[0].title);
    await assertReads(address, agency.name);
  });

  it('is read from a file beside the page', async () => {
    const file = 'agencies/police.zh-Hans.json';
    const police = readJson(`stories/${file}`);
    for (const form of ['script', 'placeholder', 'server', 'npm']) {
      const attributes = { src: file };
      const made = snippetFor({ widget: 'rank-ladder', data: 'src', form, attributes }, police);
      const code = form === 'npm' ? { 'police.js': await bundle(made) } : {};
      const load = form === 'npm' ? '<script type="module" src="police.js"></script>' : '';
      const address = site.publish(htmlOf(made) + load, made.policy, code);
      await assertShows(address, 'customs-rank-ladder', contentOf('rank-ladder', 'zh', police));
      await assertReads(address, police.name);
    }
  });
});

describe('settings of the snippet', () => {
  it('give the elements another prefix in every form', async () => {
    for (const form of ['script', 'placeholder', 'server', 'offline']) {
      for (const files of ['one', 'all']) {
        const made = snippetFor({ form, files, prefix: 'police' });
        const address = published(made);
        await assertShows(address, 'police-duty-list', contentOf('duty-list', 'zh-Hans'));
      }
    }
    for (const files of ['one', 'all']) {
      const made = snippetFor({ form: 'npm', files, prefix: 'police', attributes: { lang: 'en' } });
      const name = `police-${files}.js`;
      const body = `${htmlOf(made)}<script type="module" src="${name}"></script>`;
      const address = site.publish(body, made.policy, { [name]: await bundle(made) });
      await assertShows(address, 'police-duty-list', contentOf('duty-list', 'en'));
    }
  });

  it('take the styles of a rendered element from files', async () => {
    const made = snippetFor({ form: 'server', styles: 'files' });
    assert.doesNotMatch(made.policy, /sha384/);
    const address = published(made);
    await assertReads(address, contentOf('duty-list', 'zh-Hans'));
    const padding = await plain.$eval(
      'customs-duty-list',
      ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.frame')).paddingTop,
    );
    assert.equal(padding, '24px');
  });

  it('allow a folder, data and a service of other sites by their origin, and nothing else', async () => {
    // The same server with another name is another origin.
    const other = site.url.replace('127.0.0.1', 'localhost');
    const made = snippetFor({ folder: `${other}cdn` });
    const origin = new URL(other).origin;
    assert.equal(
      made.policy,
      `default-src 'none'; script-src ${origin}; style-src 'self'; img-src 'self' data:; connect-src ${origin}`,
    );
    const box = { ...SERVICE, endpoint: 'https://comments.example.org/a/' };
    assert.match(
      snippetFor({ widget: 'comment-box', attributes: box }).policy,
      /connect-src 'self' https:\/\/comments\.example\.org$/,
    );
  });
});

describe('the assertions of this file', () => {
  it('notice a wrong hash of a script and of a style', async () => {
    const made = snippetFor({ form: 'server' });
    const wrong = (text) => text.replace(/sha384-...../, 'sha384-AAAAA');
    faults.length = 0;
    await page.goto(site.publish(wrong(htmlOf(made)), made.policy), { waitUntil: 'load' });
    assert.match(faults.join('\n'), /integrity/);
    faults.length = 0;
    await page.goto(site.publish(htmlOf(made), wrong(made.policy)), { waitUntil: 'load' });
    assert.match(faults.join('\n'), /policy: style-src/);
  });

  it('notice that a fallback does not read', async () => {
    await assert.rejects(
      assertReads(site.publish('', "default-src 'none'"), 'text'),
      /without “text”/,
    );
  });
});
