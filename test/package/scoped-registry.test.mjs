/*
 * The package in registries of custom elements that belong to one shadow root instead of the whole
 * page.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { ELEMENT_NAMES, root } from '../../.tools/project.mjs';
import { serve } from '../../stories/server/serve.mjs';
import { bundle } from './bundle.mjs';
import { unpack } from './unpack.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const agency = JSON.parse(readFileSync(join(root, 'src/agency/gacc/zh-Hans.json'), 'utf8'));

let browser;
let server;
let supported;
before(async () => {
  const { folder, remove } = unpack();
  const { text } = await bundle(folder, `export * from 'customs-widgets';`);
  remove();
  assert.ok(text.includes(`"${version}"`));
  const script = (code) => (_, response) => {
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(code);
  };
  server = await serve(0, {
    '/': (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="zh-Hans"><link rel="icon" href="data:,"><body>');
    },
    '/this-version.js': script(text),
    '/next-version.js': script(text.replaceAll(`"${version}"`, '"99.0.0"')),
  });
  browser = await puppeteer.launch({ executablePath: await browserPath(), args: BROWSER_FLAGS });
  supported = await inPage(() => {
    try {
      const customElementRegistry = new CustomElementRegistry();
      const host = document.createElement('div');
      return host.attachShadow({ mode: 'open', customElementRegistry }) instanceof ShadowRoot;
    } catch {
      return false;
    }
  });
});
after(async () => {
  await browser.close();
  await server.close();
});

/** Runs a function in an empty page. Fails on any console message. */
async function inPage(work, ...values) {
  const page = await browser.newPage();
  const messages = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(server.url);
  await page.evaluate(() => {
    window.load = (name) => import(`/${name}.js`);
    /** Shows an element in a shadow root that uses the registry. */
    window.show = (customElementRegistry, tag, agency) => {
      const host = document.body.appendChild(document.createElement('div'));
      const shadow = host.attachShadow({ mode: 'open', customElementRegistry });
      const element = document.createElement(tag, { customElementRegistry });
      element.data = agency;
      shadow.append(element);
      return element;
    };
  });
  const result = await page.evaluate(work, ...values);
  assert.deepEqual(messages, []);
  await page.close();
  return result;
}

/** Defines a test for browsers with scoped registries. */
const scoped = (name, work) =>
  it(name, (test) =>
    supported ? work() : test.skip('this browser has no scoped registries of custom elements'),
  );

describe('A scoped registry', () => {
  scoped('has an element of its own, and the page stays free of it', async () => {
    const found = await inPage(async (agency) => {
      const { CustomsDutyList } = await window.load('this-version');
      const registry = new CustomElementRegistry();
      CustomsDutyList.define('customs-duty-list', registry);
      const element = window.show(registry, 'customs-duty-list', agency);
      element.filter = true;
      await element.updateComplete;
      const outside = document.body.appendChild(document.createElement('customs-duty-list'));
      return {
        duties: element.shadowRoot.querySelectorAll('[part=duty]').length,
        search: element.shadowRoot.querySelectorAll('input').length,
        global: Boolean(customElements.get('customs-duty-list')),
        outside: outside instanceof CustomsDutyList,
      };
    }, agency);
    assert.deepEqual(found, { duties: 13, search: 1, global: false, outside: false });
  });

  scoped('upgrades what stood in the shadow root before', async () => {
    const duties = await inPage(async (agency) => {
      const { CustomsDutyList } = await window.load('this-version');
      const registry = new CustomElementRegistry();
      const element = window.show(registry, 'customs-duty-list', agency);
      const before = element instanceof CustomsDutyList;
      CustomsDutyList.define(undefined, registry);
      await element.updateComplete;
      return [before, element.shadowRoot.querySelectorAll('[part=duty]').length];
    }, agency);
    assert.deepEqual(duties, [false, 13]);
  });

  scoped('takes all elements, under a prefix too', async () => {
    const tags = await inPage(async (names) => {
      const { define } = await window.load('this-version');
      const registry = new CustomElementRegistry();
      define({ prefix: 'police', registry });
      define({ registry });
      const tags = names.flatMap((name) => [`police-${name}`, `customs-${name}`]);
      const inside = tags.filter((tag) => registry.get(tag));
      return { inside: inside.length, outside: tags.filter((tag) => customElements.get(tag)) };
    }, ELEMENT_NAMES);
    assert.deepEqual(tags, { inside: 2 * ELEMENT_NAMES.length, outside: [] });
  });

  scoped('lets two versions live side by side, and a third on the page', async () => {
    const found = await inPage(async (agency) => {
      const modules = [await window.load('this-version'), await window.load('next-version')];
      const shown = modules.map(({ define }) => {
        const registry = new CustomElementRegistry();
        define({ registry });
        return window.show(registry, 'customs-duty-list', agency);
      });
      modules[1].define();
      const onPage = document.createElement('customs-duty-list');
      onPage.data = agency;
      document.body.append(onPage);
      const elements = [...shown, onPage];
      await Promise.all(elements.map(({ updateComplete }) => updateComplete));
      return elements.map((element) => [
        element.constructor.version,
        element.shadowRoot.querySelectorAll('[part=duty]').length,
      ]);
    }, agency);
    assert.deepEqual(found, [
      [version, 13],
      ['99.0.0', 13],
      ['99.0.0', 13],
    ]);
  });
});
