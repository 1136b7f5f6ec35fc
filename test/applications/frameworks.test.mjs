/*
 * Checks, builds and uses the applications of test/applications, as their authors and readers do.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { root } from '../../.tools/project.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { examples, installExamples } from './install.mjs';
import { publish } from './publish.mjs';

const TSC = [join(root, 'node_modules/typescript/bin/tsc'), '--project', '.'];
const VUE_TSC = [join(examples, 'node_modules/vue-tsc/bin/vue-tsc.js'), '--project', '.'];
const SVELTE_CHECK = [
  join(examples, 'node_modules/svelte-check/bin/svelte-check'),
  ...['--tsconfig', './tsconfig.json', '--output', 'machine'],
];

/** How to check the types of each framework, and the file in which errors must be found. */
const FRAMEWORKS = {
  react: { check: TSC, wrong: 'Wrong.tsx' },
  'react-server': { check: TSC, wrong: 'Wrong.tsx' },
  preact: { check: TSC, wrong: 'Wrong.tsx' },
  'preact-server': { check: TSC, wrong: 'Wrong.tsx' },
  'solid-server': { check: TSC, wrong: 'Wrong.tsx' },
  'vue-server': { check: VUE_TSC, wrong: 'Wrong.vue' },
  vue: { check: VUE_TSC, wrong: 'Wrong.vue' },
  'svelte-server': { check: SVELTE_CHECK, wrong: 'Wrong.svelte' },
  svelte: { check: SVELTE_CHECK, wrong: 'Wrong.svelte' },
};

let browser;
let server;
/** Pages of the server besides the demo. */
const pages = {};
before(async () => {
  installExamples();
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  server = await serve(0, pages);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Checks the types in the folder of an example. */
function checkTypes(folder, command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: join(examples, folder),
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

/**
 * Lists the lines of a file with errors: `Wrong.tsx(3,4): error`, or `ERROR "Wrong.svelte" 3:4`.
 */
const linesIn = (text, file) => [
  ...new Set(
    [...text.matchAll(/^(?:\d+ ERROR )?"?([\w.]+)"?[( ](\d+)[,:]\d+/gm)]
      .filter(([, name]) => name === file)
      .map(([, , line]) => Number(line)),
  ),
];

/** Opens a page, and records everything that should not happen. */
async function open(address) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  await page.goto(server.url + address);
  return { page, faults };
}

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const waitForText = (page, selector, text) =>
  page.waitForFunction(
    (selector, text) => document.querySelector(selector)?.textContent.includes(text),
    {},
    selector,
    text,
  );

for (const [name, { check, wrong }] of Object.entries(FRAMEWORKS)) {
  describe(`An application of ${name}`, () => {
    it('has sound types', () => {
      const { status, text } = checkTypes(name, check);
      assert.equal(status, 0, text);
    });

    it('cannot set what the elements do not accept', () => {
      const { status, text } = checkTypes(`${name}/wrong`, check);
      const lines = readFileSync(join(examples, name, 'wrong', wrong), 'utf8').split('\n');
      const expected = lines.flatMap((line, index) =>
        /(\/\*|<!--|\/\/) wrong/.test(line) ? [index + 1] : [],
      );
      assert.ok(expected.length >= 14);
      assert.deepEqual(linesIn(text, wrong), expected, text);
      assert.notEqual(status, 0);
    });

    // What a server renders has a test of its own.
    if (name.endsWith('-server')) return;

    it('shows the duties and takes comments, under a strict policy with Trusted Types', async () => {
      Object.assign(pages, await publish(name));
      const { page, faults } = await open(`${name}/index.html`);
      await waitForText(page, 'h1', '中华人民共和国海关总署');

      await (
        await page.waitForSelector('customs-duty-list >>> [part=search] input')
      ).type('知识产权');
      await waitForText(page, 'output', '1');
      const duties = await page.$$('customs-duty-list >>> [part=duty]');
      assert.equal(duties.length, 1);

      await page.click('button');
      await waitForText(page, 'h1', 'General Administration of Customs');
      await page.waitForSelector('customs-duty-list >>> [lang=en] [part=empty]');

      await page.click('input[type=checkbox]');
      await page.waitForFunction(
        () => !document.querySelector('customs-duty-list').shadowRoot.querySelector('input'),
      );
      assert.equal((await page.$$('customs-duty-list >>> [part=duty]')).length, 13);

      await (await page.waitForSelector('customs-comment-box >>> textarea')).type('Thank you');
      await (await page.$('customs-comment-box >>> #consent')).click();
      await (await page.$('customs-comment-box >>> [part=submit]')).click();
      const posted = await page.waitForSelector('customs-comment-box >>> [part=posted]');
      assert.match(await posted.evaluate((element) => element.textContent), /Thank you/);
      assert.match(await textOf(page, 'customs-comment-box >>> [part=outcome]'), /DEMO-/);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}
