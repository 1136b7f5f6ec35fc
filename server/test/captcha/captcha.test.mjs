/* Challenges and their answers: each is good for one comment. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { makeProofOfWork } from '../../dist/captcha/proof-of-work.js';
import { threadId } from '../../dist/storage/threads.js';
import { draft, post, send } from '../running/client.mjs';
import { DATABASES } from '../running/databases.mjs';
import { insideService, typedCode } from '../running/inside.mjs';
import { settingsOf, startService } from '../running/service.mjs';

const DAY = 86_400_000;

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

describe('the proof of work', () => {
  const solve = async (challenge) => {
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = JSON.stringify({ challenge, solution });
    return { kind: 'pow', payload: Buffer.from(proof).toString('base64') };
  };

  it('expires by the clock of the system, too', async (test) => {
    const { url, keys } = await insideService(test, { captcha: ['pow'] });
    const thread = threadId('customs', 'a');
    const challenge = await makeProofOfWork(keys, thread, 10, Date.now() - 60_000);
    const captcha = await solve(challenge);
    const { status, body } = await post(url, 'a', draft({ captcha }));
    assert.deepEqual([status, body.reason], [422, 'expired']);
  });

  it('stays used after a restart', async (test) => {
    const settings = settingsOf(DATABASES.SQLite(test), { captcha: ['pow'] });
    const before = await startService(test, settings);
    const asked = { site: 'customs', thread: 'a', kind: 'pow' };
    const { challenge } = (await send(before.url, 'POST', '/v1/challenges', asked)).body;
    const captcha = await solve(challenge);
    assert.equal((await post(before.url, 'a', draft({ captcha }))).status, 202);
    await before.kill();
    const { url } = await startService(test, settings);
    assert.equal((await post(url, 'a', draft({ captcha }))).body.reason, 'used');
  });
});
