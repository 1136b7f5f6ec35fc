/* What needs two persons where a site wants it: erasing by staff, and official replies. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { hashToken, makeToken } from '../../dist/moderation/tokens.js';
import { draft, list, post, send } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import { makeStaff, sendWith, settingsWithRoles, TOKENS } from '../running/staff.mjs';

const DAY = 86_400_000;
const TEXT = '请公开归类依据。';
const ANSWER = '已经公开，见附件。';

/** A second administrator and a second publisher, and another token of the first administrator. */
const OTHERS = {
  second: { name: '李', role: 'administrator', ...makeToken() },
  speaker: { name: '王', role: 'publisher', ...makeToken() },
  again: { name: 'Ａdministrator ', role: 'administrator', ...makeToken() },
};
const tokenOf = (who) => (TOKENS[who] ?? OTHERS[who]).token;

/** Opens a service whose site asks for two persons. */
async function open(test, { address = DATABASES.SQLite, twoPersons, site = {} } = {}) {
  const settings = settingsWithRoles(await address(test), {
    twoPersons: twoPersons ?? { erasing: true, officialReplies: true },
    ...site,
  });
  for (const { name, role, token } of Object.values(OTHERS)) {
    settings.moderators.push({ name, role, tokenHash: hashToken(token), sites: ['*'] });
  }
  return openService(test, settings);
}

const as = (url, who, method, path, body, headers) =>
  sendWith(url, tokenOf(who), method, path, body, headers);

/** Publishes a comment and gives its receipt. */
async function published(url) {
  const { body } = await post(url, 'a', draft({ body: TEXT, contact: 'a@example.org' }));
  await decideAs(url, 'moderator', body.id, { status: 'published' });
  return body;
}

async function decideAs(url, who, id, decision) {
  const { headers } = await as(url, 'administrator', 'GET', `/comments/${id}`);
  return as(url, who, 'PATCH', `/comments/${id}`, decision, { 'if-match': headers.get('etag') });
}

const eraseAs = (url, who, id) => decideAs(url, who, id, { status: 'withdrawn' });

const replyAs = (url, who, id, key = randomUUID(), body = ANSWER) =>
  as(url, who, 'POST', `/comments/${id}/replies`, { body }, { 'idempotency-key': key });

const approve = (url, who, { id }) => as(url, who, 'POST', `/approvals/${id}/approval`);
const refuse = (url, who, { id }) => as(url, who, 'DELETE', `/approvals/${id}`);

const waiting = async (url, who = 'reader') =>
  (await as(url, who, 'GET', '/approvals?site=customs')).body.items;

/** Actor, action and detail of what is on record about a comment, earliest first, without what came before. */
async function record(url, id) {
  const { body } = await as(url, 'reader', 'GET', `/audit?site=customs&commentId=${id}&limit=50`);
  return body.items
    .filter(({ action }) => !['received', 'published', 'contacts-read'].includes(action))
    .map(({ actor, action, detail }) => [actor, action, detail])
    .reverse();
}

const statusOf = async (url, id) => {
  const { body } = await as(url, 'reader', 'GET', `/comments/${id}`);
  return [body.status, body.body];
};

