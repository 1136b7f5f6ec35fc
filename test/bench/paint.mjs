/*
 * Measures when the last text of a page is painted, as a ratio to static HTML of the same content.
 */
import { CASES, putPage } from './pages.mjs';
import { heading, row, target } from './report.mjs';
import { inRounds, median } from './rounds.mjs';
import { SLOW_4G, visit } from './visit.mjs';

/** Contender → case → maximum ratio to bare static HTML. */
const TO_STATIC = {
  fetched: { card: 1.7, duties: 1.6, ranks: 2, comments: 1.8 },
  inside: { card: 1.5, duties: 1.4, ranks: 1.8 },
  rendered: { card: 1.3, duties: 1.3, ranks: 1.6 },
};
/** Contender → maximum ratio to our own server rendering without any script. */
const TO_FLOOR = { fetched: 1.35, inside: 1.2, rendered: 1.05 };
/** Contender → contenders that have to be slower. */
const FASTER_THAN = { fetched: ['web-awesome', 'waline'], inside: ['shoelace'] };

const rounded = (value) => value.toFixed(0);

async function measure({ browser, site, url }, names, name, count, rounds, network) {
  const pages = new Map(names.map((one) => [one, putPage(site, one, name, { count })]));
  return inRounds(names, rounds, async (contender) => {
    const { path, expected } = pages.get(contender);
    const { painted } = await visit(browser, { url: url + path, expected }, { network });
    return painted;
  });
}

function print(title, values) {
  heading(`${title}: painted, in ms`);
  row('', 'median', 'least', '÷ static', 'least ÷');
  const base = values.get('static');
  for (const [contender, times] of values) {
    const [middle, least] = [median(times), Math.min(...times)];
    row(
      contender,
      rounded(middle),
      rounded(least),
      (middle / median(base)).toFixed(2),
      (least / Math.min(...base)).toFixed(2),
    );
  }
}

function compare(name, values) {
  const times = (contender) => median(values.get(contender));
  for (const [contender, limits] of Object.entries(TO_STATIC)) {
    if (!limits[name]) continue;
    target(`${name}, ${contender} ÷ static`, times(contender) / times('static'), limits[name]);
  }
  for (const [contender, limit] of Object.entries(TO_FLOOR)) {
    if (!values.has('floor') || !values.has(contender)) continue;
    target(`${name}, ${contender} ÷ floor`, times(contender) / times('floor'), limit);
  }
  for (const [contender, others] of Object.entries(FASTER_THAN)) {
    for (const other of others) {
      if (!values.has(other) || !values.has(contender)) continue;
      target(`${name}, ${contender} ÷ ${other}`, times(contender) / times(other), 1);
    }
  }
}

/** One element of each case, without a network limit. */
export async function paint(bench) {
  for (const [name, names] of Object.entries(CASES)) {
    const values = await measure(bench, names, name, 1, bench.rounds);
    print(name, values);
    compare(name, values);
  }
}

/** Many cards on a page. */
export async function many(bench) {
  const names = ['static', 'lit', 'inside', 'rendered', 'floor', 'shoelace'];
  for (const count of [10, 100]) {
    const values = await measure(bench, names, 'card', count, Math.ceil(bench.rounds / 3));
    print(`${count} cards`, values);
    if (count < 100) continue;
    const times = (contender) => median(values.get(contender));
    target('100 cards, inside ÷ static', times('inside') / times('static'), 2);
    target('100 cards, rendered ÷ floor', times('rendered') / times('floor'), 1.2);
  }
}

/** The same on a slow network. */
export async function slowNetwork(bench) {
  const names = ['static', 'fetched', 'inside', 'rendered'];
  for (const name of ['card', 'duties', 'ranks', 'seed']) {
    const rounds = Math.ceil(bench.rounds / 3);
    print(`${name} on slow 4G`, await measure(bench, names, name, 1, rounds, SLOW_4G));
  }
}
