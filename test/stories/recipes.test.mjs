/*
 * The recipes of the documentation do what their pages say: each is opened from the built
 * Storybook, run or compiled.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { demoService } from '../../stories/server/comment-service.mjs';
import { root } from '../../.tools/project.mjs';
import { openStories } from './room/open-stories.mjs';
import { visibleText, waitForText } from './builder/pasting.mjs';

const recipes = join(root, 'stories/recipes');
const documents = join(root, 'stories/docs');
const filesOf = (ending) => readdirSync(recipes).filter((name) => name.endsWith(ending));

/** Text in the elements of each page, sorted by page name. */
const SHOWN = {
  'county.html': {
    'customs-profile-card': '12345',
    'customs-duty-list': '拟订全县教育发展规划。',
    'customs-link-list': '联系我们',
  },
  'dark.html': { 'customs-link-list': 'www.customs.gov.cn' },
  'elder.html': { 'customs-profile-card': '中华人民共和国海关总署' },
  'events.html': { 'customs-duty-list': '共 13 项' },
  'first.html': { 'customs-duty-list': '负责全国海关工作。' },
  'languages.html': { 'customs-link-list': '相关', 'section customs-link-list': 'Related' },
  'misspelt.html': { 'customs-link-list': 'Related' },
  'old-table.html': { 'customs-profile-card': '中华人民共和国海关总署' },
  'own-agency.html': {
    'customs-profile-card': '示例市口岸办公室',
    'customs-duty-list': '推进通关便利化。',
    'customs-link-list': '国际贸易“单一窗口”',
  },
  'own-markup.html': {
    'customs-duty-list': '负责口岸规划。',
    'customs-link-list': 'port.example.org',
  },
  'placeholder.html': { 'div > customs-duty-list': '13.' },
  'right-to-left.html': { 'customs-duty-list': 'تخطيط الموانئ.' },
  'sidebar.html': { 'customs-profile-card': '海关总署', 'customs-link-list': '相关' },
  'static-comments.html': { 'customs-comment-box': '官方回复' },
  'strict.html': { 'customs-profile-card': '中华人民共和国海关总署' },
  'theme-file.html': { 'customs-link-list': 'Related' },
  'tokens.html': { 'customs-duty-list': '负责口岸开放。' },
};

describe('The page', () => {
  let room;
  let window;
  let page;
  before(async () => {
    room = await openStories();
    window = await room.openWindow(360);
    ({ page } = window);
  });
  after(() => room.close());

  const show = (name, arrived) => window.showPage(`/recipes/${name}`, arrived);

  for (const [name, shown] of Object.entries(SHOWN)) {
    it(name, async () => {
      const faults = await show(name, async () => {
        for (const [selector, text] of Object.entries(shown)) {
          await waitForText(page, selector, text);
        }
      });
      assert.deepEqual(faults, []);
    });
  }

  it('before-script.html is first.html without its script', async () => {
    const code = (name) => readFileSync(join(recipes, name), 'utf8');
    const without = code('first.html').replace(/ *<script.*<\/script>\n/, '');
    assert.equal(code('before-script.html'), without);
    assert.deepEqual(await show('before-script.html'), []);
    assert.match(await visibleText(page), /主要职能见海关总署网站/);
  });

  it('frame.html', async () => {
    const faults = await show('frame.html', async () => {
      const frame = await (await page.$('iframe')).contentFrame();
      await waitForText(frame, 'customs-duty-list', '负责全国海关工作。');
    });
    assert.deepEqual(faults, []);
  });

  it('elder.html has a switch', async () => {
    await show('elder.html', () => waitForText(page, 'customs-profile-card', '海关总署'));
    const sizeOf = () =>
      page.$eval('customs-profile-card', ({ shadowRoot }) =>
        parseFloat(getComputedStyle(shadowRoot.querySelector('.frame')).fontSize),
      );
    assert.equal(await sizeOf(), 16);
    await page.click('button');
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('customs-profile-card');
      return shadowRoot.querySelector('.frame').matches('.elder');
    });
    assert.equal(await sizeOf(), 20);
  });

  it('events.html shows the latest event', async () => {
    await show('events.html', () => waitForText(page, 'customs-duty-list', '共 13 项'));
    await page.focus('customs-duty-list >>> input');
    await page.keyboard.sendCharacter('监管');
    await page.waitForFunction(() =>
      /customs-filter \d+$/.test(document.querySelector('output').textContent),
    );
  });

  it('misspelt.html is explained by the page doctor', async () => {
    await page.goto(`${room.origin}/recipes/misspelt.html?customs-debug`);
    await page.waitForFunction(() => window.CustomsWidgets);
    const { findings } = await page.evaluate(async () => {
      const report = await window.CustomsWidgets.diagnose();
      return { findings: report.findings.map(({ code }) => code) };
    });
    assert.deepEqual(findings, ['misspelt', 'value']);
  });

  it('is tested, whichever it is', () => {
    const others = ['before-script.html', 'frame.html', 'service-comments.html'];
    assert.deepEqual(filesOf('.html'), [...Object.keys(SHOWN), ...others].sort());
  });
});

