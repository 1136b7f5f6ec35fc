/* space.css: nothing below the elements moves while their script and data load. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AGENCY_ELEMENTS } from '../fixtures/elements.mjs';
import { document, openSite, script, shown, watchShifts } from './site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const SPACE = '<link rel="stylesheet" href="/cdn/space.css">';
const FALLBACKS = { nothing: '', 'a line': '<p>内容见官方网站。</p>' };

/** Opens a page whose script loads after the page has painted, which is what makes pages jump. */
async function open(head, body, lang, width) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  // Data lies beside the address of the script.
  const text = site.file('cdn/customs-widgets.js');
  const address = `${site.origin}/cdn/customs-widgets.js`;
  site.pages.set('/late.js', {
    body: async (response) => {
      await released;
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(text.replaceAll('import.meta.url', `'${address}'`));
    },
  });
  const html = document(`${head}${script('/late.js')}`, body, lang);
  const { page, arrived } = await site.open(html, { width, prepare: watchShifts, wait: false });
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length);
  release();
  await arrived;
  return page;
}

async function shiftsOf(lang, width, fallback, names = AGENCY_ELEMENTS) {
  const tags = names.map((name) => `customs-${name}`);
  const body = tags.map((tag) => `<${tag} agency="gacc">${fallback}</${tag}><p>下文</p>`).join('');
  const page = await open(SPACE, body, lang, width);
  await shown(page, ...tags);
  // Shifts are reported after the next frame.
  const shifts = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return window.shifts;
  });
  await page.close();
  return shifts;
}

describe('space.css', () => {
  for (const lang of ['zh-Hans', 'en']) {
    for (const width of [360, 390, 512, 768, 1280]) {
      for (const [name, fallback] of Object.entries(FALLBACKS)) {
        it(`keeps all in its place at ${width} px in ${lang}, with ${name} inside`, async () => {
          assert.deepEqual(await shiftsOf(lang, width, fallback), []);
        });
      }
    }
  }

  it('keeps all in its place below a whole agency', async () => {
    assert.deepEqual(await shiftsOf('zh-Hans', 360, '', ['agency-page']), []);
  });

  it('is needed: without it the same page moves', async () => {
    const list = '<customs-duty-list agency="gacc"></customs-duty-list><p>下文</p>';
    const page = await open('', list, 'zh-Hans', 360);
    await shown(page, 'customs-duty-list');
    await page.waitForFunction(() => window.shifts.length);
    await page.close();
  });
});
