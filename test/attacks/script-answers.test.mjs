/*
 * What the library itself loads, when its server answers badly again and again: each attempt ends,
 * the page goes on, and the last attempt succeeds.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { versioned } from '../../.tools/published-files.mjs';
import { document, openSite, script, shown } from '../page/site.mjs';
import { rendering } from '../render/rendering.mjs';
import { BAD, SILENT, spoilerOf } from './bad-answers.mjs';
import { endWaits, leavesOnly, watch } from './watched-page.mjs';

let site;
let spoiler;
before(async () => {
  site = await openSite();
  spoiler = spoilerOf(site);
});
after(() => site.close());

/**
 * Lets an address answer in every bad way, one after the other, and rightly at the end.
 *
 * @param ask - does what asks for it
 * @param failed - waits until the page knows that it did not come
 */
async function spoilAgainAndAgain(page, path, { ask, failed }) {
  for (const [name, fault] of Object.entries(BAD)) {
    spoiler.spoil(path, fault);
    await ask(name);
    if (SILENT[name]) await endWaits(page);
    await failed(name);
  }
  spoiler.mend(path);
  await ask('right');
}

/** Counts the warnings of a page. */
const warnings = (faults) => faults.filter((fault) => fault.startsWith('console warn')).length;

/** Waits until there is one more warning than before. */
function oneMore(faults) {
  let seen = 0;
  return async () => {
    const end = Date.now() + 10_000;
    while (warnings(faults) <= seen) {
      assert.ok(Date.now() < end, 'no warning came');
      await new Promise(setImmediate);
    }
    seen = warnings(faults);
  };
}

const pageErrors = (faults) => faults.filter((fault) => fault.startsWith('error'));

describe('the built-in data', () => {
  it('fails in words each time, with the author’s text beside it, and comes at last', async () => {
    const path = '/cdn/gacc/zh-Hans.json';
    spoiler.spoil(path, BAD['a failure']);
    const html = '<customs-duty-list agency="gacc"><p>原文</p></customs-duty-list>';
    const { page, faults } = await site.open(document(script('/cdn/duty-list.js'), html), {
      prepare: watch,
    });
    await page.waitForSelector('customs-duty-list >>> [part=retry]');
    await spoilAgainAndAgain(page, path, {
      ask: () =>
        page.$eval('customs-duty-list', (list) => {
          list.shadowRoot.querySelector('[part=retry]').click();
          return list.updateComplete;
        }),
      failed: async (name) => {
        await page.waitForFunction(
          () => window.document.querySelector('customs-duty-list').state.kind === 'failed',
        );
        await page.waitForSelector('customs-duty-list >>> [part=retry]');
        assert.ok(await page.$eval('p', (one) => one.offsetHeight > 0), name);
      },
    });
    const [text] = await shown(page, 'customs-duty-list');
    assert.ok(text.includes('（十三）'));
    assert.deepEqual(pageErrors(faults), []);
    await page.close();
  });
});

describe('the English strings', () => {
  it('leave the element in Chinese, and marked as such, until a reload brings them', async () => {
    const path = '/cdn/strings/en.json';
    spoiler.spoil(path, BAD['a failure']);
    const html = '<customs-link-list agency="gacc" lang="en"></customs-link-list>';
    const { page, faults } = await site.open(document(script('/cdn/link-list.js'), html), {
      prepare: watch,
    });
    const warned = oneMore(faults);
    await warned();
    const heading = () =>
      page.$eval('customs-link-list', async (list) => {
        await list.updateComplete;
        const frame = list.shadowRoot.querySelector('.frame');
        return [frame.lang, frame.querySelector('[part=heading]').textContent.trim()];
      });
    await spoilAgainAndAgain(page, path, {
      ask: () => page.$eval('customs-link-list', (list) => list.reload()),
      failed: async (name) => {
        await warned();
        assert.deepEqual(await heading(), ['zh-Hans', '相关'], name);
      },
    });
    await page.waitForFunction(
      () =>
        window.document.querySelector('customs-link-list').shadowRoot.querySelector('.frame')
          .lang === 'en',
    );
    assert.deepEqual(await heading(), ['en', 'Related']);
    assert.deepEqual(pageErrors(faults), []);
    await page.close();
  });
});

