/* Snippets of the builder in blank pages, shared by the tests of this folder. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../fixtures/browser.mjs';
import { demoService } from '../../../stories/server/comment-service.mjs';
import { root } from '../../../.tools/project.mjs';
import { serve } from '../../../stories/server/serve.mjs';
import { DEFAULTS, readElements, snippet, wholePage } from './sources.mjs';

const { LOCALES, parse } = await import('../../../dist/index.js');
const { builtInAgency, render, stylesheetOf } = await import('../../../dist/server/render.js');

export const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The elements as custom-elements.json declares them. */
export const declared = readJson('dist/custom-elements.json')
  .modules.flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);
export const elements = readElements(declared, LOCALES);
const { version, files } = readJson('dist/cdn/integrity.json');
export { builtInAgency };

/** Facts as on the page of the builder. */
export const facts = (more = {}) => ({ version, files, elements, render, stylesheetOf, ...more });

/** Choices of a fresh page, some of them changed. */
export const choose = ({ attributes = {}, ...rest } = {}) => ({
  ...DEFAULTS,
  json: '',
  ...rest,
  attributes,
});

/** Makes the snippet for some choices. `agency` is what the page would have loaded. */
export function snippetFor(wanted = {}, agency = undefined) {
  const choices = choose(wanted);
  const own = choices.data === 'gacc' ? builtInAgency('gacc', choices.attributes.lang) : undefined;
  return snippet(choices, facts({ agency: agency ?? own }));
}

/** Makes the whole page for some choices. `written` is the agency as its author wrote it. */
export function pageFor(wanted = {}, written = undefined) {
  const choices = choose({ make: 'page', ...wanted });
  const own = choices.data === 'gacc' ? builtInAgency('gacc', choices.attributes.lang) : undefined;
  const read = written && parse(written, { base: 'https://builder.example/' });
  return wholePage(choices, facts({ agency: read?.agency ?? own, written }));
}

/** Joins the HTML parts, without command lines and code of applications. */
export const htmlOf = ({ parts }) =>
  parts
    .filter(({ kind }) => kind === 'html')
    .map(({ code }) => code)
    .join('\n');

/**
 * Starts a browser and a site with the files of the library, a comment service, and blank pages.
 */
export async function openSite() {
  const folder = mkdtempSync(join(tmpdir(), 'customs-builder-'));
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    // Readers of Chinese, for whom the pages are made first.
    args: [...BROWSER_FLAGS, '--accept-lang=zh-CN,zh'],
  });
  const demo = await demoService(folder);
  const pages = {};
  const server = await serve(0, pages, demo.service);
  let count = 0;
  return {
    browser,
    url: server.url,
    /** Puts HTML into a blank page under a policy, and returns its address. */
    publish(body, policy, files = {}) {
      count += 1;
      const path = `/pasted-${count}.html`;
      pages[path] = (_, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', policy);
        response.end(
          `<!doctype html><html><head><title>Blank</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
        );
      };
      for (const [name, code] of Object.entries(files)) {
        pages[`/${name}`] = (_, response) => {
          response.setHeader('content-type', 'text/javascript; charset=utf-8');
          response.end(code);
        };
      }
      return new URL(path, server.url).href;
    },
    /** Puts files into a folder of the site under a policy, and returns its address. */
    publishFolder(files, policy) {
      count += 1;
      const folder = `/published-${count}/`;
      const types = { html: 'text/html', json: 'application/json', css: 'text/css' };
      for (const { name, kind, code } of files) {
        pages[folder + name] = (_, response) => {
          response.setHeader('content-type', `${types[kind]}; charset=utf-8`);
          response.setHeader('content-security-policy', policy);
          response.end(code);
        };
      }
      return new URL(folder, server.url).href;
    },
    async close() {
      await browser.close();
      await server.close();
      await demo.service.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * Records everything that should not happen in a page: violations, refusals, warnings, and requests
 * that fail or leave the site.
 */
export async function watch(page, origin) {
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol !== 'data:' && !request.url().startsWith(origin)) {
      faults.push(`elsewhere: ${request.url()}`);
    }
  });
  await page.exposeFunction('noteViolation', (text) => faults.push(`policy: ${text}`));
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.noteViolation(`${violatedDirective} ${blockedURI}`),
    ),
  );
  return faults;
}

/*
 * Runs in the page: reads the visible text without white space. `only` limits it to the shadow root
 * of an element. With `wanted`, returns true if the text contains it.
 */
function readText(only, wanted) {
  const start = only ? document.querySelector(only) : document.body;
  if (!start || (only && !start.shadowRoot)) return wanted === undefined ? '' : false;
  const childrenOf = (node) => {
    if (node.localName === 'slot') return only ? [] : node.assignedNodes({ flatten: true });
    return [...(node.shadowRoot ?? node).childNodes];
  };
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (getComputedStyle(node).display === 'none') return '';
    return childrenOf(node).map(textOf).join('');
  };
  const text = textOf(start).replace(/\s+/g, '');
  return wanted === undefined ? text : text.includes(wanted);
}

/** Reads the text visible on the page, or in an element, without white space. */
export const visibleText = (page, tag) => page.evaluate(readText, tag);

/** Waits until an element shows a text in its shadow root. */
export async function waitForText(page, tag, text) {
  const wanted = text.replace(/\s+/g, '');
  try {
    await page.waitForFunction(readText, { timeout: 8000, polling: 20 }, tag, wanted);
  } catch {
    const shown = await visibleText(page, tag);
    assert.fail(`<${tag}> shows “${shown.slice(0, 120)}” and not “${text}”`);
  }
}
