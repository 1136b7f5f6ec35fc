/* What counts as a comment, what as a mistake, and what is refused without a word to the database. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { decide, draft, moderate, post, send } from '../running/client.mjs';
import { insideService, typedCode } from '../running/inside.mjs';
import { until } from '../running/service.mjs';

const statuses = async (count, work) => {
  const found = [];
  for (let at = 0; at < count; at += 1) found.push((await work(at)).status);
  return found;
};

/**
 * Watches the file of a service: the number changes whenever anybody has written into it. Waits for what the service
 * still has to write by itself.
 */
function watch(test, { path, service }) {
  const database = new DatabaseSync(path);
  test.after(() => database.close());
  const read = (sql) => Object.values(database.prepare(sql).get())[0];
  return async () => {
    await service.sweep();
    await until(() => read('select count(*) from audit where sequence is null') === 0);
    return read('PRAGMA data_version');
  };
}

describe('a refused comment', () => {
  it('writes nothing', async (test) => {
    const inside = await insideService(test, { limits: { comments: { max: 1 } } });
    const version = watch(test, inside);
    const before = await version();
    assert.deepEqual(await statuses(2, () => post(inside.url, 'a')), [202, 429]);
    const full = await version();
    assert.notEqual(full, before, 'an accepted one does');
    assert.deepEqual(new Set(await statuses(50, () => post(inside.url, 'a'))), new Set([429]));
    assert.equal(await version(), full);
  });

  it('leaves a repetition its receipt, a hundred times', async (test) => {
    const { url } = await insideService(test, { limits: { comments: { max: 1 } } });
    const [body, key] = [draft(), randomUUID()];
    assert.equal((await post(url, 'a', body, key)).status, 202);
    assert.equal((await post(url, 'a')).status, 429);
    const found = await statuses(101, () => post(url, 'a', body, key));
    assert.deepEqual(new Set(found.slice(0, 100)), new Set([200]));
    assert.equal(found[100], 429, 'then it has to wait like everybody');
  });

  it('names no captcha as used', async (test) => {
    const inside = await insideService(test, {
      captcha: ['code'],
      limits: { comments: { max: 1, seconds: 60 } },
    });
    const commented = async () =>
      post(inside.url, 'a', draft({ captcha: await typedCode(inside, 'a') }));
    assert.equal((await commented()).status, 202);
    const captcha = await typedCode(inside, 'a');
    assert.equal((await post(inside.url, 'a', draft({ captcha }))).status, 429);
    inside.clock.now += 61_000;
    assert.equal((await post(inside.url, 'a', draft({ captcha }))).status, 202);
  });
});

describe('wrong captchas', () => {
  const site = (limits) => ({ captcha: ['code', 'pow'], limits });

  /** Posts with a code that is wrong. */
  const mistake = async (inside) => {
    const { payload } = await typedCode(inside, 'a', () => 'abcd');
    return post(inside.url, 'a', draft({ captcha: { kind: 'code', payload } }));
  };
  const comment = async (inside) =>
    post(inside.url, 'a', draft({ captcha: await typedCode(inside, 'a') }));

  it('of one person shut out nobody behind the same address', async (test) => {
    const inside = await insideService(test, site({ comments: { max: 2 } }));
    assert.deepEqual(new Set(await statuses(30, () => mistake(inside))), new Set([422]));
    assert.deepEqual(await statuses(3, () => comment(inside)), [202, 202, 429]);
  });

  it('have a limit of their own, which leaves the other kind open', async (test) => {
    const inside = await insideService(test, site({ wrongCaptchas: { max: 3 } }));
    assert.deepEqual(await statuses(5, () => mistake(inside)), [422, 422, 422, 429, 429]);
    assert.equal((await comment(inside)).status, 429, 'typed codes have to wait');
    const proof = { kind: 'pow', payload: 'AAAA' };
    assert.equal((await post(inside.url, 'a', draft({ captcha: proof }))).status, 422);
  });

  it('include used ones, and write nothing once they are too many', async (test) => {
    const inside = await insideService(test, site({ wrongCaptchas: { max: 2 } }));
    const captcha = await typedCode(inside, 'a');
    const again = () => post(inside.url, 'a', draft({ captcha }));
    assert.deepEqual(await statuses(5, again), [202, 422, 422, 429, 429]);
    const version = watch(test, inside);
    const before = await version();
    await statuses(10, again);
    assert.equal(await version(), before);
  });

  it('do not include missing and expired ones', async (test) => {
    const inside = await insideService(test, site({ wrongCaptchas: { max: 1 } }));
    assert.deepEqual(await statuses(4, () => post(inside.url, 'a')), [422, 422, 422, 422]);
    const captcha = await typedCode(inside, 'a');
    inside.clock.now += 31 * 60_000;
    const late = () => post(inside.url, 'a', draft({ captcha }));
    assert.deepEqual(await statuses(3, late), [422, 422, 422]);
  });
});

