/*
 * npm run bench: the speed of the built elements in a headless browser, as a ratio to the same work
 * done by plain DOM calls in the same page and run. Times of one machine say little; the ratio travels.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { measureInPage } from './bench-page.mjs';
import { BROWSER_FLAGS, browserPath } from './browser.mjs';
import { root } from './project.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 15;
const LONGEST = 55_000;

if (!existsSync(join(root, 'dist/cdn/customs-widgets.js'))) {
  console.error('dist/ is missing; run npm run build.');
  process.exit(1);
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const executablePath = await browserPath();
const server = await serve();
const watchdog = setTimeout(() => {
  console.error(`The benchmark took longer than ${LONGEST / 1000} seconds.`);
  process.exit(1);
}, LONGEST);
const browser = await puppeteer.launch({ executablePath, args: BROWSER_FLAGS });

try {
  const page = await browser.newPage();
  // Any address of the server gives a page under its policy; this one has nothing of its own in it.
  await page.goto(`${server.url}benchmark`);
  const results = await page.evaluate(measureInPage, server.url, ROUNDS);

  const row = (...cells) =>
    cells.map((cell, index) => (index ? cell.padStart(12) : cell.padEnd(36))).join('');
  const milliseconds = (value) => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
  console.log(`${await browser.version()}, median of ${ROUNDS} rounds\n`);
  console.log(row('', 'library', 'plain', 'ratio'));
  for (const { name, library, plain } of results) {
    const [ours, theirs] = [median(library), median(plain)];
    console.log(row(name, milliseconds(ours), milliseconds(theirs), (ours / theirs).toFixed(2)));
  }
} finally {
  clearTimeout(watchdog);
  await browser.close();
  await server.close();
}
