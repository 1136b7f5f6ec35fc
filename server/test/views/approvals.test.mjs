/* Two persons and legal holds on the moderation page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeToken } from '../../dist/moderation/tokens.js';
import { open, textOf, violations } from '../running/browser.mjs';
import { draft, list, moderate, publish, send } from '../running/client.mjs';
import { administrator, settingsOf } from '../running/service.mjs';

const second = makeToken();
const { moderators } = settingsOf('');
const overrides = {
  moderators: [
    ...moderators,
    { name: '赵批准', role: 'administrator', sites: ['*'], tokenHash: second.tokenHash },
  ],
};
const site = { twoPersons: { erasing: true, officialReplies: true } };

const openPage = (test, options = {}) => open(test, '/moderate', { overrides, site, ...options });

async function signIn(page, token) {
  await page.waitForSelector('input[name=token]');
  await page.type('input[name=token]', token);
  await page.click('main form button.primary');
  await page.waitForSelector('nav a[aria-current=page]');
}

/** Signs out and in as somebody else. */
async function changePerson(page, token) {
  await page.evaluate(() => document.querySelector('.banner-row > button:last-child').click());
  await signIn(page, token);
}

async function show(page, view) {
  await page.evaluate((hash) => (location.hash = hash), `#customs/${view}`);
  await page.waitForFunction(
    (hash) => document.querySelector('nav a[aria-current=page]')?.hash === hash,
    {},
    `#customs/${view}`,
  );
}

const announced = (page, words) =>
  page.waitForFunction(
    (said) => document.querySelector('#status').textContent.includes(said),
    {},
    words,
  );

const card = (id) => `article[data-comment-id="${id}"]`;

/** Opens a panel of a comment with the keyboard. */
async function press(page, id, action) {
  await page.waitForSelector(`${card(id)} [data-action=${action}]`);
  await page.focus(`${card(id)} [data-action=${action}]`);
  await page.keyboard.press('Enter');
}

const confirm = (page, id) => page.click(`${card(id)} form.panel .primary`);

async function propose(page, url) {
  const { id } = await publish(url, 'a', draft({ body: '请公开依据。', authorName: '甲' }));
  await show(page, 'published');
  await press(page, id, 'reply');
  assert.match(await textOf(page, `${card(id)} form.panel`), /由另一人批准后公开/);
  await page.type(`${card(id)} textarea`, '已经公开。');
  await confirm(page, id);
  await announced(page, '已提议');
  return id;
}

describe('the moderation page', () => {
  it('lets a second person publish a reply and erase a comment', async (test) => {
    const { page, faults, url } = await openPage(test);
    await signIn(page, administrator.token);
    const id = await propose(page, url);
    await press(page, id, 'erase');
    assert.match(await textOf(page, `${card(id)} form.panel`), /须由另一人批准后才会删除/);
    await confirm(page, id);
    await page.waitForFunction(
      async (path, token) => {
        const headers = { authorization: `Bearer ${token}` };
        return (await (await fetch(path, { headers })).json()).items.length === 2;
      },
      {},
      '/v1/moderation/approvals?site=customs',
      administrator.token,
    );
    assert.equal((await list(url, 'a')).body.published, 1);

    await show(page, 'approvals');
    await page.waitForSelector('[data-proposal-id]');
    assert.equal(await page.$('[data-action=approve]'), null, 'not by who proposed it');
    assert.match(await textOf(page, '[data-proposal-id]'), /须由另一人批准/);

    await changePerson(page, second.token);
    await show(page, 'approvals');
    await page.waitForSelector('[data-action=approve]');
    await page.focus('[data-action=approve]');
    await page.keyboard.press('Enter');
    await announced(page, '官方回复已发布');
    assert.equal((await list(url, 'a')).body.published, 2);
    const focused = await page.evaluate(() => document.activeElement.textContent);
    assert.match(focused, /提议永久删除/, 'the focus goes on to what waits still');
    await page.click('.card:not(.done) [data-action=approve]');
    await announced(page, '评论已永久删除');
    assert.equal((await moderate(url, 'GET', `/comments/${id}`)).body.status, 'withdrawn');
    assert.deepEqual(faults, []);
  });

  it('lets somebody refuse, and tells when a proposal has ended meanwhile', async (test) => {
    const { page, url } = await openPage(test);
    await signIn(page, administrator.token);
    const id = await propose(page, url);
    await show(page, 'approvals');
    await page.waitForSelector('[data-action=refuse]');
    await page.click('[data-action=refuse]');
    await announced(page, '没有发布回复');
    await show(page, 'published');
    await press(page, id, 'erase');
    await confirm(page, id);
    await announced(page, '已提议');
    await show(page, 'approvals');
    await page.waitForSelector('[data-action=refuse]');
    const { items } = (await moderate(url, 'GET', '/approvals?site=customs')).body;
    await moderate(url, 'DELETE', `/approvals/${items[0].id}`);
    await page.click('[data-action=refuse]');
    await announced(page, '已经结束');
  });

  it('puts a comment under a hold and lifts it', async (test) => {
    const { page, faults, url } = await openPage(test);
    const { id, token } = await publish(url, 'a', draft({ body: '请公开依据。' }));
    await signIn(page, administrator.token);
    await show(page, 'published');
    await press(page, id, 'hold');
    await page.keyboard.press('Enter');
    assert.match(await textOf(page, `${card(id)} .field-error`), /请填写依据/);
    await page.keyboard.type('京0105民初1号');
    await page.keyboard.press('Enter');
    await announced(page, '已依法保存');
    assert.equal(await page.$(`${card(id)} [data-action=erase]`), null);
    assert.match(await textOf(page, `${card(id)} .facts`), /李审核.*京0105民初1号/);

    await send(url, 'DELETE', `/v1/receipts/${token}`);
    await show(page, 'withdrawn');
    await press(page, id, 'lift');
    assert.match(await textOf(page, `${card(id)} form.panel`), /作者已撤回这条评论/);
    await confirm(page, id);
    await announced(page, '已永久删除');
    assert.equal((await moderate(url, 'GET', `/comments/${id}`)).body.body, '');
    assert.deepEqual(faults, []);
  });

  for (const width of [320, 1280]) {
    it(`has no accessibility violations with proposals and a hold at ${width} px`, async (test) => {
      const { page, url } = await openPage(test, { width });
      await signIn(page, administrator.token);
      const id = await propose(page, url);
      await press(page, id, 'hold');
      assert.deepEqual(await violations(page), []);
      await moderate(url, 'PUT', `/comments/${id}/hold`, { reason: '京0105民初1号' });
      await show(page, 'all');
      await press(page, id, 'lift');
      assert.deepEqual(await violations(page), []);
      await changePerson(page, second.token);
      await show(page, 'approvals');
      await page.waitForSelector('[data-action=approve]');
      assert.deepEqual(await violations(page), []);
    });
  }
});
