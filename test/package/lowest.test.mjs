/*
 * The package with the lowest version of each dependency that it accepts. An application may have them already, and
 * should not get a second copy.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { bundle, installBeside } from './bundle.mjs';
import { installLowest, lowest } from './lowest-versions.mjs';
import { unpack } from './unpack.mjs';

const { dependencies: tried } = JSON.parse(readFileSync(join(lowest, 'package.json'), 'utf8'));

const POLICE = {
  lang: 'zh-Hans',
  name: '示例市公安局',
  url: 'https://example.org/',
  summary: '维护秩序。',
  duties: { items: [{ id: 'order', title: '维护秩序。' }] },
};

describe('With the lowest versions that it accepts, the package', () => {
  let unpacked;
  let home;
  before(() => {
    installLowest();
    unpacked = unpack();
    home = join(unpacked.folder, '..');
    installBeside(unpacked.folder, join(lowest, 'node_modules'));
  });
  after(() => unpacked.remove());

  it('names ranges that begin with the versions tried here', () => {
    const { dependencies } = JSON.parse(readFileSync(join(unpacked.folder, 'package.json')));
    for (const [name, range] of Object.entries(dependencies))
      assert.equal(range, `^${tried[name]}`);
  });

  it('renders on a server, hydrates that in a browser, and draws what comes later', async () => {
    writeFileSync(
      join(home, 'server.mjs'),
      `import { render } from 'customs-widgets/render';
      const data = ${JSON.stringify(POLICE)};
      const attributes = { filter: true };
      console.log(render('duty-list', { data, attributes }) + render('profile-card', { data }));`,
    );
    const rendered = execFileSync(process.execPath, ['server.mjs'], {
      cwd: home,
      encoding: 'utf8',
    });
    const { text } = await bundle(unpacked.folder, `import 'customs-widgets/define';`);
    const server = createServer(({ url }, response) => {
      const [type, body] =
        url === '/script.js'
          ? ['text/javascript', text]
          : [
              'text/html',
              `<!doctype html><html lang="zh-Hans"><link rel="icon" href="data:,">${rendered}`,
            ];
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const browser = await puppeteer.launch({
      executablePath: await browserPath(),
      args: BROWSER_FLAGS,
    });
    try {
      const page = await browser.newPage();
      const faults = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const duty = await page.waitForSelector('customs-duty-list >>> [part=duty]');
      await page.addScriptTag({ url: '/script.js', type: 'module' });
      await page.waitForFunction(() =>
        [...document.body.children].every(
          ({ isDrawn, localName }) => isDrawn || localName === 'script',
        ),
      );
      assert.ok(await duty.evaluate(({ isConnected }) => isConnected), faults.join());
      await (await page.$('customs-duty-list >>> input')).type('没有');
      await page.waitForSelector('customs-duty-list >>> [part=empty]');
      const buttons = await page.$$('customs-profile-card >>> button[aria-expanded=false]');
      for (const button of buttons) await button.click();
      await page.waitForSelector('customs-profile-card >>> [part=qr-code] path');
      assert.deepEqual(faults, []);
    } finally {
      await browser.close();
      server.close();
    }
  });

  it('reads the page of an office', () => {
    writeFileSync(join(home, 'office.html'), '<h1>Police</h1><ol><li>Keeps order.</li></ol>');
    const command = join(unpacked.folder, 'dist/render/command.js');
    const read = execFileSync(process.execPath, [command, 'read', 'office.html'], {
      cwd: home,
      encoding: 'utf8',
    });
    assert.match(read, /Keeps order\./);
  });
});
