/*
 * The built comment box when responses fail: a comment is stored exactly once, or is still in the
 * form.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { answers, badGateway, dropped, held, lost, spoilt } from './fault-proxy.mjs';
import { markupOf, TEXT, until, useSite } from './running.mjs';

const here = useSite({
  sites: {
    customs: {},
    careful: { captcha: ['pow', 'code'] },
    busy: { limits: { comments: { max: 1 }, challenges: { max: 0 }, reports: { max: 0 } } },
  },
});
const { open } = here;
const fail = (...fault) => here.site.proxy.fail(...fault);
const mend = () => here.site.proxy.mend();

/**
 * The outcome is unknown while the fault lasts. After that, the same request brings the receipt.
 */
const UNKNOWN = {
  'the answer is lost after the comment was stored': lost,
  'the connection is dropped before the comment arrives': dropped,
  'a proxy answers 502 with HTML': badGateway,
  'a proxy answers 502 with HTML although the comment was stored': spoilt(() => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<h1>502</h1>',
  })),
  'a success is broken JSON': answers(200, '{"token":"AAAA', {
    'content-type': 'application/json',
  }),
  'a success is broken JSON although the comment was stored': spoilt((answer) => ({
    ...answer,
    headers: { 'content-type': 'application/json' },
    body: String(answer.body).slice(0, -10),
  })),
  'a success is a page of HTML': answers(200, '<!doctype html><title>Sign in</title>'),
  'a success is JSON of somebody else': answers(200, '{"ok":true}'),
  'a success is empty': answers(204),
};

describe('when a comment is sent and', () => {
  for (const [name, fault] of Object.entries(UNKNOWN)) {
    it(`${name}, it is unconfirmed, sent again as it was, and stored once`, async (test) => {
      const { box, posts, stored, assertOnce } = await open(test);
      fail('post', fault);
      await (await box.find('#authorName')).type('张三');
      await box.post(TEXT);
      await box.unconfirmed();
      await box.says('不会重复发布');
      await box.stillHas(TEXT);
      assert.deepEqual(await box.textsOf('[part=error-summary]'), [], 'not called a failure');
      assert.ok((await stored()).length <= 1);
      mend();
      await box.confirm();
      await assertOnce();
      assert.equal(new Set(posts().map(({ body }) => body)).size, 1, 'the same words each time');
      assert.equal((await stored())[0].authorName, '张三');
    });
  }

  it('the answer is lost, the box confirms it by itself', async (test) => {
    const { box, assertOnce } = await open(test);
    fail('post', lost);
    await box.post(TEXT);
    await box.unconfirmed();
    mend();
    await assertOnce();
  });

  it('the service is busy, the box asks again when it was told to, and not before', async (test) => {
    const { box, posts, assertOnce } = await open(test);
    fail('post', answers(503, '', { 'retry-after': '2' }), 1);
    await box.post(TEXT);
    await box.unconfirmed();
    await assertOnce();
    const [first, second] = posts().map(({ at }) => at);
    assert.ok(second - first >= 2000, `${second - first} ms`);
  });

  it('no attempt gets through, the text stays, until it is taken back and sent as a new comment', async (test) => {
    const { box, posts, assertStored } = await open(test);
    fail('post', dropped);
    await box.post(TEXT);
    await box.unconfirmed();
    // Each confirmation cuts the wait short.
    await until(async () => {
      await box.confirm();
      return posts().length >= 8;
    });
    await box.stillHas(TEXT);
    await box.click('[part=take-back]');
    await box.gone('[part=outcome]');
    await box.stillHas(TEXT);
    const anew = await box.add('补充一句。');
    mend();
    await box.send();
    await box.receipt();
    await assertStored([anew]);
    assert.equal(new Set(posts().map(({ key }) => key)).size, 2, 'another comment, another key');
  });

  for (const [name, fault] of [
    ['a sign-in page then stands in the way', answers(302, '', { location: '/sign-in.html' })],
    ['a proxy then answers 404 with HTML', answers(404, '<h1>404</h1>')],
    ['a proxy then answers 413 with HTML', answers(413, '<h1>413</h1>')],
  ]) {
    it(`the answer is lost and ${name}, it is not called a failure`, async (test) => {
      const { page, box, posts, assertOnce, assertStored } = await open(test);
      fail('post', lost);
      await box.post(TEXT);
      await box.unconfirmed();
      fail('post', fault);
      const before = posts().length;
      await box.confirm();
      await until(() => posts().length > before);
      await page.waitForNetworkIdle({ idleTime: 50 });
      await box.stillHas(TEXT);
      await assertStored([TEXT]);
      assert.deepEqual(await box.textsOf('[part=error-summary]'), [], 'for it was');
      await box.says('尚未确认');
      mend();
      await box.confirm();
      await assertOnce();
    });
  }

  it('the captcha was solved and the answer is lost, a new proof goes with the same key', async (test) => {
    const { box, posts, assertOnce } = await open(test, { site: 'careful' });
    fail('post', lost);
    await box.post(TEXT);
    await box.unconfirmed();
    mend();
    await box.confirm();
    await assertOnce();
    // Chromium itself repeats requests on a reused connection. The box does not know about it.
    const proofs = posts().map(({ body }) => JSON.parse(body).captcha.payload);
    assert.equal(new Set(proofs).size, 2);
  });

  it('the digits were right and the connection is dropped, they are good for the next attempt', async (test) => {
    const { box, assertOnce } = await open(test, { site: 'careful' });
    await box.click('.captcha .quiet');
    await box.find('[part=captcha-image]');
    await (await box.find('#captcha')).type(here.site.digits());
    fail('post', dropped);
    await box.post(TEXT);
    await box.unconfirmed();
    mend();
    await box.confirm();
    await assertOnce();
  });

  it('the captcha cannot be had, nothing is sent and the text stays', async (test) => {
    const { box, posts, assertOnce } = await open(test, { site: 'careful' });
    fail('challenge', dropped);
    await box.post(TEXT);
    assert.match(await box.refusal(), /网络连接失败/);
    await box.stillHas(TEXT);
    assert.deepEqual(posts(), []);
    mend();
    await box.send();
    await assertOnce();
  });

  it('a firewall answers 403 with HTML, it is refused, and the text stays until it is sent again', async (test) => {
    const { box, assertOnce, assertStored } = await open(test);
    fail('post', answers(403, '<h1>Forbidden</h1>'));
    await box.post(TEXT);
    assert.match(await box.refusal(), /您写的内容没有丢失/);
    await box.stillHas(TEXT);
    await assertStored([]);
    mend();
    await box.send();
    await assertOnce();
  });
});

