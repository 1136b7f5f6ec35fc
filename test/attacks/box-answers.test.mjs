/*
 * What else asks a comment service: captcha, receipts, reports, replies, counts, and the other
 * engines. Each is spoilt in every way; readers are told, and the next attempt succeeds.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { document, openSite, script } from '../page/site.mjs';
import { BAD, SILENT } from './bad-answers.mjs';
import { endWaits, leavesOnly, OF_THE_PAGE, watch } from './watched-page.mjs';
import { writtenService } from './written-service.mjs';

const BOX =
  '<customs-comment-box endpoint="/" site="a" thread="t"><a href="/form">发表评论</a></customs-comment-box>';

let site;
let service;
before(async () => {
  site = await openSite();
  service = writtenService(site);
});
afterEach(() => service.mend());
after(() => site.close());

/** Opens a page that counts the failures of its elements. */
async function open(test, html) {
  const visited = await site.open(document(script('/cdn/customs-widgets.js'), html), {
    prepare: watch,
  });
  test.after(() => visited.page.close());
  await visited.page.evaluate(() => {
    window.failures = 0;
    addEventListener('customs-comment-failed', () => (window.failures += 1));
  });
  return visited;
}

/** Opens a page with a box, and waits until it is ready. */
async function openBox(test) {
  const visited = await open(test, BOX);
  await visited.page.waitForSelector('customs-comment-box >>> [part=captcha-image]');
  await visited.page.waitForSelector('customs-comment-box >>> [part~=comment]');
  return visited;
}

/** Presses a button inside an element. */
const press = async (page, selector, host = 'customs-comment-box') => {
  const button = await page.waitForSelector(`${host} >>> ${selector}`);
  await button.evaluate((one) => one.click());
};

/** Waits until an element says something. */
const says = (page, words, selector = '.frame') =>
  page.waitForFunction(
    (words, selector) =>
      [
        ...window.document
          .querySelector('customs-comment-box')
          .shadowRoot.querySelectorAll(selector),
      ]
        .map(({ textContent }) => textContent.replace(/\s+/g, ' '))
        .some((text) => text.includes(words)),
    {},
    words,
    selector,
  );

/**
 * Spoils an answer in every way, one after the other.
 *
 * @param passing - names of answers that count as right
 */
async function spoilAgainAndAgain(page, path, { ask, failed }, passing = []) {
  for (const name of Object.keys(BAD)) {
    if (passing.includes(name)) continue;
    service.spoil(path, name);
    const before = await page.evaluate(() => window.failures);
    await ask(name);
    if (SILENT[name]) await endWaits(page);
    await failed(name, before);
  }
  service.mend();
  await ask('right');
}

/** Waits for one more failure than before. */
const onceMore = (page, before) =>
  page.waitForFunction((count) => window.failures > count, {}, before);

/** Removes everything from the page. Fails if something stays open. */
async function assertClosed({ page, faults }) {
  await page.evaluate(() => window.document.body.replaceChildren());
  await leavesOnly(page, [...OF_THE_PAGE, 'window: customs-comment-failed']);
  assert.deepEqual(service.pending(), []);
  assert.deepEqual(
    faults.filter((fault) => fault.startsWith('error')),
    [],
  );
}

describe('the digits of a captcha', () => {
  for (const [what, path] of [
    ['that do not come', '/v1/challenges'],
    ['whose picture does not come', '/v1/picture'],
  ]) {
    it(`${what} are said not to, and come with the next picture`, async (test) => {
      const visited = await openBox(test);
      const { page } = visited;
      await spoilAgainAndAgain(
        page,
        path,
        {
          ask: () => press(page, '.captcha .actions button:nth-of-type(1)'),
          failed: (name) =>
            page
              .waitForFunction(
                () =>
                  /失败|出错|及时|登录/.test(
                    window.document
                      .querySelector('customs-comment-box')
                      .shadowRoot.querySelector('.captcha .picture')?.textContent,
                  ),
                { timeout: 3000 },
              )
              .catch(() => assert.fail(name)),
        },
        path === '/v1/picture' ? ['more than its length', 'a picture'] : [],
      );
      await page.waitForSelector('customs-comment-box >>> [part=captcha-image]');
      await assertClosed(visited);
    });
  }

  it('say so when their sound does not come', async (test) => {
    const visited = await openBox(test);
    const { page } = visited;
    await spoilAgainAndAgain(
      page,
      '/v1/sound',
      {
        ask: () => press(page, '.captcha .actions button:nth-of-type(2)'),
        failed: () => says(page, '语音暂时无法播放', '.captcha'),
      },
      ['more than its length'],
    );
    await says(page, '停止语音', '.captcha');
    await assertClosed(visited);
  });
});

