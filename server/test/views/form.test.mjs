/* The form and the receipt, in a browser without JavaScript. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openCode } from '../../dist/captcha/code.js';
import { open, submit, textOf, violations } from '../running/browser.mjs';
import { moderate, publish } from '../running/client.mjs';

const FORM = '/v1/sites/customs/threads/gacc%2F1/form';

/** Types the digits of the picture, which only the holder of the secret knows. */
async function solve(page, keys) {
  const id = await page.$eval('[name=challenge]', ({ value }) => value);
  await page.type('#code', openCode(keys, id).digits);
}

describe('the form without JavaScript', () => {
  const site = { captcha: ['pow', 'code'] };

  it('posts, leads to the receipt, and withdraws', async (test) => {
    const { page, keys, url } = await open(test, FORM, { site, scripts: false });
    assert.equal(await textOf(page, 'h1'), '发表评论');
    const words = '办事很方便。\n<b>谢谢</b>';
    await page.type('#body', words);
    await page.type('#authorName', '张三');
    await page.type('#contact', 'zhang@example.org');
    await page.click('#consent');
    await solve(page, keys);
    await submit(page, '.main');
    assert.match(page.url(), /\/receipts\/([0-9A-Z]{4}-){4}[0-9A-Z]{4}\?lang=zh-Hans$/);
    assert.match(await textOf(page, 'dl'), /待审核/);

    const { items } = (await moderate(url, 'GET', '/comments?site=customs')).body;
    assert.deepEqual(
      [items[0].body, items[0].authorName, items[0].contact, items[0].thread],
      [words, '张三', 'zhang@example.org', 'gacc/1'],
    );
    await submit(page, 'form .quiet');
    assert.match(await textOf(page, 'h2'), /确定撤回/);
    await submit(page, 'main a');
    assert.match(await textOf(page, 'dl'), /待审核/, 'nothing is erased yet');
    await submit(page, 'form .quiet');
    assert.equal((await moderate(url, 'GET', '/comments?site=customs')).body.items[0].body, words);
    await submit(page, 'form .main');
    assert.match(await textOf(page, 'dl'), /已撤回/);
    const [erased] = (await moderate(url, 'GET', '/comments?site=customs')).body.items;
    assert.deepEqual([erased.status, erased.body], ['withdrawn', '']);
  });

  it('keeps what was typed when something is wrong, and says what', async (test) => {
    const { page, keys, url } = await open(test, FORM, { site, scripts: false });
    const words = '</textarea><script>alert(1)</script> “引号” & 后记';
    await page.type('#body', words);
    await page.type('#authorName', '管理员');
    await page.click('#consent');
    await page.type('#code', '0');
    await submit(page, '.main');
    assert.equal(await page.$eval('#body', ({ value }) => value), words);
    assert.match(await textOf(page, '[role=alert]'), /保留给网站使用/);
    assert.equal(await page.$eval('#authorName', (field) => field.ariaInvalid), 'true');
    assert.equal(await page.$eval('#consent', ({ checked }) => checked), true);

    await page.$eval('#authorName', (field) => (field.value = '李四'));
    await page.type('#code', '00000');
    await submit(page, '.main');
    assert.match(await textOf(page, '[role=alert]'), /验证码未通过/);
    assert.equal(await page.$eval('#body', ({ value }) => value), words);

    await solve(page, keys);
    await submit(page, '.main');
    assert.match(page.url(), /receipts/);
    const { items } = (await moderate(url, 'GET', '/comments?site=customs')).body;
    assert.equal(items.length, 1);
    assert.equal(items[0].body, words);
  });

  it('gives another picture without sending, and sends with the Enter key', async (test) => {
    const { page, keys } = await open(test, FORM, { site, scripts: false });
    await page.type('#body', '还没有写完');
    const before = await page.$eval('.captcha img', ({ src }) => src);
    await submit(page, '[name=refresh]');
    assert.notEqual(await page.$eval('.captcha img', ({ src }) => src), before);
    assert.equal(await page.$eval('#body', ({ value }) => value), '还没有写完');
    assert.equal(await page.$('[role=alert]'), null);
    await page.click('#consent');
    await solve(page, keys);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(page.url(), /receipts/);
  });

  it('looks receipts up, and shows reasons and official replies', async (test) => {
    const { page, url } = await open(test, '/receipts?lang=en', { scripts: false });
    const look = async (token) => {
      await page.goto(`${url}/receipts?lang=en`);
      await page.type('#token', token);
      await submit(page, '.main');
    };
    await look('0000-0000-0000-0000-0000');
    assert.match(await textOf(page, '[role=alert]'), /no comment with this number/);
    const { id, token } = await publish(url, 'a');
    await moderate(
      url,
      'POST',
      `/comments/${id}/replies`,
      { body: '已转交处理。' },
      {
        'idempotency-key': 'reply-for-the-receipt',
      },
    );
    await look(token.toLowerCase().replaceAll('-', ' '));
    assert.match(await textOf(page, 'main'), /Published[^]*已转交处理。/);
  });

  for (const width of [320, 1280]) {
    it(`has no accessibility violations at ${width} px`, async (test) => {
      const { page, url } = await open(test, FORM, { site, width, scripts: false });
      assert.deepEqual(await violations(page), []);
      await page.goto(`${url}/receipts`);
      assert.deepEqual(await violations(page), []);
      const { token } = await publish(url, 'a');
      await page.goto(`${url}/receipts/${token}/withdrawal`);
      assert.deepEqual(await violations(page), []);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      assert.ok(overflow <= 0, 'nothing sticks out');
    });
  }

  it('works behind a proxy that gives it a path of its own', async (test) => {
    const { page, url } = await open(test, FORM, {
      site,
      overrides: { publicUrl: 'https://www.example.gov.cn/comments' },
    });
    assert.match(
      await page.$eval('form', (form) => form.getAttribute('action')),
      /^\/comments\/v1\//,
    );
    assert.ok((await fetch(`${url}/comments/healthz`)).ok, 'and answers under it');
    const source = await page.$eval('.captcha img', (image) => image.getAttribute('src'));
    assert.match(source, /^\/comments\/v1\/challenges\//);
  });
});
