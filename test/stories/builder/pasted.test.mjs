/* Every snippet that the builder can make, pasted into a blank page under exactly the policy that it shows. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ELEMENT_NAMES, root } from '../../../.tools/project.mjs';
import { COMMENT_ELEMENTS } from '../../fixtures/elements.mjs';
import { bundle, contentOf, fallbackOf, openPasted, SERVICE } from './pasted.mjs';
import { htmlOf, snippetFor, waitForText } from './pasting.mjs';

let pasted;
before(async () => (pasted = await openPasted()));
after(() => pasted.close());

/** Options of each element, beside the plain one. */
const OPTIONS = {
  'profile-card': { variant: 'full', qr: 'page', 'heading-level': '3' },
  'duty-list': { filter: true, numbering: 'decimal', elder: true },
  'rank-ladder': { view: 'table', current: 'superintendent-2', theme: 'dark' },
  'link-list': { 'external-notice': true, trusted: 'gov.cn org.cn', theme: 'contrast' },
  'comment-box': { ...SERVICE, 'page-size': '5', sort: 'oldest', 'heading-level': '3' },
  'comment-count': SERVICE,
  'agency-page': { ...SERVICE, filter: true, 'heading-level': '1', theme: 'dark' },
};

/** Plain in Chinese, with the language of the page; with its options in English. */
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
            const address = pasted.publish(snippetFor({ widget, form, script, files, attributes }));
            await pasted.assertShows(address, tag, contentOf(widget, lang));
            // What a server rendered is taken over when the page is idle; a page in the background has no frames.
            await pasted.page.waitForFunction(
              (name) => {
                const { isDrawn, localization } = document.querySelector(name);
                return isDrawn !== false && localization;
              },
              { polling: 20 },
              tag,
            );
            const shown = await pasted.page.$eval(
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
            await pasted.assertReads(
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
        const address = pasted.publish(made);
        await pasted.assertReads(
          address,
          comments ? fallbackOf(widget, lang) : contentOf(widget, lang),
        );
        if (comments) return;
        const border = await pasted.plain.$eval(
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
        const address = pasted.site.publish(body, made.policy, { [name]: code });
        await pasted.assertShows(address, tag, contentOf(widget, lang));
        await pasted.assertReads(address, fallbackOf(widget, lang));
      });

      it(`works from a folder without a server, ${lang}`, async () => {
        const made = snippetFor({ widget, form: 'offline', attributes });
        if (attributes.endpoint) {
          assert.equal(made.problem, 'offlineComments');
          return;
        }
        assert.doesNotMatch(made.policy, /connect-src/);
        await pasted.assertShows(pasted.publish(made), tag, contentOf(widget, lang));
        const folder = mkdtempSync(join(tmpdir(), 'customs-offline-'));
        try {
          symlinkSync(join(root, 'dist/cdn'), join(folder, 'customs-widgets'));
          writeFileSync(join(folder, 'page.html'), `<meta charset="utf-8">${htmlOf(made)}`);
          const file = pathToFileURL(join(folder, 'page.html')).href;
          await pasted.page.goto(file, { waitUntil: 'load' });
          await waitForText(pasted.page, tag, contentOf(widget, lang));
          const others = pasted.faults.filter((fault) => !fault.startsWith('elsewhere: file:'));
          assert.deepEqual(others, []);
        } finally {
          rmSync(folder, { recursive: true });
        }
      });

      it(`works in a frame, ${lang}`, async (test) => {
        const made = snippetFor({ widget, form: 'frame', attributes });
        assert.equal(made.problem, undefined);
        if (!existsSync(join(root, 'dist/cdn/frame.html'))) {
          test.skip('dist/cdn/frame.html is not there');
          return;
        }
        pasted.faults.length = 0;
        await pasted.page.goto(pasted.publish(made), { waitUntil: 'load' });
        const frame = await (await pasted.page.waitForSelector('iframe')).contentFrame();
        await waitForText(frame, tag, contentOf(widget, lang));
        assert.deepEqual(pasted.faults, []);
      });
    }
  });
}
