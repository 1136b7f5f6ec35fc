/* What this service does beyond the contract, and what only someone inside can check. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { Validator } from '@seriousme/openapi-schema-validator';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { parse } from 'yaml';
import { openCode } from '../dist/captcha/code.js';
import { checkSettings, createService } from '../dist/index.js';
import { Keys } from '../dist/keys.js';
import {
  commentsPath,
  decide,
  draft,
  importFile,
  list,
  moderate,
  post,
  publish,
  send,
} from './running/client.mjs';
import { DATABASES, endPostgres, freshPostgres, query } from './running/databases.mjs';
import {
  administrator,
  moderator,
  openSite,
  ORIGIN,
  settingsOf,
  startService,
  until,
} from './running/service.mjs';

const DAY = 86_400_000;

/** A service inside this process, whose clock and log are the test's. */
async function insideService(test, site = {}, overrides = {}) {
  const clock = { now: Date.now() };
  const lines = [];
  const settings = checkSettings(
    settingsOf(DATABASES.SQLite(test), site, { logLevel: 'info', ...overrides }),
  );
  const service = await createService(settings, {
    now: () => clock.now,
    logStream: { write: (line) => lines.push(line) },
  });
  test.after(() => service.close());
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${service.app.server.address().port}`;
  const path = settings.databaseUrl.slice('file:'.length);
  return { url, clock, lines, service, path, keys: new Keys(settings.secret) };
}

/** The digits of a captcha, which only the holder of the secret can know. */
async function typedCode({ url, keys }, thread, write = (digits) => digits) {
  const { body } = await send(url, 'POST', '/v1/challenges', {
    site: 'customs',
    thread,
    kind: 'code',
  });
  return { kind: 'code', payload: `${body.id}:${write(openCode(keys, body.id).digits)}` };
}

describe('the OpenAPI document', () => {
  it('is valid, and the one that was built', async (test) => {
    const { url } = await insideService(test);
    const { text } = await send(url, 'GET', '/v1/openapi.yaml');
    const { valid, errors } = await new Validator().validate(parse(text));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(text, readFileSync(new URL('../dist/openapi.yaml', import.meta.url), 'utf8'));
  });
});

describe('the typed captcha', () => {
  const site = { captcha: ['code'] };
  const submit = ({ url }, captcha) => post(url, 'typed', draft({ captcha }));

  it('takes the digits as people write them', async (test) => {
    const inside = await insideService(test, site);
    const fullWidth = (digits) =>
      digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const arabic = (digits) =>
      digits.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
    const spaced = (digits) => ` ${[...digits].join('\u3000')} `;
    for (const write of [(digits) => digits, fullWidth, arabic, spaced]) {
      assert.equal((await submit(inside, await typedCode(inside, 'typed', write))).status, 202);
    }
  });

  it('can be used once, for its own thread, for half an hour', async (test) => {
    const inside = await insideService(test, site);
    const captcha = await typedCode(inside, 'typed');
    assert.equal((await submit(inside, captcha)).status, 202);
    assert.equal((await submit(inside, captcha)).body.reason, 'used');
    assert.equal((await submit(inside, await typedCode(inside, 'other'))).body.reason, 'foreign');
    const late = await typedCode(inside, 'typed');
    inside.clock.now += 31 * 60_000;
    assert.equal((await submit(inside, late)).body.reason, 'expired');
  });

  it('stays used when the clock is set back', async (test) => {
    const inside = await insideService(test, site);
    const captcha = await typedCode(inside, 'typed');
    assert.equal((await submit(inside, captcha)).status, 202);
    inside.clock.now += DAY;
    await inside.service.sweep();
    inside.clock.now -= DAY;
    assert.equal((await submit(inside, captcha)).body.reason, 'used');
  });

  it('is burned by one wrong guess', async (test) => {
    const inside = await insideService(test, site);
    const right = await typedCode(inside, 'typed');
    const [id, digits] = right.payload.split(':');
    const wrong = { kind: 'code', payload: `${id}:${(Number(digits) + 1) % 10_000}` };
    assert.equal((await submit(inside, wrong)).body.reason, 'wrong');
    assert.equal((await submit(inside, right)).body.reason, 'used');
  });

  it('is not burned by a refused draft', async (test) => {
    const inside = await insideService(test, site);
    const captcha = await typedCode(inside, 'typed');
    const parentId = randomUUID();
    const refused = await post(inside.url, 'typed', draft({ captcha, parentId }));
    assert.equal(refused.body.type, '/problems/parent');
    assert.equal((await submit(inside, captcha)).status, 202);
  });
});

describe('limits', () => {
  after(endPostgres);

  it('hold across processes, and leave repetitions alone', async (test) => {
    const settings = settingsOf(await freshPostgres(), {
      limits: { comments: { max: 3, seconds: 600 }, challenges: { max: 2, seconds: 600 } },
      captcha: [],
    });
    const services = [await startService(test, settings), await startService(test, settings)];
    const key = randomUUID();
    const body = draft();
    assert.equal((await post(services[0].url, 'a', body, key)).status, 202);
    assert.equal((await post(services[1].url, 'a')).status, 202);
    assert.equal((await post(services[0].url, 'b')).status, 202);
    const refused = await post(services[1].url, 'a');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 500);
    assert.equal(refused.body.retryAfter, Number(refused.headers.get('retry-after')));
    assert.equal((await post(services[1].url, 'a', body, key)).status, 200, 'the same key again');
    assert.equal((await list(services[0].url, 'a')).status, 200, 'reading');
  });

  it('stop a flood of captchas', async (test) => {
    const { url } = await insideService(test, {
      captcha: ['code'],
      limits: { challenges: { max: 5, seconds: 60 } },
    });
    const ask = () =>
      send(url, 'POST', '/v1/challenges', { site: 'customs', thread: 'a', kind: 'code' });
    const statuses = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await ask()).status);
    assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429]);
  });

  it('count a household of IPv6 as one, and only believe proxies that are named', async (test) => {
    const site = { limits: { comments: { max: 2, seconds: 600 } } };
    const from = (address) => ({ 'x-forwarded-for': address });
    const trusting = await insideService(test, site, { trustProxy: 'loopback' });
    const at = async (address) =>
      (await post(trusting.url, 'a', draft(), randomUUID(), from(address))).status;
    assert.equal(await at('2001:db8:1:2::1'), 202);
    assert.equal(await at('2001:db8:1:2:ffff::9'), 202);
    assert.equal(await at('2001:db8:1:2:1234:5678:9abc:def0'), 429);
    assert.equal(await at('2001:db8:1:3::1'), 202);
    assert.equal(await at('192.0.2.1'), 202);
    const wary = await insideService(test, site);
    for (const [address, status] of [
      ['192.0.2.1', 202],
      ['192.0.2.2', 202],
      ['192.0.2.3', 429],
    ]) {
      const answer = await post(wary.url, 'a', draft(), randomUUID(), from(address));
      assert.equal(answer.status, status);
    }
  });
});

describe('logs and tables', () => {
  after(endPostgres);

  const secrets = {
    body: '机密内容甲乙丙',
    authorName: '张无忌',
    contact: 'zhang@example.org',
  };

  it('of the log hold nothing that a person wrote or is known by', async (test) => {
    const { url, lines } = await insideService(test, { captcha: [] }, { trustProxy: 'loopback' });
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const { body: receipt } = await post(
      url,
      '私人话题',
      draft(secrets),
      'a-key-that-is-secret',
      from,
    );
    await post(url, '私人话题', { ...draft(secrets), authorName: '管理员' });
    await send(url, 'GET', `/v1/receipts/${receipt.token}`, undefined, from);
    await moderate(url, 'GET', `/comments?site=customs&q=${encodeURIComponent('张无忌')}`);
    await fetch(`${url}/v1/receipts/%zz${receipt.token}`);
    await fetch(`${url}/nothing/${receipt.token}`);
    const log = lines.join('');
    assert.ok(lines.length >= 6, 'every request is logged');
    for (const secret of [
      ...Object.values(secrets),
      '私人话题',
      encodeURIComponent('私人话题'),
      receipt.token,
      'a-key-that-is-secret',
      '203.0.113.77',
      administrator.token,
      'a secret for tests',
    ]) {
      assert.ok(!log.includes(secret), `the log holds ${secret}`);
    }
    for (const line of lines) assert.ok(JSON.parse(line).level, 'a line is one JSON value');
  });

  it('of failures name the place, not the values that a database quotes', async (test) => {
    const address = await freshPostgres();
    const { url, log } = await startService(test, settingsOf(address));
    await query(address, 'alter table comment add check (author_name is null)');
    const { status, text } = await post(url, 'a', draft(secrets));
    assert.equal(status, 500);
    assert.match(await until(() => /.*"failed".*/.exec(log())?.[0]), /"code":"23514".*"at":\["at /);
    for (const said of [log(), text]) {
      for (const secret of Object.values(secrets)) assert.ok(!said.includes(secret), secret);
      assert.doesNotMatch(said, /Failing row|violates/);
    }
    assert.doesNotMatch(
      text,
      /\bat |\.js|select|insert/i,
      'the answer shows nothing of the inside',
    );
  });

  it('keep no address: the table of limits holds other hashes every day', async (test) => {
    const inside = await insideService(
      test,
      { limits: { comments: { max: 100, seconds: 86_400 } } },
      { trustProxy: 'loopback' },
    );
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const rows = () => {
      const database = new DatabaseSync(inside.path);
      const found = database.prepare('select id from rate').all();
      database.close();
      return found.map(({ id }) => id);
    };
    await post(inside.url, 'a', draft(), randomUUID(), from);
    const [first, ...others] = rows();
    assert.deepEqual(others, []);
    await post(inside.url, 'a', draft(), randomUUID(), from);
    assert.deepEqual(rows(), [first], 'one counter a day');
    inside.clock.now += DAY;
    await post(inside.url, 'a', draft(), randomUUID(), from);
    assert.equal(rows().length, 2);
    await inside.service.sweep();
    assert.ok(!rows().includes(first), 'and it is forgotten');
    assert.doesNotMatch(readFileSync(inside.path, 'latin1'), /203\.0\.113/);
  });
});

describe('a comment that is withdrawn', () => {
  it('leaves no word of it in the database file', async (test) => {
    const { url, path, service } = await insideService(test);
    const { body } = await post(
      url,
      'a',
      draft({ body: '机密内容'.repeat(300), contact: '13800000000' }),
    );
    const { body: other } = await post(url, 'a', draft({ body: '留下的' }));
    await send(url, 'DELETE', `/v1/receipts/${body.token}`);
    await service.close();
    const bytes = readFileSync(path);
    assert.ok(bytes.includes('留下的') && bytes.includes(other.id));
    assert.ok(!bytes.includes('机密内容') && !bytes.includes('13800000000'));
  });
});

describe('retention', () => {
  const retention = { contactDays: 10, rejectedDays: 20, publishedDays: 30 };

  it('erases what a site said it would, when it said so', async (test) => {
    const { url, clock, service } = await insideService(test, { retention });
    const kept = await publish(url, 'a', draft({ contact: 'a@example.org', body: '公开的' }));
    const { body: refused } = await post(url, 'a', draft({ body: '不公开的' }));
    await decide(url, refused.id, { status: 'rejected', reasonCode: 'other' });
    const read = async (id) => (await moderate(url, 'GET', `/comments/${id}`)).body;
    await service.sweep();
    assert.equal((await read(kept.id)).contact, 'a@example.org');
    clock.now += 11 * DAY;
    await service.sweep();
    assert.equal((await read(kept.id)).contact, null);
    assert.equal((await read(kept.id)).body, '公开的');
    assert.equal((await read(refused.id)).body, '不公开的');
    clock.now += 10 * DAY;
    await service.sweep();
    assert.equal((await read(refused.id)).body, '');
    assert.equal((await list(url, 'a')).body.total, 1);
    clock.now += 10 * DAY;
    await service.sweep();
    assert.equal((await read(kept.id)).status, 'withdrawn');
    assert.deepEqual((await list(url, 'a')).body, {
      items: [],
      nextCursor: null,
      total: 0,
      published: 0,
    });
    const { body: trail } = await moderate(url, 'GET', `/audit?site=customs&commentId=${kept.id}`);
    assert.deepEqual(
      trail.items.map(({ action, actor }) => [action, actor]),
      [
        ['erased', 'service'],
        ['published', '李审核'],
        ['received', 'citizen'],
      ],
    );
  });
});

describe('a site', () => {
  it('that is closed takes nothing new, and still answers repetitions', async (test) => {
    const address = DATABASES.SQLite(test);
    const key = randomUUID();
    const body = draft();
    const open = await startService(test, settingsOf(address));
    const { body: receipt } = await post(open.url, 'a', body, key);
    await open.stop();
    const closed = await startService(test, settingsOf(address, { open: false }));
    const repeated = await post(closed.url, 'a', body, key);
    assert.equal(repeated.status, 200);
    assert.equal(repeated.body.token, receipt.token);
    const refused = await post(closed.url, 'a');
    assert.equal(refused.status, 403);
    assert.equal(refused.body.type, '/problems/closed');
  });

  it('has its own origins: a page of one may not use another', async (test) => {
    const { url } = await insideService(
      test,
      {},
      {
        sites: { customs: openSite(), police: openSite({ origins: ['https://police.example'] }) },
      },
    );
    const from = (origin, site) => fetch(url + commentsPath('a', site), { headers: { origin } });
    assert.equal(
      (await from(ORIGIN, 'customs')).headers.get('access-control-allow-origin'),
      ORIGIN,
    );
    assert.equal((await from('https://police.example', 'police')).status, 200);
    const foreign = await from(ORIGIN, 'police');
    assert.equal(foreign.status, 403);
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    assert.equal((await send(url, 'GET', '/v1/capabilities')).status, 422, 'which site?');
  });

  it('has its own names, limits of length and official name', async (test) => {
    const { url } = await insideService(test, { reservedNames: ['红其拉甫'], bodyLimit: 5 });
    const named = await post(url, 'a', draft({ body: '短', authorName: '红 其 拉 甫 海关' }));
    assert.equal(named.body.errors[0].key, 'reserved-name');
    const long = await post(url, 'a', draft({ body: '一二三四五六' }));
    assert.deepEqual([long.body.errors[0].key, long.body.errors[0].limit], ['too-long', 5]);
    const receipt = await publish(url, 'a', draft({ body: '👨‍👩‍👧‍👦二三四五' }));
    const reply = await moderate(
      url,
      'POST',
      `/comments/${receipt.id}/replies`,
      { body: '收到。' },
      {
        'idempotency-key': randomUUID(),
      },
    );
    assert.equal(reply.body.authorName, '示例机关');
  });

  it('names authors only where its own sign-in does', async (test) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
    const keys = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
    );
    await new Promise((resolve) => keys.listen(0, '127.0.0.1', resolve));
    test.after(() => keys.close());
    const { url } = await insideService(test, {
      identity: {
        required: true,
        jwks: `http://127.0.0.1:${keys.address().port}/keys`,
        issuer: 'https://login.example',
        audience: 'comments',
      },
    });
    const token = (claims, key = privateKey) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setIssuer('https://login.example')
        .setAudience('comments')
        .setExpirationTime('5m')
        .sign(key);
    assert.equal((await post(url, 'a')).body.type, '/problems/identity');
    const signed = await post(url, 'a', draft({ identity: await token({ sub: 'citizen-42' }) }));
    assert.equal(signed.status, 202);
    const { body } = await moderate(url, 'GET', `/comments/${signed.body.id}`);
    assert.equal(body.identity, 'citizen-42');
    const { privateKey: other } = await generateKeyPair('ES256');
    const forged = await token({ sub: 'somebody else' }, other);
    assert.equal((await post(url, 'a', draft({ identity: forged }))).status, 403);
  });
});

