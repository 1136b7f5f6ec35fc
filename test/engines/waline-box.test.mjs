/* The comment box in a real browser, on the real Waline. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { boxOn } from '../comments/box.mjs';
import { countComments } from './waline/database.mjs';
import { startWaline } from './waline/start.mjs';

const BODY = '办事指南很清楚。<b>谢谢</b>';

describe('a comment box on Waline', () => {
  const pages = {};
  let data;
  let engine;
  let browser;
  let server;
  let token;

  before(
    async () => {
      data = await mkdtemp(join(tmpdir(), 'waline-'));
      engine = await startWaline({ data, audit: true });
      const account = { email: 'admin@example.org', password: 'secret' };
      await ask('POST', '/api/user', { ...account, display_name: '示例机关', url: '' });
      ({ token } = await ask('POST', '/api/token', account));
      browser = await puppeteer.launch({
        executablePath: await browserPath(),
        args: BROWSER_FLAGS,
      });
      server = await serve(0, pages);
    },
    { timeout: 900_000 },
  );
  after(async () => {
    await browser?.close();
    await server?.close();
    await engine?.stop();
    await rm(data, { recursive: true });
  });

  /** Sends a request to Waline, as its administrator once there is one. */
  async function ask(method, path, body) {
    const response = await fetch(engine.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const { errno, errmsg, data } = await response.json();
    assert.equal(errno, 0, errmsg);
    return data;
  }

  /** Opens a page with a box on a thread, under a strict policy that names Waline. */
  async function open(test, thread) {
    pages[thread] = (_, response) => {
      const policy = response.getHeader('content-security-policy');
      response.setHeader(
        'content-security-policy',
        policy.replace("connect-src 'self'", `connect-src 'self' ${engine.url}`),
      );
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // The thread is the path of the page, as in Waline's own client.
      response.end(`<!doctype html><html lang="zh-Hans"><head><title>评论</title><link rel="icon" href="data:,">
        <script type="module" src="/cdn/comment-box.js"></script></head><body>
        <customs-comment-box engine="waline" endpoint="${engine.url}">
          <p slot="notice">本页的告知：评论由示例机关处理。</p>
        </customs-comment-box></body></html>`);
    };
    const page = await browser.newPage();
    test.after(() => page.close());
    const faults = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(server.url.slice(0, -1) + thread);
    const box = boxOn(page);
    await box.ready();
    return { page, box, faults };
  }

  it('posts, and shows what was approved and answered as plain text', async (test) => {
    const { page, box, faults } = await open(test, '/news/1.html');
    await box.post(BODY);
    await box.says('评论已提交，等待审核');
    assert.equal(await box.value('#body'), '');
    assert.equal(await page.$('customs-comment-box >>> [part=receipts]'), null, 'no receipts');
    const [{ objectId }] = (await ask('GET', '/api/comment?type=list&page=1')).data;
    await ask('PUT', `/api/comment/${objectId}`, { status: 'approved' });
    const reply = { url: '/news/1.html', comment: '已转交。', pid: objectId, rid: objectId };
    await ask('POST', '/api/comment', { ...reply, nick: '示例机关', ua: '' });

    const { box: another, faults: others } = await open(test, '/news/1.html');
    await another.find('[part~=official]');
    assert.deepEqual(await another.comments(), [BODY]);
    assert.match(await another.textOf('[part~=official]'), /示例机关官方回复.*已转交。/);
    assert.deepEqual([...faults, ...others], []);
  });

  it('stores a comment once although the answer was lost', async (test) => {
    const { page, box } = await open(test, '/news/2.html');
    let posts = 0;
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (request.method() !== 'POST') return request.continue();
      posts += 1;
      if (posts > 1) return request.continue();
      // Waline receives it, but the page gets no response.
      const body = request.postData();
      await fetch(request.url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return request.abort('connectionreset');
    });
    await box.post(BODY);
    await box.says('尚未确认');
    await box.says('评论已提交，等待审核');
    assert.equal(posts, 2);
    assert.equal(await countComments(data, '/news/2.html'), 1);
    assert.equal(await box.value('#body'), '');
  });

  it('keeps a text in the form that somebody has posted before', async (test) => {
    const { box } = await open(test, '/news/3.html');
    await box.post('赞同。');
    await box.says('评论已提交，等待审核');
    const { box: another } = await open(test, '/news/3.html');
    await another.post('赞同。');
    assert.match(await another.refusal(), /重复的评论/);
    assert.equal(await another.value('#body'), '赞同。');
    assert.equal(await countComments(data, '/news/3.html'), 1);
  });
});
