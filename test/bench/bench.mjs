/*
 * npm run bench: measures when the elements are painted and what they cost. Static HTML, bare Lit,
 * Shoelace, Web Awesome and Waline are measured in the same run: in a real Chromium, cold, with a
 * slowed processor. Times of one machine say little, but ratios hold on others. At the end, every
 * target is printed with its result.
 *
 *   npm run bench                       everything, 9 rounds; about ten minutes
 *   npm run bench -- --rounds 21        more rounds
 *   npm run bench -- paint lighthouse   only these parts
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
  // If the network is watched, each request of a script reads the whole script again, to report its
  // origin.
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