describe('a receipt', () => {
  it('that does not come is said not to, and comes at last', async (test) => {
    const visited = await openBox(test);
    const { page } = visited;
    await press(page, '[part=receipts] > summary');
    await (await page.waitForSelector('customs-comment-box >>> #receipt')).type('AAAA');
    await spoilAgainAndAgain(page, '/v1/receipts/AAAA', {
      ask: () => press(page, '[part=look-up]'),
      failed: async (_, before) => {
        await onceMore(page, before);
        await says(page, '请', '.result.error');
      },
    });
    await says(page, '已发布', '[part=receipt]');
    await assertClosed(visited);
  });
});

describe('a report', () => {
  it('that fails is said to, and is sent with the next attempt', async (test) => {
    const visited = await openBox(test);
    const { page } = visited;
    await press(page, '[part=report]');
    await spoilAgainAndAgain(
      page,
      '/v1/comments/1/reports',
      {
        ask: () => press(page, '[part=report-panel] .primary'),
        failed: async (_, before) => {
          await onceMore(page, before);
          await says(page, '请', '[part=report-panel] .problem');
        },
      },
      ['nothing under 204', 'silence in the middle'],
    );
    await says(page, '已举报', '[part=report]');
    await assertClosed(visited);
  });
});

describe('the replies to a comment', () => {
  it('that do not come are said not to, and come at last', async (test) => {
    const visited = await openBox(test);
    const { page } = visited;
    await spoilAgainAndAgain(page, 'replies', {
      ask: () => press(page, '[part=replies]'),
      failed: async (_, before) => {
        await onceMore(page, before);
        await says(page, '请', '.comment .problem');
      },
    });
    await says(page, '第 3 条', '.replies');
    await assertClosed(visited);
  });
});

describe('the number of comments', () => {
  it('that does not come leaves the author’s words, tells the page, and comes at last', async (test) => {
    const html =
      '<customs-comment-count endpoint="/" site="a" thread="t">评论</customs-comment-count>';
    const visited = await open(test, html);
    const { page } = visited;
    await page.waitForSelector('customs-comment-count >>> [part=count]');
    await spoilAgainAndAgain(page, '/v1/sites/a/counts', {
      ask: () => page.$eval('customs-comment-count', (one) => one.replaceWith(one.cloneNode(true))),
      failed: async (name, before) => {
        await onceMore(page, before);
        assert.ok(await page.$('customs-comment-count >>> slot'), name);
      },
    });
    await page.waitForSelector('customs-comment-count >>> [part=count]');
    await assertClosed(visited);
  });
});

describe('comments of another engine', () => {
  for (const [engine, endpoint, path] of [
    ['static', '/comments.json', '/comments.json'],
    ['waline', '/waline', '/waline/api/comment'],
  ]) {
    it(`(${engine}) that do not come are said not to, and come at last`, async (test) => {
      const html = `<customs-comment-box engine="${engine}" endpoint="${endpoint}" thread="t"><a href="/form">发表评论</a></customs-comment-box>`;
      service.spoil(path, 'a failure');
      const visited = await open(test, html);
      const { page } = visited;
      await page.waitForSelector('customs-comment-box >>> .list-error [part=retry]');
      await spoilAgainAndAgain(page, path, {
        ask: () => press(page, '.list-error [part=retry]'),
        failed: async (_, before) => {
          await onceMore(page, before);
          await says(page, '请', '.list-error .muted');
        },
      });
      await says(page, '很好。');
      await assertClosed(visited);
    });
  }
});