describe('a part', () => {
  it('is never run unless it is the right one, and each failure leaves a button', async () => {
    const path = `/cdn/parts/${versioned('table-view.js')}`;
    const html = '<customs-rank-ladder agency="gacc" view="table"></customs-rank-ladder>';
    spoiler.spoil(path, BAD['a failure']);
    const { page, faults } = await site.open(document(script('/cdn/rank-ladder.js'), html), {
      prepare: watch,
    });
    await page.waitForSelector('customs-rank-ladder >>> [part=retry]');
    const warned = oneMore(faults);
    await warned();
    await spoilAgainAndAgain(page, path, {
      ask: () =>
        page.$eval('customs-rank-ladder', ({ shadowRoot }) =>
          shadowRoot.querySelector('[part=retry]').click(),
        ),
      failed: async (name) => {
        await warned();
        const text = await page.$eval('customs-rank-ladder', async (ladder) => {
          await ladder.updateComplete;
          return ladder.shadowRoot.querySelector('[role=alert]')?.textContent.replace(/\s+/g, '');
        });
        assert.equal(text, '内容暂时无法显示网络连接失败，请检查网络后重试重试', name);
      },
    });
    await page.waitForSelector('customs-rank-ladder >>> table');
    assert.deepEqual(pageErrors(faults), []);
    const links = await page.$$eval('link[rel=modulepreload]', (all) => all.length);
    assert.equal(links, 0, 'nothing is left in the head');
    await page.close();
  });
});

describe('the script of a server-rendered page', () => {
  it('is asked for at each touch, and when the connection is back; the page reads meanwhile', async () => {
    const { render } = await rendering(site.folder);
    const path = `/cdn/${versioned('customs-widgets.js')}`;
    const html = render('duty-list', { styles: '/cdn/' });
    spoiler.spoil(path, BAD['a failure']);
    const { page, faults } = await site.open(document(script('/cdn/take-over.js'), html), {
      prepare: watch,
    });
    const warned = oneMore(faults);
    await warned();
    const touches = ['pointerdown', 'focusin', 'keydown', 'online'];
    let number = 0;
    await spoilAgainAndAgain(page, path, {
      ask: () =>
        page.evaluate(
          (type) => window.dispatchEvent(new Event(type)),
          touches[(number += 1) % touches.length],
        ),
      failed: async (name) => {
        await warned();
        const text = await page.$eval(
          'customs-duty-list',
          ({ shadowRoot }) => shadowRoot.textContent,
        );
        assert.ok(text.includes('（十三）'), name);
        await leavesOnly(page, touches.map((type) => `window: ${type}`).sort());
      },
    });
    await page.waitForFunction(() => customElements.get('customs-duty-list'));
    assert.deepEqual(pageErrors(faults), []);
    await page.close();
  });
});

describe('the page doctor', () => {
  it('that does not come says so to whoever calls it, and comes at last', async () => {
    const path = '/cdn/diagnose.js';
    const { page, faults } = await site.open(
      document(
        script('/cdn/duty-list.js'),
        '<customs-duty-list agency="gacc"></customs-duty-list>',
      ),
      { prepare: watch },
    );
    await shown(page, 'customs-duty-list');
    const outcomes = [];
    for (const [name, fault] of Object.entries(BAD)) {
      // Browsers wait as long as they like.
      if (SILENT[name]) continue;
      spoiler.spoil(path, fault);
      outcomes.push(
        await page.evaluate(() =>
          window.CustomsWidgets.diagnose().then(
            () => 'came',
            () => 'failed',
          ),
        ),
      );
    }
    assert.ok(
      outcomes.every((one) => one === 'failed'),
      outcomes.join(),
    );
    spoiler.mend(path);
    const { title } = await page.evaluate(() => window.CustomsWidgets.diagnose());
    assert.match(title, /^(未)?发现/);
    assert.deepEqual(pageErrors(faults), []);
    await page.close();
  });
});
