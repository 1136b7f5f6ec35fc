/* Snippets in blank pages, and what those show. */
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { keyOf } from '../../../.tools/locales.mjs';
import { root } from '../../../.tools/project.mjs';
import {
  builtInAgency,
  htmlOf,
  openSite,
  readJson,
  visibleText,
  waitForText,
  watch,
} from './pasting.mjs';

export const SERVICE = { endpoint: '.', site: 'customs', thread: 'pasted' };

const strings = readJson('dist/cdn/strings/en.json');
const translate = (text, id, lang) => (lang === 'en' ? strings[keyOf(id)] : text);

/** What an element shows that its fallback does not say. */
export function contentOf(
  widget,
  lang,
  { status, duties, ranks, links } = builtInAgency('gacc', lang),
) {
  switch (widget) {
    case 'profile-card':
      return status;
    case 'duty-list':
      return duties.items[0].title;
    case 'rank-ladder':
      return ranks.tracks[0].tiers[0].ranks[0].name;
    case 'link-list':
    case 'agency-page':
      return links[0].label;
    case 'comment-box':
      return translate('评论记录', 'comments.records', lang);
    default:
      return lang === 'en' ? 'Comments: 0' : '0 条评论';
  }
}

/** What the fallback of an element says. */
export function fallbackOf(widget, lang) {
  if (widget === 'comment-box') return lang === 'en' ? 'Post a comment' : '发表评论';
  if (widget === 'comment-count') return lang === 'en' ? 'Comments' : '评论';
  return builtInAgency('gacc', lang).name;
}

/** Bundles the module of a snippet, as an application does. */
export async function bundle({ parts }, agency) {
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

/** Starts a site for snippets, with a page of a browser, and another one whose JavaScript is off. */
export async function openPasted() {
  const site = await openSite();
  const [page, plain] = [await site.browser.newPage(), await site.browser.newPage()];
  const faults = await watch(page, site.url);
  const plainFaults = await watch(plain, site.url);
  await plain.setJavaScriptEnabled(false);
  return {
    site,
    page,
    plain,
    faults,
    /** Publishes a snippet under exactly its policy; gives its address. */
    publish(made) {
      assert.equal(made.problem, undefined);
      return site.publish(htmlOf(made), made.policy);
    },
    /** Opens a snippet with JavaScript and waits for its content. */
    async assertShows(address, tag, text) {
      faults.length = 0;
      await page.goto(address, { waitUntil: 'load' });
      await waitForText(page, tag, text);
      assert.deepEqual(faults, []);
    },
    /** Opens a snippet without JavaScript; a reader sees the text. */
    async assertReads(address, text) {
      plainFaults.length = 0;
      await plain.goto(address, { waitUntil: 'load' });
      const seen = await visibleText(plain);
      const isRead = seen.includes(text.replace(/\s+/g, ''));
      assert.ok(isRead, `“${seen.slice(0, 120)}” without “${text}”`);
      assert.deepEqual(plainFaults, []);
    },
    close: () => site.close(),
  };
}
