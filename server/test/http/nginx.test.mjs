/* The service behind nginx, set up with exactly the lines of the README. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { commentsPath, draft, list, post, send } from '../running/client.mjs';
import { insideService } from '../running/inside.mjs';
import { readmeLines, skip, startNginx } from '../running/nginx.mjs';
import { until } from '../running/service.mjs';

const FAMILY = '👨‍👩‍👧‍👦';
const LINES = readmeLines('README.md');

/** Starts both. The path is that of the README's `publicUrl`. */
async function setUp(test) {
  const behind = { publicUrl: 'https://www.example.gov.cn/comments', trustProxy: 'loopback' };
  const inside = await insideService(test, {}, behind);
  const nginx = await startNginx(test, LINES, inside.url);
  return { ...inside, nginx, base: `${nginx.url}/comments` };
}

describe('the lines for nginx', () => {
  it('are the same in both READMEs', () => {
    assert.equal(readmeLines('README.zh-CN.md'), LINES);
  });

  it('let everything through that the service takes', async (test) => {
    const { url } = await insideService(test);
    const { body } = await send(url, 'GET', '/v1/capabilities');
    const [, kilobytes] = /client_max_body_size (\d+)k;/.exec(LINES);
    // The service takes forms of three times the bytes: a form writes each byte of a Han character as three.
    assert.ok(1024 * kilobytes >= 3 * body.limits.requestBytes, `${kilobytes} kB`);
  });
});

describe('behind nginx', { skip }, () => {
  it('a form of full length arrives', async (test) => {
    const { base } = await setUp(test);
    for (const body of [FAMILY.repeat(640), '关'.repeat(2000)]) {
      const sent = await fetch(base + commentsPath('a'), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ consent: '1', idempotencyKey: randomUUID(), body }),
      });
      assert.equal(sent.status, 303, `${body.length}`);
    }
  });

  it('a thread keeps its slashes', async (test) => {
    const { base, url } = await setUp(test);
    await post(base, 'a/b');
    const { body } = await post(base, 'a/b', draft({ body: '二' }));
    const receipt = await send(url, 'GET', `/v1/receipts/${body.token}`);
    assert.equal(receipt.body.thread, 'a/b');
  });

  it('no log holds a receipt number, whether the service is there or not', async (test) => {
    const { base, nginx, service } = await setUp(test);
    const { body } = await post(base, 'a');
    const look = async () => {
      const statuses = [];
      for (const path of ['v1/receipts/', 'receipts/', 'v1/%72eceipts/']) {
        statuses.push((await fetch(`${base}/${path}${body.token}`)).status);
      }
      return statuses;
    };
    assert.deepEqual(await look(), [200, 200, 200]);
    await service.close();
    assert.deepEqual(await look(), [502, 502, 502]);
    const last = `last-${randomUUID()}`;
    await list(base, last);
    // What comes last is in both logs, so what came before would be there, too.
    await until(() => nginx.accessLog().includes(last) && nginx.errorLog().includes(last));
    for (const log of [nginx.accessLog(), nginx.errorLog()]) {
      assert.ok(!log.includes(body.token), log);
    }
  });
});