describe('erasing where two persons have to agree', () => {
  it('is done when a second person approves it', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const proposed = await eraseAs(url, 'administrator', id);
    assert.equal(proposed.status, 202);
    assert.deepEqual(
      [proposed.body.kind, proposed.body.proposedBy, proposed.body.comment.body],
      ['erasure', 'administrator', TEXT],
    );
    assert.equal(proposed.body.comment.contact, null);
    assert.deepEqual(await statusOf(url, id), ['published', TEXT]);
    const approved = await approve(url, 'second', proposed.body);
    assert.deepEqual([approved.status, approved.body.status], [200, 'withdrawn']);
    assert.deepEqual(await statusOf(url, id), ['withdrawn', '']);
    assert.deepEqual(await waiting(url), []);
    assert.deepEqual(await record(url, id), [
      ['administrator', 'erasure-proposed', null],
      ['李', 'erasure-approved', 'administrator'],
      ['李', 'withdrawn', null],
    ]);
    assert.equal((await approve(url, 'second', proposed.body)).status, 404);
  });

  it('is not approved by who proposed it, whichever token is used', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: proposal } = await eraseAs(url, 'administrator', id);
    const { body: other } = await makeStaff(url, { name: '新人', role: 'administrator' });
    const { body: others } = await makeStaff(
      url,
      { name: '更新', role: 'administrator' },
      other.token,
    );
    const tokens = [tokenOf('administrator'), tokenOf('again'), other.token, others.token];
    for (const token of tokens) {
      const { status, body } = await sendWith(
        url,
        token,
        'POST',
        `/approvals/${proposal.id}/approval`,
      );
      assert.deepEqual([status, body.type], [403, '/problems/second-person']);
      const { body: seen } = await sendWith(url, token, 'GET', '/approvals?site=customs');
      assert.deepEqual([seen.items[0].mayApprove, seen.items[0].mayRefuse], [false, true]);
    }
    assert.deepEqual(await statusOf(url, id), ['published', TEXT]);
  });

  it('is approved and refused only by those who may erase', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: proposal } = await eraseAs(url, 'administrator', id);
    for (const who of ['reader', 'moderator', 'publisher']) {
      assert.equal((await approve(url, who, proposal)).status, 403);
      assert.equal((await refuse(url, who, proposal)).status, 403);
      assert.deepEqual(
        (await waiting(url, who)).map(({ mayApprove, mayRefuse }) => [mayApprove, mayRefuse]),
        [[false, false]],
      );
    }
    assert.equal((await refuse(url, 'administrator', proposal)).status, 204, 'takes it back');
    assert.deepEqual(await waiting(url), []);
    assert.deepEqual(await record(url, id), [
      ['administrator', 'erasure-proposed', null],
      ['administrator', 'erasure-refused', 'administrator'],
    ]);
  });

  it('is proposed once, however many ask', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: first } = await eraseAs(url, 'administrator', id);
    const { status, body: second } = await eraseAs(url, 'second', id);
    assert.deepEqual([status, second.id, second.proposedBy], [202, first.id, 'administrator']);
    assert.equal((await waiting(url)).length, 1);
  });

  it('refuses a decision on an older version', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { status } = await as(
      url,
      'administrator',
      'PATCH',
      `/comments/${id}`,
      { status: 'withdrawn' },
      {
        'if-match': '"1"',
      },
    );
    assert.equal(status, 412);
    assert.deepEqual(await waiting(url), []);
  });

  it('has nothing left to do when the author withdraws', async (test) => {
    const { url } = await open(test);
    const { id, token } = await published(url);
    const { body: proposal } = await eraseAs(url, 'administrator', id);
    await replyAs(url, 'publisher', id);
    const { body } = await send(url, 'DELETE', `/v1/receipts/${token}`);
    assert.equal(body.status, 'withdrawn', 'the author needs nobody');
    assert.deepEqual(await waiting(url), []);
    assert.equal((await approve(url, 'second', proposal)).status, 404);
    const ends = (await record(url, id)).filter(([, action]) => action.endsWith('lapsed'));
    assert.deepEqual(ends.sort(), [
      ['service', 'erasure-lapsed', 'administrator'],
      ['service', 'reply-lapsed', 'publisher'],
    ]);
  });

  it('ends after seven days, and can be proposed anew', async (test) => {
    const { url, clock, service } = await open(test);
    const { id } = await published(url);
    const { body: first } = await eraseAs(url, 'administrator', id);
    clock.now += 7 * DAY - 1;
    assert.equal((await waiting(url)).length, 1);
    clock.now += 1;
    assert.deepEqual(await waiting(url), []);
    assert.equal((await approve(url, 'second', first)).status, 404);
    const { body: anew } = await eraseAs(url, 'second', id);
    assert.deepEqual([anew.proposedBy, anew.id === first.id], ['李', false]);
    clock.now += 7 * DAY;
    await service.sweep();
    assert.deepEqual(await record(url, id), [
      ['administrator', 'erasure-proposed', null],
      ['service', 'erasure-lapsed', 'administrator'],
      ['李', 'erasure-proposed', null],
      ['service', 'erasure-lapsed', '李'],
    ]);
  });

  it('is for the sites that somebody is responsible for', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: proposal } = await eraseAs(url, 'administrator', id);
    assert.equal((await as(url, 'second', 'GET', '/approvals?site=unknown')).status, 404);
    assert.equal((await send(url, 'GET', '/v1/moderation/approvals?site=customs')).status, 401);
    assert.equal((await approve(url, 'second', { id: randomUUID() })).status, 404);
    assert.equal((await approve(url, 'second', proposal)).status, 200);
  });

  it('is not asked for unless the site wants it', async (test) => {
    const { url } = await open(test, { twoPersons: {} });
    const { id } = await published(url);
    assert.equal((await replyAs(url, 'publisher', id)).status, 201);
    assert.equal((await eraseAs(url, 'administrator', id)).status, 200);
  });
});

