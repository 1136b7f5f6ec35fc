/* The moderation page in a browser. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { open, textOf, violations } from '../running/browser.mjs';
import { draft, list, moderate, post, publish, send } from '../running/client.mjs';
import { administrator } from '../running/service.mjs';

describe('the moderation page', () => {
  /** Signs in as the administrator. */
  async function signIn(page) {
    await page.waitForSelector('input[name=token]');
    await page.type('input[name=token]', administrator.token);
    await page.click('main form button.primary');
    await page.waitForSelector('nav a[aria-current=page]');
  }

  /** Waits until the live region says something. */
  const announced = (page, words) =>
    page.waitForFunction(
      (said) => document.querySelector('#status').textContent.includes(said),
      {},
      words,
    );

  const card = (id) => `article[data-comment-id="${id}"]`;
  const act = (page, id, action) => page.click(`${card(id)} [data-action=${action}]`);

  it('publishes, rejects with a reason, replies, and shows the history', async (test) => {
    const { page, faults, url } = await open(test, '/moderate');
    const { body: good } = await post(url, 'a', draft({ body: '有帮助。', authorName: '甲' }));
    const { body: bad } = await post(url, 'a', draft({ body: '买一送一！', authorName: '乙' }));
    await signIn(page);
    await page.waitForSelector(card(bad.id));
    assert.equal(await textOf(page, `${card(good.id)} .text`), '有帮助。');

    await act(page, good.id, 'publish');
    await page.waitForSelector(`${card(good.id)}.done`);
    assert.equal((await list(url, 'a')).body.items[0].body, '有帮助。');

    await act(page, bad.id, 'reject');
    await page.click(`${card(bad.id)} input[value=advertising]`);
    await page.type(`${card(bad.id)} textarea`, '请勿发布广告。');
    await page.click(`${card(bad.id)} form.panel .primary`);
    await page.waitForSelector(`${card(bad.id)}.done`);
    const { body: status } = await send(url, 'GET', `/v1/receipts/${bad.token}`);
    assert.deepEqual(status.reason, { code: 'advertising', note: '请勿发布广告。' });

    await page.goto(`${url}/moderate#customs/published`);
    await page.waitForSelector(card(good.id));
    await act(page, good.id, 'reply');
    await page.type(`${card(good.id)} textarea`, '谢谢您的意见。');
    await page.click(`${card(good.id)} form.panel .primary`);
    await announced(page, '官方回复已发布');
    const { body: receipt } = await send(url, 'GET', `/v1/receipts/${good.token}`);
    assert.equal(receipt.replies[0].body, '谢谢您的意见。');

    await act(page, good.id, 'history');
    await page.waitForSelector(`${card(good.id)} .audit li`);
    assert.match(await textOf(page, `${card(good.id)} .audit`), /李审核/);
    assert.deepEqual(faults, []);
  });

  it('is not shown in a frame', async (test) => {
    const { page, url } = await open(test, '/moderate');
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Other</title><iframe src="${url}/moderate"></iframe>`);
    });
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    test.after(() => other.close());
    const refused = new Promise((resolve) => {
      page.on('requestfailed', (request) => resolve(request.failure().errorText));
      page.on('requestfinished', (request) => request.url() === `${url}/moderate` && resolve(''));
    });
    await page.goto(`http://127.0.0.1:${other.address().port}/`);
    assert.equal(await refused, 'net::ERR_BLOCKED_BY_RESPONSE');
  });

  it('shows that somebody else was faster', async (test) => {
    const { page, url } = await open(test, '/moderate');
    const { body: receipt } = await post(url, 'a');
    await signIn(page);
    await page.waitForSelector(card(receipt.id));
    await moderate(
      url,
      'PATCH',
      `/comments/${receipt.id}`,
      { status: 'rejected', reasonCode: 'other' },
      {
        'if-match': '"1"',
      },
    );
    await act(page, receipt.id, 'publish');
    await page.waitForSelector(`${card(receipt.id)} .notice`);
    const { body } = await moderate(url, 'GET', `/comments/${receipt.id}`);
    assert.equal(body.status, 'rejected');
  });

  it('keeps a reported comment', async (test) => {
    const { page, faults, url } = await open(test, '/moderate');
    const { id } = await publish(url, 'a');
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam' });
    await signIn(page);
    await page.goto(`${url}/moderate#customs/reported`);
    await page.waitForSelector(`${card(id)} .reports`);
    await act(page, id, 'keep');
    await announced(page, '已保留');
    const { body } = await moderate(url, 'GET', '/comments?site=customs&reported=true');
    assert.deepEqual(body.items, []);
    assert.deepEqual(faults, []);
  });

  it('refuses a wrong token in words', async (test) => {
    const { page } = await open(test, '/moderate');
    await page.waitForSelector('input[name=token]');
    await page.type('input[name=token]', 'wrong');
    await page.click('main form button.primary');
    // The line for the message is there from the start, and empty.
    await page.waitForSelector('.field-error:not(:empty)');
    assert.match(await textOf(page, '.field-error'), /令牌/);
    assert.equal(await page.$('nav a'), null);
  });

  it('finds its files with a slash at the end of its address, too', async (test) => {
    const { page, faults } = await open(test, '/moderate/');
    await page.waitForSelector('input[name=token]');
    assert.deepEqual(faults, []);
  });

  for (const width of [320, 1280]) {
    it(`has no accessibility violations at ${width} px`, async (test) => {
      const { page, url } = await open(test, '/moderate', { width });
      await page.waitForSelector('input[name=token]');
      assert.deepEqual(await violations(page), []);
      const { body: receipt } = await post(url, 'a', draft({ authorName: '甲' }));
      await signIn(page);
      await page.waitForSelector(card(receipt.id));
      await act(page, receipt.id, 'reject');
      assert.deepEqual(await violations(page), []);
    });
  }
});