describe('a page that is kept in memory', () => {
  it('is never one of the past, whichever process changed the thread', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [one, two] = [await startService(test, settings), await startService(test, settings)];
    const bodies = async ({ url }) => (await list(url, 'a')).body.items.map(({ body }) => body);
    const first = await publish(one.url, 'a', draft({ body: '一' }));
    assert.deepEqual([await bodies(one), await bodies(two)], [['一'], ['一']]);
    await publish(two.url, 'a', draft({ body: '二' }));
    assert.deepEqual(await bodies(one), ['二', '一']);
    await send(two.url, 'DELETE', `/v1/receipts/${first.token}`);
    assert.deepEqual(await bodies(one), ['二']);
    assert.deepEqual(await bodies(two), ['二']);
    assert.equal((await list(one.url, 'a', '?sort=oldest&limit=1')).body.items.length, 1);
  });

  it('shows the official replies of the moment', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test));
    const [one, two] = [await startService(test, settings), await startService(test, settings)];
    const { id } = await publish(one.url, 'a');
    const replies = async () =>
      (await list(one.url, 'a')).body.items[0].officialReplies.map(({ body }) => body);
    assert.deepEqual(await replies(), []);
    const reply = await moderate(
      two.url,
      'POST',
      `/comments/${id}/replies`,
      { body: '已收到。' },
      { 'idempotency-key': randomUUID() },
    );
    assert.deepEqual(await replies(), ['已收到。']);
    await decide(two.url, reply.body.id, { status: 'withdrawn' });
    assert.deepEqual(await replies(), []);
  });
});

