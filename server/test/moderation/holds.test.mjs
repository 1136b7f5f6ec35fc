/* A comment under a legal hold: nothing destroys its text until the hold is lifted. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../dist/storage/database.js';
import { findPair, merge } from '../../dist/storage/merge.js';
import { draft, importFile, list, moderate, post, publish, send } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { insideService, openService } from '../running/inside.mjs';
import { moderator, settingsOf } from '../running/service.mjs';
import { sendWith } from '../running/staff.mjs';

const DAY = 86_400_000;
const TEXT = '这里写着证据。';
const WORDS = { body: TEXT, authorName: '甲', contact: 'a@example.org' };
const REASON = '京0105民初1号';

const hold = (url, id, reason = REASON) => moderate(url, 'PUT', `/comments/${id}/hold`, { reason });
const lift = (url, id) => moderate(url, 'DELETE', `/comments/${id}/hold`);
const read = async (url, id) => (await moderate(url, 'GET', `/comments/${id}`)).body;
const readAsModerator = async (url, id) =>
  (await sendWith(url, moderator.token, 'GET', `/comments/${id}`)).body;
const receiptOf = async (url, token) => (await send(url, 'GET', `/v1/receipts/${token}`)).body;
const withdraw = (url, token) => send(url, 'DELETE', `/v1/receipts/${token}`);

/** Erases as an administrator. */
async function erase(url, id) {
  const { headers } = await moderate(url, 'GET', `/comments/${id}`);
  const tag = { 'if-match': headers.get('etag') };
  return moderate(url, 'PATCH', `/comments/${id}`, { status: 'withdrawn' }, tag);
}

const held = async (url, thread = 'a') => {
  const receipt = await publish(url, thread, draft(WORDS));
  assert.equal((await hold(url, receipt.id)).status, 200);
  return receipt;
};

async function record(url, id) {
  const { body } = await moderate(url, 'GET', `/audit?site=customs&commentId=${id}&limit=50`);
  return body.items
    .filter(({ action }) => !['received', 'published', 'contacts-read'].includes(action))
    .map(({ actor, action, detail }) => [actor, action, detail])
    .reverse();
}

for (const [name, address] of Object.entries(DATABASES)) {
  describe(`a comment under a legal hold on ${name}`, () => {
    after(endPostgres);

    const open = async (test, site) => openService(test, settingsOf(await address(test), site));

    it('that its author withdraws is hidden at once, and erased when the hold is lifted', async (test) => {
      const { url } = await open(test);
      const { id, token } = await held(url);
      await publish(url, 'a', draft({ body: '回复。', parentId: id }));
      assert.equal((await receiptOf(url, token)).held, true, 'the receipt says so beforehand');
      const { body: status } = await withdraw(url, token);
      assert.deepEqual([status.status, status.held], ['withdrawn', true]);

      const { body: page } = await list(url, 'a');
      const [shown] = page.items;
      assert.deepEqual(
        [shown.id, shown.status, shown.body, shown.authorName, page.published],
        [id, 'withdrawn', '', null, 1],
      );
      const kept = await read(url, id);
      assert.deepEqual(
        [kept.status, kept.body, kept.authorName, kept.contact],
        ['withdrawn', TEXT, '甲', 'a@example.org'],
      );
      assert.deepEqual([kept.hold.by, kept.hold.reason], ['李审核', REASON]);
      assert.equal((await erase(url, id)).body.type, '/problems/held');

      const { body: lifted } = await lift(url, id);
      assert.deepEqual([lifted.body, lifted.contact, lifted.hold], ['', null, null]);
      const after = await receiptOf(url, token);
      assert.deepEqual([after.status, after.held], ['withdrawn', false]);
      assert.equal((await hold(url, id)).status, 409, 'nothing is left to keep');
      assert.deepEqual(await record(url, id), [
        ['李审核', 'held', REASON],
        ['citizen', 'withdrawn', null],
        ['李审核', 'hold-lifted', REASON],
        ['service', 'erased', null],
      ]);
    });

    it('is not erased when its time is over, nor is its contact, but afterwards', async (test) => {
      const retention = { contactDays: 10, rejectedDays: 10, publishedDays: 10, pendingDays: 10 };
      const { url, clock, service } = await open(test, { retention });
      const { id } = await held(url);
      const { body: pending } = await post(url, 'a', draft(WORDS));
      await hold(url, pending.id);
      const other = await publish(url, 'a', draft(WORDS));
      clock.now += 11 * DAY;
      await service.sweep();
      for (const one of [id, pending.id]) {
        const { body, contact } = await read(url, one);
        assert.deepEqual([body, contact], [TEXT, 'a@example.org']);
      }
      assert.equal((await read(url, other.id)).body, '');
      await lift(url, id);
      assert.equal((await read(url, id)).body, TEXT, 'it is not withdrawn');
      await service.sweep();
      assert.deepEqual([(await read(url, id)).body, (await read(url, id)).contact], ['', null]);
    });

    it('stays under it when it is withdrawn, moved and imported', async (test) => {
      const settings = settingsOf(await address(test));
      const { url } = await openService(test, settings);
      const { id, token } = await held(url, 'old');
      await withdraw(url, token);
      const database = await openDatabase(settings.databaseUrl, 1, 0, () => undefined);
      const [found] = await findPair(database, 'customs', 'old', 'new');
      await merge(database, found, Date.now());
      await database.destroy();
      assert.deepEqual([(await read(url, id)).thread, (await read(url, id)).body], ['new', TEXT]);
      const { text: file } = await moderate(url, 'GET', '/sites/customs/export');

      const { url: second } = await open(test);
      assert.equal((await importFile(second, file)).body.imported, 1);
      const copy = await read(second, id);
      assert.deepEqual([copy.body, copy.hold], [TEXT, (await read(url, id)).hold]);
      assert.equal((await receiptOf(second, token)).held, true);
      assert.equal((await list(second, 'new')).body.total, 0);
      await lift(second, id);
      assert.equal((await read(second, id)).body, '');
    });
  });
}

