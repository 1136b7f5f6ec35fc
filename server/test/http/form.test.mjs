/* The form without JavaScript, as the service answers it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { DatabaseSync } from '@photostructure/sqlite';
import { commentsPath, send } from '../running/client.mjs';
import { insideService } from '../running/inside.mjs';

const FAMILY = '👨‍👩‍👧‍👦';

/** Sends the form as a browser without JavaScript does. */
const sendForm = (url, thread, fields) =>
  fetch(url + commentsPath(thread), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent: '1', idempotencyKey: randomUUID(), ...fields }),
  });

describe('the form', () => {
  it('takes a text of full length, which is longer there than in JSON', async (test) => {
    const { url } = await insideService(test);
    for (const [character, count] of [
      ['字', 2000],
      ['\n字', 1000],
      ['👍🏽', 2000],
      [FAMILY, 640],
      [`a${'\u0301'.repeat(15)}`, 516],
    ]) {
      const { status } = await sendForm(url, 'a', { body: character.repeat(count) });
      assert.equal(status, 303, character);
    }
    const longer = await sendForm(url, 'a', { body: '字'.repeat(2001) });
    assert.equal(longer.status, 422);
    assert.ok((await longer.text()).includes('字'.repeat(2001)), 'and nothing typed is lost');
  });

  it('says so when a text of few characters has too many bytes, in both languages', async (test) => {
    const { url } = await insideService(test);
    const body = FAMILY.repeat(641);
    for (const [lang, words] of Object.entries({
      zh: '表情或特殊符号过多',
      en: 'Emoji or marks',
    })) {
      const answer = await sendForm(url, 'a', { body, lang });
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.ok(page.includes(`<p id="body-problem" class="problem">${words}`), lang);
      assert.ok(page.includes(body), 'and nothing typed is lost');
    }
  });

  it('gives a new key after one that belongs to another text', async (test) => {
    const { url } = await insideService(test);
    const idempotencyKey = randomUUID();
    await sendForm(url, 'a', { body: '一', idempotencyKey });
    const page = await (await sendForm(url, 'a', { body: '二', idempotencyKey })).text();
    const next = /name="idempotencyKey" value="([^"]+)"/.exec(page)[1];
    assert.notEqual(next, idempotencyKey);
    const sent = await sendForm(url, 'a', { body: '二', idempotencyKey: next });
    assert.equal(sent.status, 303);
  });

  it('comes back with what was typed, whatever is wrong', async (test) => {
    const site = { captcha: ['code'], limits: { challenges: { max: 1, seconds: 600 } } };
    const { url, path } = await insideService(test, site);
    const typed = { body: '写了很久的话', code: '0000', challenge: 'none' };
    const wrong = await sendForm(url, 'a', typed);
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /写了很久的话[^]*name="challenge"/);
    const limited = await sendForm(url, 'a', typed);
    const page = await limited.text();
    assert.match(page, /操作过于频繁[^]*写了很久的话/);
    assert.doesNotMatch(page, /name="challenge"/);
    const other = new DatabaseSync(path);
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const busy = await sendForm(url, 'a', { ...typed, refresh: '' });
    assert.match(await busy.text(), /写了很久的话/);
    assert.match(busy.headers.get('content-type'), /html/);
  });

  it('is no unlimited source of captchas', async (test) => {
    const site = { captcha: ['code'], limits: { challenges: { max: 2, seconds: 600 } } };
    const { url } = await insideService(test, site);
    const path = '/v1/sites/customs/threads/a/form';
    const statuses = [];
    for (let at = 0; at < 3; at += 1) statuses.push((await send(url, 'GET', path)).status);
    assert.deepEqual(statuses, [200, 200, 429]);
  });
});
