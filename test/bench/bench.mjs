/*
 * npm run bench: when the elements are painted and what they cost, beside static HTML, bare Lit, Shoelace, Web Awesome
 * and Waline in the same run: in a real Chromium, cold, with the processor slowed down. Times of one machine say little;
 * the ratios travel. At the end every target is printed with what was reached.
 *
 *   npm run bench                       everything, 9 rounds; about ten minutes
 *   npm run bench -- --rounds 21        more of them
 *   npm run bench -- paint lighthouse   these parts only
 */
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';
import { cycles, keys, threads } from './behaviour.mjs';
import { judgePages } from './lighthouse.mjs';
import { putAnswers } from './pages.mjs';
import { many, paint, slowNetwork } from './paint.mjs';
import { heading, printTargets } from './report.mjs';
import { putScripts } from './scripts.mjs';
import { Site } from './site.mjs';
import { bytes, nodes, script, shift } from './weight.mjs';

const PARTS = {
  paint,
  many,
  slowNetwork,
  script,
  shift,
  nodes,
  bytes,
  threads,
  keys,
  cycles,
  lighthouse: judgePages,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' } },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length) {
  console.error(
    `There is no part "${unknown.join('", "')}"; use ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(1);
}

const site = new Site();
await putScripts(site);
putAnswers(site);
const url = await site.listen();
const browser = await puppeteer.launch({
  executablePath: await browserPath(),
  args: BROWSER_FLAGS,
  protocolTimeout: 60_000,
  // Who watches the network makes every request of a script read the whole script once more, to say where it came from.
  networkEnabled: false,
});
try {
  const rounds = Number(values.rounds);
  heading(`${await browser.version()}, processor slowed down 4 times, ${rounds} rounds`);
  for (const name of positionals.length ? positionals : Object.keys(PARTS)) {
    await PARTS[name]({ browser, site, url, rounds });
  }
  printTargets();
} finally {
  await browser.close();
  await site.close();
}