describe('a legal hold', () => {
  it('shows what an author has withdrawn to administrators only, in a search, too', async (test) => {
    const { url } = await insideService(test);
    const { id, token } = await held(url);
    assert.equal((await readAsModerator(url, id)).body, TEXT, 'it is public');
    await withdraw(url, token);
    const seen = await readAsModerator(url, id);
    assert.deepEqual([seen.body, seen.authorName, seen.hold.reason], ['', null, REASON]);
    const search = `/comments?site=customs&q=${encodeURIComponent('证据')}`;
    const { body: none } = await sendWith(url, moderator.token, 'GET', search);
    assert.deepEqual(none.items, []);
    assert.equal((await moderate(url, 'GET', search)).body.items[0].id, id);
  });

  it('needs a reason, takes another one, and is lifted once', async (test) => {
    const { url } = await insideService(test);
    const { id } = await held(url);
    for (const reason of ['', '  ', '字'.repeat(501)]) {
      assert.equal((await hold(url, id, reason)).status, 422);
    }
    const { body: same } = await hold(url, id);
    const { body: other } = await hold(url, id, '另一案');
    assert.deepEqual([other.version - same.version, other.hold.reason], [1, '另一案']);
    assert.equal((await lift(url, id)).body.hold, null);
    assert.equal((await lift(url, id)).status, 200);
    assert.deepEqual(await record(url, id), [
      ['李审核', 'held', REASON],
      ['李审核', 'held', '另一案'],
      ['李审核', 'hold-lifted', '另一案'],
    ]);
    assert.equal((await erase(url, id)).status, 200);
  });

  it('ends a proposal to erase, and refuses a new one', async (test) => {
    const { url } = await insideService(test, { twoPersons: { erasing: true } });
    const { id } = await publish(url, 'a', draft(WORDS));
    assert.equal((await erase(url, id)).status, 202);
    await hold(url, id);
    const { body } = await moderate(url, 'GET', '/approvals?site=customs');
    assert.deepEqual(body.items, []);
    assert.equal((await erase(url, id)).body.type, '/problems/held');
  });

  it('is told on the page of the receipt in both languages, before and after', async (test) => {
    const { url } = await insideService(test);
    const { token } = await held(url);
    const page = async (lang, path = '') =>
      (await send(url, 'GET', `/receipts/${token}${path}?lang=${lang}`)).text;
    assert.match(await page('zh-Hans', '/withdrawal'), /此评论须依法保存/);
    assert.doesNotMatch(await page('en', '/withdrawal'), /erased at once/);
    await withdraw(url, token);
    assert.match(await page('zh-Hans'), /已撤回；依法保存至解除为止/);
    assert.match(await page('en'), /Withdrawn; kept by order until the hold is lifted/);
  });
});
