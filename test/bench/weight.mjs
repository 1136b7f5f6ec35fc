/* Measures bytes until the first paint, nodes, script before the paint, and shifts. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { CASES, putPage } from './pages.mjs';
import { heading, row, target } from './report.mjs';
import { inRounds, median } from './rounds.mjs';
import { visit } from './visit.mjs';

/** Limits in kB of brotli until the first paint. */
const BYTES = {
  'customs-widgets': 30,
  agency: 20,
  'profile-card': 13,
  'duty-list': 13,
  'rank-ladder': 13,
  'link-list': 13,
  'comment-box': 20,
  'comment-count': 5,
};

export function bytes() {
  for (const [name, limit] of Object.entries(BYTES)) {
    const file = readFileSync(new URL(`../../dist/cdn/${name}.js`, import.meta.url));
    target(`${name}.js, kB of brotli`, brotliCompressSync(file).length / 1000, limit);
  }
  const strings = readFileSync(new URL('../../dist/cdn/strings/en.json', import.meta.url));
  target('a language, kB of brotli', brotliCompressSync(strings).length / 1000, 2.3);
}

/** Counts the rendered nodes, shadow roots included. */
export async function nodes({ browser, site, url }) {
  heading('Nodes');
  row('', 'elements', 'texts', 'blanks', 'comments', 'all ÷ shown');
  for (const name of ['card', 'duties', 'ranks', 'comments']) {
    for (const contender of CASES[name]) {
      const { path, expected } = putPage(site, contender, name);
      const after = (page) => page.evaluate(() => window.countNodes());
      const { answer } = await visit(browser, { url: url + path, expected }, { after });
      const { elements, words, blanks, comments } = answer;
      const ratio = (elements + words + blanks + comments) / (elements + words);
      row(`${name}, ${contender}`, elements, words, blanks, comments, ratio.toFixed(2));
      if (contender === 'fetched') target(`${name}, all nodes ÷ (elements + texts)`, ratio, 2);
    }
  }
}

/** Milliseconds of script until the paint, from a trace that was started before. */
async function scriptUntilPaint(page) {
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const end = traceEvents.find((event) => event.name === 'painted').ts;
  // The trace names no file for modules. The page has only our modules.
  const own = traceEvents.filter(
    ({ name, args, ts }) =>
      ts < end &&
      (name === 'v8.evaluateModule' ||
        (/^(v8\.compileModule|FunctionCall)$/.test(name) &&
          /\/cdn\//.test(`${args?.data?.url ?? args?.fileName ?? ''}`))),
  );
  return own.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
}

/** Measures the script that runs before the paint of a server-rendered page. */
export async function script({ browser, site, url, rounds }) {
  const categories = ['devtools.timeline', 'v8', 'blink.user_timing'];
  const before = (page) => page.tracing.start({ categories });
  const values = await inRounds(['card', 'duties', 'ranks'], rounds, async (name) => {
    const { path, expected } = putPage(site, 'rendered', name);
    const options = { before, after: scriptUntilPaint };
    return (await visit(browser, { url: url + path, expected }, options)).answer;
  });
  for (const [name, spent] of values) {
    const title = `${name}, rendered: ms of script before the paint`;
    target(title, median(spent), 5, { digits: 1 });
  }
}

/** Pages to check for shifts: rendered by script with every kind of fallback, and by a server. */
function* placements() {
  for (const name of ['card', 'duties', 'ranks', 'comments', 'seed']) {
    for (const fallback of name === 'comments' ? ['none'] : ['none', 'line', 'full']) {
      yield [name, 'fetched', { space: true, fallback }];
    }
    if (name === 'comments') continue;
    yield [name, 'inside', { space: true }];
    yield [name, 'rendered', {}];
  }
  yield ['card', 'fetched', { space: true, count: 10 }];
}

/**
 * Measures the shifts of a page whose style sheet reserves the space, on a phone and on a desktop.
 */
export async function shift({ browser, site, url }) {
  heading('Layout shift');
  row('', 'fallback', '360 px', '1280 px');
  for (const [name, contender, options] of placements()) {
    const moved = [];
    for (const viewport of [
      { width: 360, height: 800 },
      { width: 1280, height: 900 },
    ]) {
      const { path, expected } = putPage(site, contender, name, options);
      const after = (page) => page.evaluate(() => window.settledShift());
      const { answer } = await visit(browser, { url: url + path, expected }, { viewport, after });
      moved.push(answer);
    }
    const { count = 1, fallback = '' } = options;
    row(`${count} ${name}, ${contender}`, fallback, ...moved.map((value) => value.toFixed(3)));
    const title = `${count} ${name}, ${contender} ${fallback}: layout shift`;
    target(title, Math.max(...moved), 0, { digits: 3 });
  }
}
