/* The pages in a real browser: the form without JavaScript, and the moderation page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../test/fixtures/browser.mjs';
import { openCode } from '../dist/captcha/code.js';
import { Keys } from '../dist/keys.js';
import { draft, list, moderate, post, publish, send } from './running/client.mjs';
import { DATABASES } from './running/databases.mjs';
import { administrator, settingsOf, startService } from './running/service.mjs';

const axe = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

let browser;
before(async () => {
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
});
after(() => browser.close());

/** A service and a page on it; whatever the console says is a fault. */
async function open(test, path, { site = {}, overrides = {}, width = 1280, scripts = true } = {}) {
  const settings = settingsOf(DATABASES.SQLite(test), site, overrides);
  const service = await startService(test, settings);
  const context = await browser.createBrowserContext();
  test.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.setJavaScriptEnabled(scripts);
  await page.setExtraHTTPHeaders({ 'accept-language': 'zh-CN' });
  await page.evaluateOnNewDocument(() =>
    Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] }),
  );
  await page.setViewport({ width, height: 900 });
  await page.goto(service.url + path, { waitUntil: 'networkidle0' });
  return { page, faults, service, url: service.url, keys: new Keys(settings.secret) };
}

/** What axe finds; pages without scripts are looked at with scripts switched on for the moment. */
async function violations(page) {
  await page.setBypassCSP(true);
  await page.setJavaScriptEnabled(true);
  const found = await page.evaluate(async (source) => {
    if (!('axe' in window)) new Function(source)();
    const { violations: list } = await window.axe.run(document, {
      resultTypes: ['violations'],
    });
    return list.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, axe);
  return found;
}

const FORM = '/v1/sites/customs/threads/gacc%2F1/form';

const textOf = (page, selector) => page.$eval(selector, ({ textContent }) => textContent.trim());

/** Types the digits of the picture, which only the holder of the secret can know. */
async function solve(page, keys) {
  const id = await page.$eval('[name=challenge]', ({ value }) => value);
  await page.type('#code', openCode(keys, id).digits);
}

const submit = (page, selector) =>
  Promise.all([page.waitForNavigation({ waitUntil: 'networkidle0' }), page.click(selector)]);

describe('the form without JavaScript', () => {
  const site = { captcha: ['pow', 'code'] };

  it('posts, leads to the receipt, and withdraws', async (test) => {
    const { page, keys, url } = await open(test, FORM, { site, scripts: false });
    assert.equal(await textOf(page, 'h1'), '发表评论');
    await page.type('#body', '办事很方便。\n<b>谢谢</b>');
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
      ['办事很方便。\n<b>谢谢</b>', '张三', 'zhang@example.org', 'gacc/1'],
    );
    await submit(page, 'form .quiet');
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

describe('the moderation page', () => {
  /** Signs in as the administrator. */
  async function signIn(page) {
    await page.waitForSelector('input[name=token]');
    await page.type('input[name=token]', administrator.token);
    await page.click('main form button.primary');
    await page.waitForSelector('nav a[aria-current=page]');
  }

  /** Waits until the live region says something. */
  const announced = (page, words) =>
    page.waitForFunction(
      (said) => document.querySelector('#status').textContent.includes(said),
      {},
      words,
    );

  const card = (id) => `article[data-comment-id="${id}"]`;
  const act = (page, id, action) => page.click(`${card(id)} [data-action=${action}]`);

  it('publishes, rejects with a reason, replies, and shows the history', async (test) => {
    const { page, faults, url } = await open(test, '/moderate');
    const { body: good } = await post(url, 'a', draft({ body: '有帮助。', authorName: '甲' }));
    const { body: bad } = await post(url, 'a', draft({ body: '买一送一！', authorName: '乙' }));
    await signIn(page);
    await page.waitForSelector(card(bad.id));
    assert.equal(await textOf(page, `${card(good.id)} .text`), '有帮助。');

    await act(page, good.id, 'publish');
    await page.waitForSelector(`${card(good.id)}.done`);
    assert.equal((await list(url, 'a')).body.items[0].body, '有帮助。');

    await act(page, bad.id, 'reject');
    await page.click(`${card(bad.id)} input[value=advertising]`);
    await page.type(`${card(bad.id)} textarea`, '请勿发布广告。');
    await page.click(`${card(bad.id)} form.panel .primary`);
    await page.waitForSelector(`${card(bad.id)}.done`);
    const { body: status } = await send(url, 'GET', `/v1/receipts/${bad.token}`);
    assert.deepEqual(status.reason, { code: 'advertising', note: '请勿发布广告。' });

    await page.goto(`${url}/moderate#customs/published`);
    await page.waitForSelector(card(good.id));
    await act(page, good.id, 'reply');
    await page.type(`${card(good.id)} textarea`, '谢谢您的意见。');
    await page.click(`${card(good.id)} form.panel .primary`);
    await announced(page, '官方回复已发布');
    const { body: receipt } = await send(url, 'GET', `/v1/receipts/${good.token}`);
    assert.equal(receipt.replies[0].body, '谢谢您的意见。');

    await act(page, good.id, 'history');
    await page.waitForSelector(`${card(good.id)} .audit li`);
    assert.match(await textOf(page, `${card(good.id)} .audit`), /李审核/);
    assert.deepEqual(faults, []);
  });

  it('shows that somebody else was faster', async (test) => {
    const { page, url } = await open(test, '/moderate');
    const { body: receipt } = await post(url, 'a');
    await signIn(page);
    await page.waitForSelector(card(receipt.id));
    await moderate(
      url,
      'PATCH',
      `/comments/${receipt.id}`,
      { status: 'rejected', reasonCode: 'other' },
      {
        'if-match': '"1"',
      },
    );
    await act(page, receipt.id, 'publish');
    await page.waitForSelector(`${card(receipt.id)} .notice`);
    const { body } = await moderate(url, 'GET', `/comments/${receipt.id}`);
    assert.equal(body.status, 'rejected');
  });

  it('keeps a reported comment', async (test) => {
    const { page, faults, url } = await open(test, '/moderate');
    const { id } = await publish(url, 'a');
    await send(url, 'POST', `/v1/comments/${id}/reports`, { reason: 'spam' });
    await signIn(page);
    await page.goto(`${url}/moderate#customs/reported`);
    await page.waitForSelector(`${card(id)} .reports`);
    await act(page, id, 'keep');
    await announced(page, '已保留');
    const { body } = await moderate(url, 'GET', '/comments?site=customs&reported=true');
    assert.deepEqual(body.items, []);
    assert.deepEqual(faults, []);
  });

  it('refuses a wrong token in words', async (test) => {
    const { page } = await open(test, '/moderate');
    await page.waitForSelector('input[name=token]');
    await page.type('input[name=token]', 'wrong');
    await page.click('main form button.primary');
    // The line for it is there from the start, and empty.
    await page.waitForSelector('.field-error:not(:empty)');
    assert.match(await textOf(page, '.field-error'), /令牌/);
    assert.equal(await page.$('nav a'), null);
  });

  it('finds its files with a slash at the end of its address, too', async (test) => {
    const { page, faults } = await open(test, '/moderate/');
    await page.waitForSelector('input[name=token]');
    assert.deepEqual(faults, []);
  });

  for (const width of [320, 1280]) {
    it(`has no accessibility violations at ${width} px`, async (test) => {
      const { page, url } = await open(test, '/moderate', { width });
      await page.waitForSelector('input[name=token]');
      assert.deepEqual(await violations(page), []);
      const { body: receipt } = await post(url, 'a', draft({ authorName: '甲' }));
      await signIn(page);
      await page.waitForSelector(card(receipt.id));
      await act(page, receipt.id, 'reject');
      assert.deepEqual(await violations(page), []);
    });
  }
});