describe('a comment', () => {
  it('with a typed code has a limit besides that of all comments', async (test) => {
    const limits = { typedCodes: { max: 2 }, comments: { max: 5 } };
    const inside = await insideService(test, { captcha: ['code'], limits });
    const comment = async () =>
      post(inside.url, 'a', draft({ captcha: await typedCode(inside, 'a') }));
    assert.deepEqual(await statuses(3, comment), [202, 202, 429]);
  });

  it('with a typed code has a limit for all addresses of a site, and other captchas stay a way in', async (test) => {
    const limits = { siteTypedCodes: { max: 2 }, typedCodes: { max: 0 }, comments: { max: 0 } };
    const inside = await insideService(
      test,
      { captcha: ['code', 'pow'], limits },
      { trustProxy: 'loopback' },
    );
    const comment = async (at) =>
      post(
        inside.url,
        `${at}`,
        draft({ captcha: await typedCode(inside, `${at}`) }),
        randomUUID(),
        {
          'x-forwarded-for': `198.51.${at}.1`,
        },
      );
    assert.deepEqual(await statuses(3, comment), [202, 202, 429]);
    const captcha = { kind: 'pow', payload: 'unsolved' };
    const other = await post(inside.url, 'a', draft({ captcha }));
    assert.equal(other.status, 422, 'only the proof is wrong');
  });

  it('is not counted when it was not stored', async (test) => {
    const { url } = await insideService(test, { limits: { comments: { max: 1 } } });
    const reply = draft({ parentId: randomUUID() });
    assert.deepEqual(await statuses(5, () => post(url, 'a', reply)), Array(5).fill(422));
    assert.deepEqual(await statuses(2, () => post(url, 'a')), [202, 429]);
  });

  it('is refused when its thread or its site has had enough, whoever sends it', async (test) => {
    const limits = { comments: { max: 0 }, thread: { max: 3 }, site: { max: 5 } };
    const { url } = await insideService(test, { limits }, { trustProxy: 'loopback' });
    const from = (thread) => (at) =>
      post(url, thread, draft(), randomUUID(), { 'x-forwarded-for': `198.51.${at}.1` });
    assert.deepEqual(await statuses(4, from('a')), [202, 202, 202, 429]);
    assert.deepEqual(await statuses(3, from('b')), [202, 202, 429]);
  });

  it('is refused in words while too many wait for review', async (test) => {
    const inside = await insideService(test, { pendingLimit: 2 });
    const { url } = inside;
    const first = await post(url, 'a');
    assert.equal((await post(url, 'b')).status, 202);
    const refused = await post(url, 'c', draft(), randomUUID(), { 'accept-language': 'zh' });
    assert.equal(refused.status, 429);
    assert.equal(refused.body.type, '/problems/queue-full');
    assert.match(refused.body.title, /待审核的评论过多/);
    assert.ok(Number(refused.headers.get('retry-after')) >= 60);
    await decide(url, first.body.id, { status: 'published' });
    inside.clock.now += 10_000;
    assert.equal((await post(url, 'c')).status, 202);
    const { body } = await moderate(url, 'GET', '/comments?site=customs&status=pending');
    assert.equal(body.items.length, 2);
  });
});

describe('pictures and sounds', () => {
  it('has fewer sounds than pictures', async (test) => {
    const limits = { sounds: { max: 2, seconds: 60 } };
    const { url } = await insideService(test, { captcha: ['code'], limits });
    const asked = { site: 'customs', thread: 'a', kind: 'code' };
    const { body } = await send(url, 'POST', '/v1/challenges', asked);
    const get = (path) => () => fetch(url + path);
    assert.deepEqual(await statuses(3, get(body.audio)), [200, 200, 429]);
    assert.deepEqual(await statuses(3, get(body.image)), [200, 200, 200]);
  });

  it('have a limit for one address', async (test) => {
    const limits = { media: { max: 3, seconds: 60 } };
    const overrides = { trustProxy: 'loopback' };
    const { url, clock } = await insideService(test, { captcha: ['code'], limits }, overrides);
    const asked = { site: 'customs', thread: 'a', kind: 'code' };
    const { body } = await send(url, 'POST', '/v1/challenges', asked);
    const from = (address) => ({ 'x-forwarded-for': address });
    const look = (address) => () =>
      send(url, 'GET', body.image, undefined, from(address ?? '192.0.2.1'));
    assert.deepEqual(await statuses(4, look()), [200, 200, 200, 429]);
    const sound = await send(url, 'GET', body.audio, undefined, from('192.0.2.1'));
    assert.equal(sound.status, 429);
    assert.ok(Number(sound.headers.get('retry-after')) > 30);
    assert.deepEqual(await statuses(1, look('198.51.100.1')), [200]);
    clock.now += 61_000;
    assert.deepEqual(await statuses(1, look()), [200]);
  });
});
