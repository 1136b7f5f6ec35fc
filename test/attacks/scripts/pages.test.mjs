/*
 * Public collections of strings that run code, through every text that elements show, on a page without any policy: only
 * that our texts are never HTML protects it. A control shows that the same strings spring the trap where they are HTML.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rendering } from '../../render/rendering.mjs';
import { document, openSite, script } from '../../page/site.mjs';
import { AGENCIES, joined, STRINGS, WORDS } from './collections.mjs';
import { watch } from './trap.mjs';

const TAGS = ['profile-card', 'duty-list', 'rank-ladder', 'link-list', 'agency-page'];

let site;
let api;
before(async () => {
  site = await openSite();
  api = await rendering(site.folder);
});
after(() => site.close());

/** Opens a page without a policy, and watches it. */
async function open(body, { head = script('/cdn/customs-widgets.js') } = {}) {
  const path = `/scripts-${site.pages.size}.html`;
  site.pages.set(path, { body: document(head, body) });
  const page = await site.browser.newPage();
  page.setDefaultTimeout(30_000);
  const found = await watch(page, (url) => url.startsWith(site.origin) || url.startsWith('data:'));
  await page.goto(site.origin + path);
  return { page, found };
}

/** Waits until all elements have rendered. */
const settled = (page, selector = 'main > *') =>
  page.waitForFunction(
    (one) =>
      [...document.querySelectorAll(one)].every(
        ({ state, isUpdatePending }) => state?.kind === 'ready' && !isUpdatePending,
      ),
    {},
    selector,
  );

describe('strings that run code', () => {
  it('spring the trap where a page takes them for HTML', async () => {
    const { page, found } = await open('<main></main>', { head: '' });
    await page.evaluate(
      (strings) => {
        for (const text of strings) {
          const box = document.createElement('div');
          box.innerHTML = text;
          document.querySelector('main').append(box);
        }
        // These would replace the page, and the trap with it.
      },
      STRINGS.filter((text) => !/http-equiv/i.test(text)),
    );
    await page.waitForFunction(() => window.sprung.some((one) => one.startsWith('alert')));
    const sprung = await found('main');
    for (const sign of [/^alert/, / on\w+="/, /href="\s*javascript:/i, /^<script/i, /^<iframe/i]) {
      assert.ok(
        sprung.some((one) => sign.test(one)),
        `the trap knows ${sign}`,
      );
    }
    await page.close();
  });

  it('are words in every text of an agency, in each of its looks', async () => {
    const { page, found } = await open('<main></main>');
    await page.waitForFunction(() => customElements.get('customs-duty-list'));
    await page.evaluate(
      (tags, agencies, texts) => {
        agencies.forEach((agency, index) => {
          // The last one draws all the others, whose lists are long enough.
          for (const tag of index ? tags : tags.slice(0, 4)) {
            const element = document.createElement(`customs-${tag}`);
            const { observedAttributes } = element.constructor;
            for (const name of observedAttributes) {
              if (name !== 'src' && name !== 'agency') element.setAttribute(name, texts[index % 2]);
            }
            element.lang = 'zh-Hans';
            element.setAttribute('view', index % 2 ? 'table' : 'ladder');
            element.data = agency;
            document.querySelector('main').append(element);
          }
        });
      },
      TAGS,
      AGENCIES,
      joined(2),
    );
    await settled(page);
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('main > *')) {
        for (const one of shadowRoot.querySelectorAll('details')) one.open = true;
        const search = shadowRoot.querySelector('input');
        if (!search) continue;
        search.value = '<img src=x onerror=alert(1)>';
        search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      }
    });
    await settled(page);
    assert.deepEqual(await found('main > *'), []);
    const shown = await page.$eval('customs-link-list', (list) => list.shadowRoot.textContent);
    assert.ok(
      WORDS.filter((text) => shown.includes(text.trim())).length > WORDS.length / 2,
      'shown',
    );
    await page.close();
  });

  it('are words in the markup of an author', async () => {
    const escaped = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
    const items = WORDS.map((text) => `<li>${escaped(text)}</li>`).join('');
    const links = WORDS.map((text) => `<li><a href="${escaped(text)}">${escaped(text)}</a></li>`);
    const { page, found } = await open(`<main>
      <customs-duty-list><ol>${items}</ol></customs-duty-list>
      <customs-rank-ladder><ul>${items}</ul></customs-rank-ladder>
      <customs-link-list><ul><li><a href="https://a.example/">甲</a></li>${links.join('')}</ul></customs-link-list>
      <customs-profile-card><h2>${escaped(joined(1)[0])}</h2><p>${escaped(joined(1)[0])}</p></customs-profile-card>
    </main>`);
    await settled(page);
    const own = (await found('main')).filter(
      (one) => !/^a href="\s*(java|vb)?script:|^a href="/i.test(one),
    );
    assert.deepEqual(own, []);
    const inside = await page.evaluate(() =>
      [...document.querySelectorAll('main > *')].flatMap(({ shadowRoot }) =>
        window.activeIn(shadowRoot),
      ),
    );
    assert.deepEqual(inside, []);
    await page.close();
  });

  it('are words in what a server renders, before the script and after it', async () => {
    const [lists, whole] = AGENCIES;
    const options = { styles: 'none', fallback: 'plain' };
    const html = [
      ...['duty-list', 'link-list'].map((name) => api.render(name, { ...options, data: lists })),
      // It draws all the others.
      api.render('agency-page', { ...options, data: whole }),
      api.render('agency-page', { styles: 'none', format: 'html', data: whole }),
      api.renderStructuredData(whole),
    ].join('\n');
    for (const head of ['', script('/cdn/customs-widgets.js')]) {
      const { page, found } = await open(`<main>${html}</main>`, { head });
      if (head) {
        await page.waitForFunction(() => customElements.get('customs-duty-list'));
        await settled(page, 'main > customs-duty-list, main > customs-agency-page');
      }
      assert.deepEqual(await found('main'), []);
      await page.close();
    }
  });
});