describe('moderators', () => {
  it('without the role of an administrator see no contacts and move no data', async (test) => {
    const { url } = await insideService(test);
    const { body: receipt } = await post(url, 'a', draft({ contact: 'a@example.org' }));
    const asModerator = { authorization: `Bearer ${moderator.token}` };
    const seen = await moderate(url, 'GET', `/comments/${receipt.id}`, undefined, asModerator);
    assert.equal(seen.body.contact, null);
    const found = await moderate(
      url,
      'GET',
      '/comments?site=customs&q=example.org',
      undefined,
      asModerator,
    );
    assert.deepEqual(found.body.items, []);
    for (const [method, path] of [
      ['GET', '/sites/customs/export'],
      ['POST', '/sites/customs/import'],
    ]) {
      const answer = await fetch(`${url}/v1/moderation${path}`, {
        method,
        headers: { ...asModerator, 'content-type': 'application/x-ndjson' },
        ...(method === 'POST' && { body: '{}' }),
      });
      assert.equal(answer.status, 403);
    }
  });

  it('keep a reported comment, and the reports are gone', async (test) => {
    const { url } = await insideService(test);
    const { id } = await publish(url, 'a');
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam', note: '广告' });
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'abuse' });
    const queue = () => moderate(url, 'GET', '/comments?site=customs&reported=true');
    const [reported] = (await queue()).body.items;
    assert.deepEqual(
      reported.reports.map(({ reason, note }) => [reason, note]),
      [['spam', '广告']],
      'one report a reader',
    );
    const dismiss = (version) =>
      moderate(url, 'DELETE', `/comments/${id}/reports`, undefined, { 'if-match': `"${version}"` });
    assert.equal((await dismiss(reported.version + 1)).status, 412);
    const kept = await dismiss(reported.version);
    assert.deepEqual([kept.status, kept.body.status, kept.body.reports], [200, 'published', []]);
    assert.deepEqual((await queue()).body.items, []);
    assert.equal((await dismiss(kept.body.version)).status, 409);
  });
});