describe('an official reply where two persons have to agree', () => {
  it('is published when a second person approves it, and safe to repeat all the time', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const key = randomUUID();
    const { status, body: proposal } = await replyAs(url, 'publisher', id, key);
    assert.deepEqual([status, proposal.kind, proposal.body], [202, 'reply', ANSWER]);
    const repeated = await replyAs(url, 'publisher', id, key);
    assert.deepEqual([repeated.status, repeated.body.id], [202, proposal.id]);
    assert.equal(repeated.headers.get('idempotent-replayed'), 'true');
    assert.equal((await replyAs(url, 'publisher', id, key, '另一句。')).status, 422);
    assert.equal((await list(url, 'a')).body.published, 1);

    assert.equal((await approve(url, 'publisher', proposal)).status, 403);
    const { status: done, body: reply } = await approve(url, 'speaker', proposal);
    assert.deepEqual(
      [done, reply.kind, reply.body, reply.parentId],
      [200, 'official-reply', ANSWER, id],
    );
    const { body: page } = await list(url, 'a');
    assert.deepEqual(
      page.items[0].officialReplies.map(({ body }) => body),
      [ANSWER],
    );
    const late = await replyAs(url, 'publisher', id, key);
    assert.deepEqual([late.status, late.body.id], [200, reply.id]);
    assert.deepEqual(await waiting(url), []);
    assert.deepEqual(await record(url, id), [
      ['publisher', 'reply-proposed', null],
      ['王', 'reply-approved', 'publisher'],
    ]);
    assert.deepEqual(await record(url, reply.id), [['王', 'replied', null]]);
  });

  it('is not published when it is refused', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: proposal } = await replyAs(url, 'publisher', id);
    assert.equal((await refuse(url, 'speaker', proposal)).status, 204);
    assert.equal((await approve(url, 'speaker', proposal)).status, 404);
    assert.equal((await list(url, 'a')).body.published, 1);
  });

  it('ends when the comment is no longer public', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    const { body: proposal } = await replyAs(url, 'publisher', id);
    await decideAs(url, 'moderator', id, { status: 'rejected', reasonCode: 'other' });
    assert.equal((await approve(url, 'speaker', proposal)).status, 404);
    assert.equal((await replyAs(url, 'publisher', id)).status, 422);
  });

  it('is listed with others a page at a time, oldest first', async (test) => {
    const { url } = await open(test);
    const { id } = await published(url);
    for (const text of ['一', '二', '三']) await replyAs(url, 'publisher', id, randomUUID(), text);
    const page = (query) => as(url, 'reader', 'GET', `/approvals?site=customs&limit=2${query}`);
    const { body: first } = await page('');
    assert.deepEqual(
      first.items.map(({ body }) => body),
      ['一', '二'],
    );
    const { body: rest } = await page(`&cursor=${first.nextCursor}`);
    assert.deepEqual([rest.items.map(({ body }) => body), rest.nextCursor], [['三'], null]);
  });
});

for (const [name, address] of Object.entries(DATABASES)) {
  describe(`several who decide on proposals at once on ${name}`, () => {
    after(endPostgres);

    it('do so once', async (test) => {
      const { url } = await open(test, { address });
      const { id, token } = await published(url);
      const { body: reply } = await replyAs(url, 'publisher', id);
      const answers = await Promise.all([
        ...Array.from({ length: 4 }, () => approve(url, 'speaker', reply)),
        ...Array.from({ length: 4 }, () => refuse(url, 'second', reply)),
      ]);
      const statuses = answers.map(({ status }) => status);
      assert.equal(statuses.filter((status) => status < 300).length, 1, String(statuses));
      assert.equal(statuses.filter((status) => status === 404).length, 7, String(statuses));

      const { body: erasure } = await eraseAs(url, 'administrator', id);
      const ends = await Promise.all([
        send(url, 'DELETE', `/v1/receipts/${token}`),
        ...Array.from({ length: 4 }, () => approve(url, 'second', erasure)),
      ]);
      assert.equal(ends[0].status, 200);
      assert.ok(ends.every(({ status }) => [200, 404, 409].includes(status)));
      assert.deepEqual(await statusOf(url, id), ['withdrawn', '']);
      const ended = (await record(url, id)).filter(([, action]) => action.startsWith('erasure-'));
      assert.equal(ended.filter(([, action]) => action !== 'erasure-proposed').length, 1);
    });
  });
}
