import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, browserPath } from '../../.tools/browser.mjs';
import { putAnswers, putPage } from './pages.mjs';
import { putScripts } from './scripts.mjs';
import { Site } from './site.mjs';
import { watchPaint } from './painted.js';
import { readFileSync } from 'node:fs';
const site = new Site();
await putScripts(site);
putAnswers(site);
const url = await site.listen();
const browser = await puppeteer.launch({
  executablePath: await browserPath(),
  args: BROWSER_FLAGS,
});
const [name, c, runs = 4] = process.argv.slice(2);
const incl = new Map(),
  selfs = new Map();
for (let run = 0; run < runs; run++) {
  const { path, expected } = putPage(site, c, name);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 800 });
  await page.evaluateOnNewDocument(watchPaint, expected, 300);
  const client = await page.createCDPSession();
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: 100 });
  await client.send('Profiler.start');
  await page.goto(url + path, { waitUntil: 'domcontentloaded' });
  await page.evaluate(() => window.painted);
  const { profile } = await client.send('Profiler.stop');
  await context.close();
  const nodes = new Map(profile.nodes.map((n) => [n.id, n]));
  const parent = new Map();
  for (const n of profile.nodes) for (const ch of n.children ?? []) parent.set(ch, n.id);
  profile.samples.forEach((id, i) => {
    const d = (profile.timeDeltas[i] ?? 0) / 1000;
    const seen = new Set();
    for (let at = id, first = true; at; at = parent.get(at), first = false) {
      const f = nodes.get(at).callFrame;
      const k = `${f.functionName || '(anon)'} ${(f.url ?? '').split('/').pop()}:${f.columnNumber}`;
      if (first) selfs.set(k, (selfs.get(k) ?? 0) + d);
      if (seen.has(k)) continue;
      seen.add(k);
      incl.set(k, (incl.get(k) ?? 0) + d);
    }
  });
}
const file = [...incl.keys()].find((k) => /\.js:/.test(k))?.match(/ (\S+\.js):/)?.[1];
const source = file ? readFileSync(`/work/main/dist/cdn/${file}`, 'utf8') : '';
for (const [k, t] of [...incl].sort((a, b) => b[1] - a[1]).slice(0, 42)) {
  const col = Number(k.match(/:(\d+)$/)?.[1] ?? 0);
  console.log(
    (t / runs).toFixed(1).padStart(7),
    ((selfs.get(k) ?? 0) / runs).toFixed(1).padStart(6),
    k.padEnd(44),
    k.includes('.js') ? source.slice(col, col + 70).replace(/\n/g, ' ') : '',
  );
}
await browser.close();
await site.close();
