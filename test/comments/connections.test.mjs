/* The built comment box when the service is unreachable, or another page responds in its place. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { answers, dropped, held, spoilt, unreadable } from './fault-proxy.mjs';
import {
  fillThread,
  markupOf,
  startSite,
  suiteEnd,
  TEXT,
  until,
  useSite,
  visit,
} from './running.mjs';

const SIGN_IN = '<!doctype html><title>Sign in</title><form><input name="password"></form>';

const here = useSite({
  sites: { customs: {}, careful: { captcha: ['pow', 'code'] }, strangers: { origins: [] } },
});
const { open } = here;
const fail = (...fault) => here.site.proxy.fail(...fault);
const mend = () => here.site.proxy.mend();
const change = (page, script, ...given) => page.$eval('customs-comment-box', script, ...given);

describe('when the service is on another origin', () => {
  const openElsewhere = (test, options) =>
    open(test, { endpoint: here.site.elsewhere, ...options });

  it('it takes comments all the same, with both captchas', async (test) => {
    const one = await openElsewhere(test, { site: 'careful' });
    await one.box.post(TEXT);
    await one.assertOnce();
    assert.ok(here.site.proxy.seen.some(({ kind }) => kind === 'preflight'));
    const other = await openElsewhere(test, { site: 'careful' });
    await other.box.click('.captcha .quiet');
    await other.box.find('[part=captcha-image]');
    await (await other.box.find('#captcha')).type(here.site.digits());
    await other.box.post(TEXT);
    await other.assertOnce();
    assert.deepEqual([...one.faults, ...other.faults], []);
  });

  it('and the answer may not be read, it is unconfirmed and stored once', async (test) => {
    const { box, assertOnce, assertStored } = await openElsewhere(test);
    fail('post', unreadable);
    await box.post(TEXT);
    await box.unconfirmed();
    await box.stillHas(TEXT);
    await assertStored([TEXT]);
    mend();
    await box.confirm();
    await assertOnce();
  });

  it('and the request may not be sent, it is unconfirmed, not stored, and still in the form', async (test) => {
    const { box, assertOnce, assertStored } = await openElsewhere(test);
    fail('preflight', answers(403));
    await box.post(TEXT);
    await box.unconfirmed();
    await box.stillHas(TEXT);
    await assertStored([]);
    mend();
    await box.confirm();
    await assertOnce();
  });

  it('and does not know the page, the form says that it cannot be had, and the link stays', async (test) => {
    const thread = randomUUID();
    const options = { endpoint: here.site.elsewhere, site: 'strangers', thread };
    const { page, box, assertStored } = await open(test, {
      ...options,
      markup: markupOf(options),
    });
    await box.says('暂时不能发表评论');
    await box.says('评论暂时无法显示');
    assert.equal(await page.$eval('customs-comment-box a', (link) => link.offsetHeight > 0), true);
    await assertStored([]);
  });
});

describe('when a sign-in page stands in the way', () => {
  const redirect = answers(302, '', { location: '/sign-in.html' });
  const addSignIn = () => {
    here.site.pages['/sign-in.html'] = (_, response) => response.end(SIGN_IN);
  };

  it('of a comment, the box says so and keeps the text until it is sent again', async (test) => {
    addSignIn();
    const { box, assertOnce, assertStored } = await open(test);
    fail('post', redirect);
    await box.post(TEXT);
    assert.match(await box.refusal(), /请先登录本网站/);
    await box.stillHas(TEXT);
    await assertStored([]);
    mend();
    await box.send();
    await assertOnce();
  });

  it('of the list, the form is usable, and the list comes when it is asked for again', async (test) => {
    addSignIn();
    fail('list', redirect);
    const { box, assertOnce } = await open(test);
    await box.says('评论暂时无法显示');
    await box.post(TEXT);
    await assertOnce();
    mend();
    await box.click('[part=records] [part=retry]');
    await box.gone('[part=records] [part=error]');
    assert.deepEqual(await box.comments(), [TEXT]);
  });

  it('of the settings, the list is shown, and the form comes when it is asked for again', async (test) => {
    addSignIn();
    fail('capabilities', redirect);
    const thread = randomUUID();
    const { box, assertOnce } = await open(test, { thread, markup: markupOf({ thread }) });
    await box.says('暂时不能发表评论');
    await box.says('未查询到任何数据！');
    mend();
    await box.click('[part=retry]');
    await box.post(TEXT);
    await assertOnce();
  });
});

describe('when the browser is offline', () => {
  it('the comment is not sent and stays, and goes out once there is a connection', async (test) => {
    const { page, box, assertOnce, assertStored } = await open(test);
    await box.write(TEXT);
    await box.agree();
    await page.setOfflineMode(true);
    await box.send();
    assert.match(await box.refusal(), /网络连接失败，请检查网络后重试/);
    await box.stillHas(TEXT);
    await assertStored([]);
    await page.setOfflineMode(false);
    await box.send();
    await assertOnce();
  });

  it('and a comment was unconfirmed before, it is confirmed as soon as it is online', async (test) => {
    const { page, box, posts, assertOnce } = await open(test);
    fail('post', answers(503, '', { 'retry-after': '3600' }));
    await box.post(TEXT);
    await box.unconfirmed();
    await page.setOfflineMode(true);
    mend();
    await box.stillHas(TEXT);
    // Only the connection ends the wait of an hour.
    await page.setOfflineMode(false);
    await assertOnce();
    assert.equal(posts().length, 2);
  });
});

describe('when the service ends in the middle of a request and starts again', () => {
  for (const [name, when, texts] of [
    ['before it has stored the comment', 'before', []],
    ['after it has stored the comment', 'after', [TEXT]],
  ]) {
    it(`${name}, it is stored once`, async (test) => {
      const { end, after } = suiteEnd();
      test.after(end);
      const site = await startSite({ after });
      const { box, assertOnce, assertStored } = await visit({ after }, here.browser, site);
      const wait = held(when, { end: 'lost' });
      site.proxy.fail('post', wait.fault);
      await box.post(TEXT);
      await wait.arrived;
      await site.service.kill();
      wait.release();
      await box.unconfirmed();
      await box.stillHas(TEXT);
      site.proxy.mend();
      await site.restart();
      await assertStored(texts);
      await box.confirm();
      await assertOnce();
    });
  }
});

describe('when comments are closed meanwhile', () => {
  it('what was written can still be read', async (test) => {
    const { page, box } = await open(test);
    await box.write(TEXT);
    const closed = spoilt(({ status, headers, body }) => {
      const { 'content-length': _, ...others } = headers;
      return {
        status,
        headers: others,
        body: JSON.stringify({ ...JSON.parse(body), open: false }),
      };
    });
    fail('capabilities', closed);
    await page.reload();
    await box.says('评论目前关闭');
    const fields = await page.$$eval('customs-comment-box >>> textarea', (all) =>
      all.map(({ value }) => value),
    );
    assert.ok([await box.text(), ...fields].some((text) => text.includes(TEXT)));
  });
});

describe('the list', () => {
  const texts = (...numbers) => numbers.map((number) => `第 ${number} 条`);

  it('drops an older answer that comes late', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 3);
    const wait = held('after');
    fail('list', wait.fault, 1);
    // An aborted request may have been answered already, so here none can be aborted.
    const prepare = () => {
      const { fetch } = window;
      window.answered = 0;
      window.fetch = async (url, options) => {
        const response = await fetch(url, { ...options, signal: undefined });
        const text = await response.text();
        response.text = () => Promise.resolve(text);
        setTimeout(() => (window.answered += 1));
        return response;
      };
    };
    const { page, box } = await open(test, { thread, markup: markupOf({ thread }), prepare });
    await wait.arrived;
    await change(page, (one) => (one.sort = 'oldest'));
    await box.says('共 3 条评论');
    assert.deepEqual(await box.comments(), texts(1, 2, 3));
    wait.release();
    await page.waitForFunction(() => window.answered === 3);
    await change(page, (one) => one.updateComplete);
    assert.deepEqual(await box.comments(), texts(1, 2, 3));
  });

  it('comes after the box was moved while it was on its way', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 2);
    const wait = held('after');
    fail('list', wait.fault, 1);
    const { page, box } = await open(test, { thread, markup: markupOf({ thread }) });
    await wait.arrived;
    await change(page, (one) => document.querySelector('#aside').append(one));
    wait.release();
    await box.says('共 2 条评论');
    assert.deepEqual(await box.comments(), texts(2, 1));
  });

  it('that fails on its next page keeps what is there, and reads on when asked again', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 3);
    const { box } = await open(test, { thread, attributes: 'page-size="2"' });
    fail('list', dropped);
    await box.click('[part=more]');
    await box.says('评论暂时无法显示');
    assert.deepEqual(await box.comments(), texts(3, 2));
    mend();
    await box.click('[part=records] [part=retry]');
    await box.find('[data-page="1"]');
    assert.deepEqual(await box.comments(), texts(3, 2, 1));
  });

  it('that failed for want of a connection comes as soon as there is one', async (test) => {
    const thread = randomUUID();
    await fillThread(here.site, thread, 1, 2);
    fail('list', dropped);
    const { page, box } = await open(test, { thread });
    await box.says('评论暂时无法显示');
    mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await until(async () => (await box.comments()).length === 2);
  });
});