describe('service-comments.html', () => {
  it('shows the form of the service, which answers in a folder of the site', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'customs-recipes-'));
    const { service } = await demoService(folder);
    const files = sirv(join(root, 'stories'), { dev: true });
    const script = sirv(join(root, 'dist'), { dev: true });
    const server = createServer((request, response) => {
      const { url } = request;
      if (url.startsWith('/cdn/')) return script(request, response);
      if (!url.startsWith('/comments/')) return files(request, response);
      request.url = url.slice('/comments'.length);
      return service.app.routing(request, response);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${server.address().port}`;
    const browser = await puppeteer.launch({
      executablePath: await browserPath(),
      args: BROWSER_FLAGS,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${address}/recipes/service-comments.html`);
      await waitForText(page, 'customs-comment-box', '发表评论');
      await waitForText(page, 'customs-comment-count', '0');
      const links = await page.$$eval('customs-comment-box a', (all) => all.map((a) => a.href));
      for (const link of links) assert.equal((await fetch(link)).status, 200, link);
    } finally {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await service.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Code that is no page', () => {
  const run = (args) =>
    spawnSync(process.execPath, args, { cwd: recipes, encoding: 'utf8', maxBuffer: 1e7 });

  it('server.mjs prints a page that is complete without scripts', () => {
    const { stdout, stderr, status } = run(['server.mjs']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /<customs-duty-list[^>]*>\s*<template shadowrootmode="open"/);
    assert.match(stdout, /13/);
  });

  it('for applications is right in its types', () => {
    const options = '--noEmit --strict --skipLibCheck --target es2022 --module esnext';
    const args = [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...`${options} --moduleResolution bundler --resolveJsonModule`.split(' '),
      ...['--lib', 'es2022,dom,dom.iterable', ...filesOf('.ts')],
    ];
    const { status, stdout } = run(args);
    assert.equal(status, 0, stdout);
  });

  it('stands in the pages as commands and settings only; the rest is in files', () => {
    const command = join(root, 'dist/render/command.js');
    const pages = readdirSync(documents).filter((name) => name.endsWith('.mdx'));
    let count = 0;
    for (const name of pages) {
      const text = readFileSync(join(documents, name), 'utf8');
      for (const [, language, code] of text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)) {
        assert.match(language, /^(sh|json)$/, name);
        for (const [, path] of code.matchAll(/node_modules\/customs-widgets\/([^"]+)/g)) {
          assert.ok(existsSync(join(root, path)), path);
        }
        for (const [, words] of code.matchAll(/^npx customs-widgets (.+)$/gm)) {
          const { status, stderr } = run([command, ...words.split(' ')]);
          assert.equal(status, 0, `${words}: ${stderr}`);
          count += 1;
        }
      }
    }
    assert.equal(count, 3);
  });
});
