/* Tokens of staff: made, listed and revoked while the service runs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { makeToken } from '../../dist/moderation/tokens.js';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { openService } from '../running/inside.mjs';
import {
  makeStaff,
  openSession,
  revokeStaff,
  sendWith,
  settingsWithRoles,
  TOKENS,
} from '../running/staff.mjs';

const DAY = 86_400_000;
const administrator = TOKENS.administrator.token;

const open = (test, overrides = {}) =>
  openService(test, settingsWithRoles(DATABASES.SQLite(test), {}, overrides));

const auditOf = async (url, site = 'customs') =>
  (await sendWith(url, administrator, 'GET', `/audit?site=${site}`)).body.items.map(
    ({ action, actor, detail }) => [action, actor, detail],
  );

const listOf = async (url, token = administrator) =>
  (await sendWith(url, token, 'GET', '/staff')).body.items;

describe('a token of staff', () => {
  after(endPostgres);

  for (const [name, address] of Object.entries(DATABASES)) {
    it(`is good, and then revoked, at once in every process on ${name}`, async (test) => {
      const settings = settingsWithRoles(await address(test));
      const [one, two] = [await openService(test, settings), await openService(test, settings)];
      const made = await makeStaff(one.url, { role: 'reader', days: 30 });
      assert.equal(made.status, 201);
      assert.match(made.headers.get('cache-control'), /no-store/);
      const { token, details } = made.body;
      for (const { url } of [one, two]) {
        const { status, body } = await sendWith(url, token, 'GET', '/session');
        assert.deepEqual([status, body.name, body.role], [200, '赵', 'reader']);
        assert.equal(body.expiresAt, details.expiresAt);
      }
      const revoked = await revokeStaff(two.url, details.id);
      assert.deepEqual([revoked.status, revoked.body.revokedBy], [200, 'administrator']);
      for (const { url } of [one, two]) {
        assert.deepEqual(await openSession(url, token), [401, 'revoked']);
      }
      assert.deepEqual(await auditOf(one.url), [
        ['token-revoked', 'administrator', '赵'],
        ['token-made', 'administrator', '赵'],
      ]);
    });
  }

  it('ends by itself, and the answer says so in both languages', async (test) => {
    const { url, clock } = await open(test);
    const { body } = await makeStaff(url, { days: 2 });
    clock.now += 2 * DAY - 1;
    assert.deepEqual(await openSession(url, body.token), [200, undefined]);
    clock.now += 1;
    for (const [language, words] of [
      ['en', 'The token has expired.'],
      ['zh-CN', '令牌已到期。'],
    ]) {
      const answer = await sendWith(url, body.token, 'GET', '/session', undefined, {
        'accept-language': language,
      });
      assert.deepEqual([answer.status, answer.body.reason], [401, 'expired']);
      assert.equal(answer.body.detail, words);
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer error="invalid_token"');
    }
  });

  it('is good for 90 days unless the administrator says otherwise', async (test) => {
    const { url, clock } = await open(test);
    const { body } = await makeStaff(url);
    assert.equal(Date.parse(body.details.expiresAt), clock.now + 90 * DAY);
    for (const days of [0, 367, 1.5, '90']) {
      const { status } = await makeStaff(url, { days });
      assert.equal(status, 422, `${days} days`);
    }
  });

  it('is kept as a hash, and stands in no log', async (test) => {
    const { url, path, lines } = await open(test);
    const { body } = await makeStaff(url);
    await openSession(url, body.token);
    await revokeStaff(url, body.details.id);
    await openSession(url, body.token);
    for (const file of [path, `${path}-wal`]) {
      assert.ok(!readFileSync(file).includes(body.token), file);
    }
    assert.ok(readFileSync(`${path}-wal`).includes(body.details.id), 'the row is in the file');
    assert.ok(!lines.join('').includes(body.token));
    assert.match(lines.join(''), /"reason":"revoked".*"token refused"/);
  });

  it('has a name that stands for nobody else in the audit', async (test) => {
    const { url } = await open(test);
    for (const [name, key] of [
      ['citizen', 'reserved-name'],
      [' operator ', 'reserved-name'],
      ['service', 'reserved-name'],
      ['\u3000', 'blank'],
      ['赵'.repeat(65), 'too-long'],
    ]) {
      const { status, body } = await makeStaff(url, { name });
      assert.deepEqual([status, body.errors[0].pointer, body.errors[0].key], [422, '/name', key]);
    }
  });

  it('covers sites that there are', async (test) => {
    const { url } = await open(test);
    for (const sites of [['nowhere'], [], ['customs', 'nowhere']]) {
      assert.equal((await makeStaff(url, { sites })).status, 422, sites.join());
    }
  });

  it('is listed with what became of it, without its secret part', async (test) => {
    const { url, clock } = await open(test);
    const { body: first } = await makeStaff(url, { name: '钱' });
    const { body: second } = await makeStaff(url, { name: '孙' });
    await openSession(url, second.token);
    await revokeStaff(url, first.details.id);
    const items = (await listOf(url)).filter(({ kind }) => kind === 'token');
    assert.deepEqual(
      items.map(({ name, lastUsedOn, revokedBy }) => [name, lastUsedOn, revokedBy]),
      [
        ['孙', new Date(clock.now).toISOString().slice(0, 10), null],
        ['钱', null, 'administrator'],
      ],
    );
    assert.ok(!JSON.stringify(items).includes(second.token));
  });

  it('is forgotten 30 days after its end', async (test) => {
    const { url, clock, service } = await open(test);
    await makeStaff(url, { days: 1 });
    const names = async () => {
      await service.sweep();
      return (await listOf(url)).filter(({ kind }) => kind === 'token').map(({ name }) => name);
    };
    clock.now += 30 * DAY;
    assert.deepEqual(await names(), ['赵']);
    clock.now += 2 * DAY;
    assert.deepEqual(await names(), []);
  });

  it('is listed page by page', async (test) => {
    const { url } = await open(test);
    for (const name of ['一', '二', '三']) await makeStaff(url, { name });
    const seen = [];
    let cursor;
    do {
      const query = `?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const { body } = await sendWith(url, administrator, 'GET', `/staff${query}`);
      seen.push(...body.items.filter(({ kind }) => kind === 'token').map(({ name }) => name));
      cursor = body.nextCursor;
    } while (cursor);
    assert.deepEqual(seen, ['三', '二', '一']);
  });
});

describe('a token of the configuration', () => {
  it('ends with the day that the configuration names', async (test) => {
    const settings = settingsWithRoles(DATABASES.SQLite(test));
    settings.moderators[0].expires = '2030-05-01';
    const { url, clock } = await openService(test, settings);
    const { token } = TOKENS.reader;
    clock.now = Date.parse('2030-05-01T23:59:59.999Z');
    assert.deepEqual(await openSession(url, token), [200, undefined]);
    clock.now += 1;
    assert.deepEqual(await openSession(url, token), [401, 'expired']);
  });

  it('can be revoked without a restart, and stays revoked after one', async (test) => {
    const settings = settingsWithRoles(DATABASES.SQLite(test));
    const { url, service } = await openService(test, settings);
    const { token } = TOKENS.moderator;
    const { id, kind } = (await listOf(url)).find(({ name }) => name === 'moderator');
    assert.equal(kind, 'configured');
    assert.deepEqual(await openSession(url, token), [200, undefined]);
    for (let time = 0; time < 2; time += 1) {
      assert.equal((await revokeStaff(url, id)).body.revokedBy, 'administrator');
    }
    assert.deepEqual(await openSession(url, token), [401, 'revoked']);
    assert.deepEqual(await auditOf(url), [['token-revoked', 'administrator', 'moderator']]);
    await service.close();
    const again = await openService(test, settings);
    assert.deepEqual(await openSession(again.url, token), [401, 'revoked']);
  });
});

describe('the administrator of one site', () => {
  async function openTwo(test) {
    const settings = settingsWithRoles(DATABASES.SQLite(test));
    settings.sites.other = settings.sites.customs;
    const local = makeToken();
    settings.moderators.push({
      name: '本站管理员',
      role: 'administrator',
      sites: ['other'],
      tokenHash: local.tokenHash,
    });
    const service = await openService(test, settings);
    return { ...service, local: local.token };
  }

  it('gives nobody more than that site', async (test) => {
    const { url, local } = await openTwo(test);
    for (const sites of [['*'], ['customs'], ['other', 'customs']]) {
      assert.equal((await makeStaff(url, { sites }, local)).status, 403, sites.join());
    }
    assert.equal((await makeStaff(url, { sites: ['other'] }, local)).status, 201);
    assert.deepEqual(await auditOf(url), [], 'the other site has no part in it');
    assert.deepEqual(await auditOf(url, 'other'), [['token-made', '本站管理员', '赵']]);
  });

  it('sees who has a part in that site, and revokes only who has no other', async (test) => {
    const { url, local } = await openTwo(test);
    const ids = {};
    for (const sites of [['*'], ['customs'], ['other']]) {
      const { body } = await makeStaff(url, { name: sites.join(), sites });
      ids[sites] = body.details.id;
    }
    const names = (await listOf(url, local))
      .filter(({ kind }) => kind === 'token')
      .map(({ name }) => name);
    assert.deepEqual(names, ['other', '*']);
    const statuses = [];
    for (const name of ['*', 'customs', 'other']) {
      statuses.push((await revokeStaff(url, ids[name], local)).status);
    }
    assert.deepEqual(statuses, [403, 404, 200]);
    assert.equal((await revokeStaff(url, 'nobody', local)).status, 404);
  });
});

describe('wrong tokens', () => {
  const from = (address) => ({ 'x-forwarded-for': address });

  it('are limited, and colleagues behind the same address go on working', async (test) => {
    const { url, lines, clock } = await open(test, { trustProxy: 'loopback' });
    assert.deepEqual(await openSession(url, administrator, from('192.0.2.1')), [200, undefined]);
    for (let time = 0; time < 30; time += 1) {
      const answer = await openSession(url, `wrong-${time}`, from('192.0.2.1'));
      assert.deepEqual(answer, [401, 'wrong']);
    }
    const limited = await sendWith(url, 'wrong', 'GET', '/session', undefined, from('192.0.2.1'));
    assert.equal(limited.status, 429);
    assert.equal(limited.headers.get('retry-after'), '60');
    assert.deepEqual(await openSession(url, administrator, from('192.0.2.1')), [200, undefined]);
    assert.deepEqual(await openSession(url, 'wrong', from('192.0.2.2')), [401, 'wrong']);
    clock.now += 60_000;
    assert.deepEqual(await openSession(url, 'wrong', from('192.0.2.1')), [401, 'wrong']);
    const warnings = lines.filter((line) => line.includes('"token refused"'));
    assert.equal(warnings.length, 32, 'one line each, and none for what was limited');
  });

  it('are told apart from none at all, in the answer and in the log', async (test) => {
    const { url, lines } = await open(test);
    const none = await fetch(`${url}/v1/moderation/session`);
    assert.equal((await none.json()).reason, 'missing');
    assert.equal(none.headers.get('www-authenticate'), 'Bearer');
    assert.deepEqual(await openSession(url, 'a-secret-of-somebody'), [401, 'wrong']);
    const log = lines.join('');
    assert.equal(log.match(/"reason":"wrong"/g).length, 1);
    assert.ok(!log.includes('a-secret-of-somebody'));
  });
});
