/* What the moderation page offers to each role, and what it says when a token ends. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, textOf } from '../running/browser.mjs';
import { draft, post, publish } from '../running/client.mjs';
import { settingsOf } from '../running/service.mjs';
import { makeStaff, revokeStaff, settingsWithRoles, TOKENS } from '../running/staff.mjs';

const { moderators } = settingsWithRoles('');
const openPage = async (test, overrides = {}) => {
  const staff = [...moderators, ...(overrides.moderators ?? [])];
  return open(test, '/moderate', {
    overrides: { moderatorsReply: false, ...overrides, moderators: staff },
  });
};

async function signIn(page, token) {
  await page.waitForSelector('input[name=token]');
  await page.type('input[name=token]', token);
  await page.click('main form button.primary');
  await page.waitForSelector('nav a[aria-current=page]');
}

const actionsOf = (page) =>
  page.$$eval('article [data-action]', (buttons) => buttons.map(({ dataset }) => dataset.action));

const OFFERED = {
  reader: [['history'], ['audit']],
  moderator: [['publish', 'reject', 'history'], ['audit']],
  administrator: [
    ['publish', 'reject', 'history', 'hold', 'erase'],
    ['audit', 'data'],
  ],
};

describe('the moderation page', () => {
  for (const [role, [actions, records]] of Object.entries(OFFERED)) {
    it(`offers a ${role} what the role allows`, async (test) => {
      const { page, faults, url } = await openPage(test);
      await post(url, 'a', draft({ contact: 'a@example.org' }));
      await signIn(page, TOKENS[role].token);
      await page.waitForSelector('article');
      assert.deepEqual(await actionsOf(page), actions);
      const links = await page.$$eval('nav a', (all) =>
        all.map((link) => link.getAttribute('href').split('/').at(-1)),
      );
      assert.deepEqual(
        links.filter((name) => ['audit', 'data'].includes(name)),
        records,
      );
      const label = await textOf(page, 'form.search label');
      assert.equal(label.includes('联系方式'), role === 'administrator');
      await page.goto(`${url}/moderate#customs/data`);
      await page.waitForFunction(() => document.querySelector('main h2'));
      assert.equal(Boolean(await page.$('form.task')), role === 'administrator');
      assert.deepEqual(faults, []);
    });
  }

  for (const [role, replies] of [
    ['moderator', false],
    ['publisher', true],
  ]) {
    it(`lets a ${role} reply officially: ${replies}`, async (test) => {
      const { page, url } = await openPage(test, {
        moderators: settingsOf('').moderators,
      });
      await publish(url, 'a');
      await signIn(page, TOKENS[role].token);
      await page.goto(`${url}/moderate#customs/published`);
      await page.waitForSelector('article');
      assert.equal((await actionsOf(page)).includes('reply'), replies);
    });
  }

  it('says that the token was revoked, and keeps what was typed', async (test) => {
    const { page, url } = await openPage(test);
    const { body: receipt } = await post(url, 'a');
    const { body: first } = await makeStaff(url);
    const { body: second } = await makeStaff(url);
    await signIn(page, first.token);
    const panel = `article[data-comment-id="${receipt.id}"]`;
    await page.waitForSelector(panel);
    await page.click(`${panel} [data-action=reject]`);
    await page.click(`${panel} input[value=advertising]`);
    await page.type(`${panel} textarea`, '请勿发布广告。');
    await revokeStaff(url, first.details.id);
    await page.click(`${panel} form.panel .primary`);
    await page.waitForSelector('main .notice');
    assert.match(await textOf(page, 'main .notice'), /已被管理员撤销.*会保留/);
    await page.type('input[name=token]', first.token);
    await page.click('main form button.primary');
    await page.waitForSelector('.field-error:not(:empty)');
    assert.match(await textOf(page, '.field-error'), /已被撤销/);
    await page.$eval('input[name=token]', (field) => (field.value = ''));
    await signIn(page, second.token);
    await page.waitForSelector(`${panel} textarea`);
    const kept = await page.$eval(`${panel} textarea`, ({ value }) => value);
    assert.equal(kept, '请勿发布广告。');
  });
});
