import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../.tools/browser.mjs';
import { putAnswers, putPage } from './pages.mjs';
import { putScripts } from './scripts.mjs';
import { Site } from './site.mjs';
import { watchPaint } from './painted.js';
const site = new Site();
await putScripts(site);
putAnswers(site);
const url = await site.listen();
const browser = await puppeteer.launch({
  executablePath: await browserPath(),
  args: BROWSER_FLAGS,
});
const [name, list, rounds = 7, count = 1] = process.argv.slice(2);
const KINDS = [
  'ParseHTML',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'v8.compileModule',
  'v8.evaluateModule',
  'RunMicrotasks',
  'ParseAuthorStyleSheet',
  'FireAnimationFrame',
  'FunctionCall',
  'EvaluateScript',
  'LocalWindowProxy::Initialize',
];
const med = (v) => [...v].sort((a, b) => a - b)[v.length >> 1];
const all = {};
const extra = globalThis.variants ?? {};
for (let r = 0; r < rounds; r++)
  for (const c of list.split(',')) {
    const { path, expected } = putPage(site, c, name, Number(count));
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 360, height: 800 });
    await page.evaluateOnNewDocument(watchPaint, expected, 300);
    const client = await page.createCDPSession();
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.tracing.start({
      categories: ['devtools.timeline', 'blink.user_timing', 'v8.execute', 'v8'],
    });
    await new Promise((r) => setTimeout(r, 150));
    await page.goto(url + path, { waitUntil: 'domcontentloaded' });
    const painted = await page.evaluate(() => window.painted);
    const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
    await context.close();
    const mark = traceEvents.find((e) => e.name === 'painted');
    const t0 = mark.ts - painted * 1000;
    const sums = { painted };
    for (const k of KINDS)
      sums[k] = traceEvents
        .filter(
          (e) =>
            e.name === k &&
            e.pid === mark.pid &&
            e.tid === mark.tid &&
            e.ph === 'X' &&
            e.ts < mark.ts &&
            e.ts >= t0,
        )
        .reduce((a, e) => a + e.dur / 1000, 0);
    for (const [k, v] of Object.entries(sums)) ((all[c] ??= {})[k] ??= []).push(v);
  }
console.log(name.padEnd(14), ['painted', ...KINDS].map((k) => k.slice(-12).padStart(13)).join(''));
for (const c in all)
  console.log(
    c.padEnd(14),
    ['painted', ...KINDS].map((k) => med(all[c][k]).toFixed(1).padStart(13)).join(''),
  );
await browser.close();
await site.close();
