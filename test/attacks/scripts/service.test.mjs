/*
 * Strings that run code, on the pages of the service: the form with what was typed before, the receipt, the desk of the
 * moderators, and the file that they export. The policy of the pages is switched off, so that only escaping protects.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { open } from '../../../server/test/running/browser.mjs';
import { importFile, moderate, publish } from '../../../server/test/running/client.mjs';
import { administrator } from '../../../server/test/running/service.mjs';
import { joined, STRINGS } from './collections.mjs';
import { watch } from './trap.mjs';

const FORM = '/v1/sites/customs/threads/a/form';

/** Opens a page of a service without its policy, and sets the trap. */
async function openTrapped(test, path, options) {
  const opened = await open(test, path, options);
  await opened.page.setBypassCSP(true);
  const found = await watch(
    opened.page,
    (url) => url.startsWith(opened.url) || url.startsWith('data:'),
  );
  await opened.page.goto(opened.url + path);
  return { ...opened, found };
}

/** A comment with a string in each text, as an export has it. Imports are not cleaned as comments are. */
function lineOf(text, index) {
  const at = Date.UTC(2026, 0, 1) + index * 60_000;
  const words = text.replaceAll('\0', '');
  const status = ['pending', 'published', 'rejected'][index % 3];
  return {
    type: 'comment',
    thread: words.slice(0, 100),
    id: randomUUID(),
    parent_id: '',
    kind: 'comment',
    status,
    body: words,
    lang: words,
    author_name: words,
    contact: words,
    identity: words,
    created_at: at,
    published_at: status === 'published' ? at : null,
    updated_at: at,
    position: 1,
    report_count: 0,
    version: 2,
    reason_code: status === 'rejected' ? 'other' : null,
    reason_note: status === 'rejected' ? words : null,
    consent_version: words,
    consent_at: at,
    receipt_hash: null,
    idempotency_hash: randomUUID(),
    request_hash: null,
  };
}

async function importAll(url, rows) {
  const lines = [{ format: 'customs-comments', version: 1, site: 'customs' }, ...rows];
  const content = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  const checksum = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const end = JSON.stringify({ count: rows.length, checksum });
  return (await importFile(url, `${content}${end}\n`)).status;
}

describe('strings that run code, at the service', () => {
  it('are words in the form that gives them back, and on the receipt', async (test) => {
    const { page, found, url } = await openTrapped(test, FORM);
    for (const text of joined(3)) {
      await page.goto(`${url}${FORM}?lang=${encodeURIComponent(text.slice(0, 50))}`);
      await page.evaluate((words) => {
        for (const name of ['body', 'authorName', 'contact', 'idempotencyKey', 'lang']) {
          const most = name === 'body' ? words.length : 200;
          document.querySelector(`[name=${name}]`).value = words.slice(0, most);
        }
      }, text);
      // Without the browser’s own checks, which any other client leaves out.
      const send = () => page.$eval('#form', (form) => form.submit());
      await Promise.all([page.waitForNavigation(), send()]);
      assert.equal(
        await page.$eval('#body', ({ value }) => value.length > 1000),
        true,
        'given back',
      );
      assert.deepEqual(
        (await found()).filter((one) => !one.startsWith('<form')),
        [],
      );
      await page.goto(
        `${url}/receipts/${encodeURIComponent(text.slice(0, 100).toWellFormed())}?lang=zh`,
      );
      assert.deepEqual(
        (await found()).filter((one) => !one.startsWith('<form')),
        [],
      );
    }
    const [text] = joined(8);
    const { id, token } = await publish(url, 'a');
    const key = { 'idempotency-key': randomUUID() };
    await moderate(url, 'POST', `/comments/${id}/replies`, { body: text.slice(0, 1500) }, key);
    await page.goto(`${url}/receipts/${token}`);
    assert.ok((await page.content()).includes('&lt;img'), 'the reply is there');
    assert.deepEqual(
      (await found()).filter((one) => !one.startsWith('<form')),
      [],
    );
  });

  it('are words on every list of the desk, and come out of an export as they went in', async (test) => {
    const { page, found, url } = await openTrapped(test, '/moderate');
    const texts = STRINGS.map((text) => text.toWellFormed());
    assert.equal(await importAll(url, texts.map(lineOf)), 200);
    // No list of the desk could show such a reason.
    const [, , rejected] = texts.map(lineOf);
    assert.equal(
      await importAll(url, [{ ...rejected, id: randomUUID(), reason_code: texts[0] }]),
      422,
    );
    await page.waitForSelector('input[name=token]');
    await page.type('input[name=token]', administrator.token);
    await page.click('main form button.primary');
    await page.waitForSelector('nav a[aria-current=page]');
    for (const status of ['pending', 'published', 'rejected']) {
      await page.goto(`${url}/moderate#customs/${status}`);
      await page.waitForSelector('article[data-comment-id]');
      for (let pages = 0; pages < 3; pages += 1) {
        const before = (await page.$$('article[data-comment-id]')).length;
        const more = await page.$('[data-action=more], .more');
        if (!more) break;
        await more.click();
        await page.waitForFunction(
          (count) => document.querySelectorAll('article[data-comment-id]').length > count,
          {},
          before,
        );
      }
      await page.$$eval('[data-action=history], [data-action=reject], [data-action=reply]', (all) =>
        all.slice(0, 9).forEach((one) => one.click()),
      );
      assert.deepEqual(
        (await found('main')).filter((one) => !one.startsWith('<form')),
        [],
      );
      const seen = await page.$eval('main', ({ textContent }) => textContent);
      assert.ok(
        texts.some((text) => /<\w/.test(text) && seen.includes(text)),
        `${status}: shown`,
      );
    }
    const { text: file } = await moderate(url, 'GET', '/sites/customs/export');
    const bodies = file
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ type }) => type === 'comment')
      .map(({ body }) => body);
    assert.deepEqual(bodies.sort(), texts.map((text) => text.replaceAll('\0', '')).sort());
  });
});