describe('when a comment is sent too often', () => {
  const inTwoHours = new Date(Date.now() + 7_200_500).toUTCString();
  for (const [name, headers, words] of [
    ['with Retry-After', { 'retry-after': '90' }, /操作过于频繁，请稍后再试（2分钟后）/],
    ['with a date as Retry-After', { 'retry-after': inTwoHours }, /请稍后再试（[23]小时后）/],
    ['without Retry-After', {}, /操作过于频繁，请稍后再试您写的/],
  ]) {
    it(`429 ${name} says so, stores nothing and keeps the text`, async (test) => {
      const { box, posts, assertOnce, assertStored } = await open(test);
      fail('post', answers(429, '<h1>429</h1>', headers));
      await box.post(TEXT);
      assert.match(await box.refusal(), words);
      await box.says('您写的内容没有丢失。');
      await box.stillHas(TEXT);
      assert.equal(posts().length, 1, 'it does not insist');
      await assertStored([]);
      mend();
      await box.send();
      await assertOnce();
    });
  }

  it('the refusal of the service itself reads the same, also on another origin', async (test) => {
    const first = await open(test, { site: 'busy' });
    await first.box.post(TEXT);
    await first.box.receipt();
    for (const endpoint of ['/', here.site.elsewhere]) {
      const { box, assertStored } = await open(test, { site: 'busy', endpoint });
      await box.post(TEXT);
      assert.match(await box.refusal(), /操作过于频繁，请稍后再试（\d+(秒钟?|分钟)后）/);
      await box.stillHas(TEXT);
      await assertStored([]);
    }
  });

  it('429 after a lost answer leaves the comment unconfirmed, and is waited for', async (test) => {
    const { box, posts, assertOnce } = await open(test);
    fail('post', lost);
    await box.post(TEXT);
    await box.unconfirmed();
    fail('post', answers(429, '', { 'retry-after': '1' }));
    const before = posts().length;
    await box.confirm();
    await until(() => posts().length > before);
    await box.stillHas(TEXT);
    assert.deepEqual(await box.textsOf('[part=error-summary]'), []);
    mend();
    await assertOnce();
  });

  it('429 reads as such for a provider that comes from another file of the library', async (test) => {
    here.site.pages['/own-provider.js'] = (_, response) => {
      response.setHeader('content-type', 'text/javascript');
      response.end(`import { HttpCommentProvider } from '/cdn/customs-widgets.js';
        const provider = new HttpCommentProvider({ endpoint: '/', site: 'customs' });
        Object.assign(document.querySelector('customs-comment-box'), { provider });`);
    };
    const thread = randomUUID();
    const script = '<script type="module" src="/own-provider.js"></script>';
    const markup = markupOf({ thread }) + script;
    const { page, box, assertStored } = await open(test, { thread, markup });
    await page.waitForFunction(() => document.querySelector('customs-comment-box').provider);
    await box.ready();
    fail('post', answers(429, '', { 'retry-after': '90' }));
    await box.post(TEXT);
    assert.match(await box.refusal(), /操作过于频繁/);
    await assertStored([]);
  });
});

describe('when the answer is slow', () => {
  /** Gives the box an engine that waits only half a second for a response. */
  const makeImpatient = async ({ page, box }) => {
    await page.evaluate(() => {
      const box = document.querySelector('customs-comment-box');
      const { HttpCommentProvider } = window.CustomsWidgets;
      box.provider = new HttpCommentProvider({ endpoint: '/', site: 'customs', timeout: 500 });
      return box.updateComplete;
    });
    await box.ready();
  };

  for (const [name, when] of [
    ['although the comment was stored', 'after'],
    ['for the comment arrives late', 'before'],
  ]) {
    it(`${name}, it is stored once`, async (test) => {
      const visited = await open(test, { script: 'customs-widgets.classic.js' });
      await makeImpatient(visited);
      const { box, posts, assertOnce, assertStored } = visited;
      const slow = held(when);
      fail('post', slow.fault, 1);
      await box.post(TEXT);
      await slow.arrived;
      await box.unconfirmed();
      await box.stillHas(TEXT);
      await box.confirm();
      await assertOnce();
      slow.release();
      await until(() => posts()[0].status);
      await assertStored([TEXT]);
    });
  }
});