describe('a very long thread', () => {
  it('of 100,000 comments is imported, and read page by page to both ends', async (test) => {
    const { url } = await insideService(test);
    const source = await insideService(test);
    await publish(source.url, 'long');
    const { text } = await moderate(source.url, 'GET', '/sites/customs/export');
    const [first, sample] = text.split('\n');
    const row = JSON.parse(sample);
    const lines = [first];
    for (let at = 1; at <= 100_000; at += 1) {
      lines.push(
        JSON.stringify({
          ...row,
          id: randomUUID(),
          body: `第 ${at} 条`,
          position: at,
          receipt_hash: null,
          idempotency_hash: `imported-${at}`,
        }),
      );
    }
    const content = `${lines.join('\n')}\n`;
    const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    const end = `${JSON.stringify({ count: 100_000, checksum })}\n`;
    const answer = await importFile(url, content + end);
    assert.deepEqual(answer.body, { imported: 100_000, skipped: 0 });
    const newest = (await list(url, 'long', '?limit=50')).body;
    assert.equal(newest.total, 100_000);
    assert.equal(newest.items[0].body, '第 100000 条');
    const next = await list(url, 'long', `?limit=50&cursor=${newest.nextCursor}`);
    assert.equal(next.body.items[0].body, '第 99950 条');
    const oldest = (await list(url, 'long', '?limit=1&sort=oldest')).body;
    assert.equal(oldest.items[0].body, '第 1 条');
  });
});
