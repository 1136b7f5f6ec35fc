/*
 * The comment service when a network or a gateway spoils its answers: nothing typed is lost, a
 * comment is stored once, readers see what happened, and a retry succeeds.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { fillThread, markupOf, TEXT, until, useSite } from '../comments/running.mjs';
import { BAD, BROKEN, SILENT, WRONG } from './bad-answers.mjs';
import { endWaits, leavesOnly, OF_THE_PAGE, watch } from './watched-page.mjs';

const here = useSite({ sites: { customs: {}, careful: { captcha: ['code'] } } });
const open = (test, options) => here.open(test, { prepare: watch, ...options });

/** A fault of the proxy: the service has done what was asked, and its answer is spoilt. */
const spoilt =
  (fault) =>
  async ({ pass, response }) => {
    const { headers, body } = await pass();
    fault(response, { type: headers['content-type'], body, url: response.req.url });
  };

/** Lets requests of a kind fail in every way, one after the other, and succeed at the end. */
async function spoilAgainAndAgain(page, kinds, { ask, failed }, faults = BAD) {
  for (const [name, fault] of Object.entries(faults)) {
    for (const kind of kinds) here.site.proxy.fail(kind, spoilt(fault));
    await ask(name);
    if (SILENT[name]) await endWaits(page, kinds.length);
    await failed(name);
  }
  here.site.proxy.mend();
  await ask('right');
}

const NETWORK = '网络连接失败，请检查网络后重试';
const TIMEOUT = '服务器没有及时回应，请稍后重试';
const SERVER = '服务器暂时出错，请稍后再试';
const wordsOf = (name) => (BROKEN[name] ? NETWORK : WRONG[name] ? SERVER : TIMEOUT);

const pageErrors = (faults) => faults.filter((fault) => fault.startsWith('error'));

/** Presses a button inside the box. */
const press = (page, selector) =>
  page.$eval(`customs-comment-box >>> ${selector}`, (button) => button.click());

describe('the settings and the list of comments', () => {
  it('fail in words each time, the author’s link stays, and both come at last', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 2);
    const kinds = ['capabilities', 'list'];
    for (const kind of kinds) here.site.proxy.fail(kind, spoilt(WRONG['a failure']));
    const { page, box, faults } = await open(test, { thread, markup: markupOf({ thread }) });
    const errors = ['.form-error', '.list-error'];
    for (const error of errors) await box.find(`${error} [part=retry]`);
    await spoilAgainAndAgain(page, kinds, {
      ask: async () => {
        for (const error of errors) await press(page, `${error} [part=retry]`);
      },
      failed: async (name) => {
        for (const error of errors) {
          await box.find(`${error} [part=retry]`);
          await page.waitForFunction(
            (error, words) =>
              window.document
                .querySelector('customs-comment-box')
                .shadowRoot.querySelector(error)
                ?.textContent.includes(words),
            {},
            error,
            wordsOf(name),
          );
        }
        const link = await page.$eval('customs-comment-box > a', (one) => one.offsetHeight > 0);
        assert.ok(link, name);
      },
    });
    await box.ready();
    assert.deepEqual(await box.comments(), ['第 2 条', '第 1 条']);
    await page.$eval('customs-comment-box', (one) => one.remove());
    await leavesOnly(page, OF_THE_PAGE);
    assert.deepEqual(pageErrors(faults), []);
  });
});

describe('a comment', () => {
  it('is unconfirmed after each bad answer, keeps its words, and is stored once', async (test) => {
    const { page, box, posts, faults, assertOnce, assertStored } = await open(test);
    here.site.proxy.fail('post', spoilt(BROKEN['a connection that is cut']));
    await box.post(TEXT);
    await box.unconfirmed();
    await spoilAgainAndAgain(page, ['post'], {
      // The box also asks by itself, so a press may come while it does.
      ask: async () => {
        const before = posts().length;
        await until(async () => {
          await box.confirm();
          return posts().length > before;
        });
      },
      failed: async (name) => {
        await page.waitForSelector('customs-comment-box >>> [part=confirm][aria-disabled=false]');
        await box.stillHas(TEXT);
        assert.deepEqual(await box.textsOf('[part=error-summary]'), [], name);
      },
    });
    await assertOnce();
    await assertStored([TEXT]);
    await page.$eval('customs-comment-box', (one) => one.remove());
    await leavesOnly(page, OF_THE_PAGE);
    assert.deepEqual(pageErrors(faults), []);
  });

  for (const status of [302, 307, 308]) {
    it(`that a gateway redirects with ${status} is not sent elsewhere, and stays in the form`, async (test) => {
      const { box, assertOnce, assertStored } = await open(test);
      here.site.proxy.fail('post', ({ response }) =>
        response.writeHead(status, { location: `${here.site.elsewhere}/sign-in` }).end(),
      );
      await box.post(TEXT);
      assert.match(await box.refusal(), /请先登录本网站/);
      await box.stillHas(TEXT);
      await assertStored([]);
      assert.ok(!here.site.proxy.seen.some(({ url }) => url === '/sign-in'));
      here.site.proxy.mend();
      await box.send();
      await assertOnce();
    });
  }
});
