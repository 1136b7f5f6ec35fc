/*
 * npm run bench: what rendering the seed page on a server costs, as a ratio to plain string building of the same HTML
 * in the same process. Both are checked to say the same to the byte before anything is measured.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './bench-strings-parts.mjs';
import { build } from './bench-strings.mjs';
import { root } from './project.mjs';

const LANGUAGES = ['zh-Hans', 'en'];
const NAMES = ['profile-card', 'duty-list', 'rank-ladder', 'link-list'];
const WARM_UP = 3000;
const ROUNDS = 41;
const PAGES = 100;

const { render } = await import(join(root, 'dist/render/node.js')).catch(() => {
  console.error('dist/ is missing; run npm run build.');
  process.exit(1);
});
const read = (file) => JSON.parse(readFileSync(join(root, 'src', file), 'utf8'));

/** How each element of a language is rendered, and built by hand. */
const cases = LANGUAGES.flatMap((lang) => {
  const agency = read(`agency/gacc/${lang}.json`);
  const page = prepare(agency, lang === 'en' ? read('base/language/strings/en.json') : {});
  return NAMES.map((name) => {
    const rendered = render(name, { styles: 'none', lang });
    // The name of the state is a hash of the data, by which the script tells whether it has the same.
    const key = /<!--(.*?)-->/.exec(rendered)[1];
    const attributes = { agency: 'gacc' };
    return {
      name,
      lang,
      rendered,
      strings: () => build(name, page, key),
      library: () => render(name, { styles: 'none', lang }),
      unfrozen: () => render(name, { styles: 'none', lang, data: agency, attributes }),
    };
  });
});

for (const { name, lang, rendered, strings, unfrozen } of cases) {
  for (const other of [strings(), unfrozen()]) {
    if (other === rendered) continue;
    let at = 0;
    while (other[at] === rendered[at]) at += 1;
    const around = (html) => html.slice(Math.max(0, at - 80), at + 80);
    console.error(
      `${name} in ${lang} differs at ${at}:\n${around(rendered)}\n${around(other)}\nbench-strings*.mjs has to follow the templates.`,
    );
    process.exit(1);
  }
}

function median(values) {
  return [...values].sort((one, other) => one - other)[values.length >> 1];
}

/** Microseconds for one rendering. The bytes are counted, as a server does: without that, V8 puts off joining strings. */
function time(work, times) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < times; index += 1) Buffer.byteLength(work());
  return Number(process.hrtime.bigint() - start) / 1000 / times;
}

const SIDES = ['library', 'strings', 'unfrozen'];
for (const one of cases) for (const side of SIDES) time(one[side], WARM_UP);

const spent = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  // Whoever comes second finds more garbage, so they take turns.
  const turns = round % 2 ? [...SIDES].reverse() : SIDES;
  for (const one of cases) {
    for (const side of turns) {
      const key = `${one.name} ${side}`;
      const total = spent.get(key) ?? [];
      spent.set(key, total);
      total[round] = (total[round] ?? 0) + time(one[side], PAGES) / LANGUAGES.length;
    }
  }
}

const row = (...cells) =>
  cells.map((cell, index) => (index ? cell.padStart(12) : cell.padEnd(36))).join('');
const microseconds = (value) => `${value.toFixed(1)} µs`;
console.log(
  `Node ${process.version}, median of ${ROUNDS} rounds, mean of ${LANGUAGES.join(', ')}\n`,
);
console.log(row('', 'library', 'strings', 'ratio', 'unfrozen', 'ratio'));
const sums = SIDES.map(() => 0);
const print = (name, [library, strings, unfrozen]) =>
  console.log(
    row(
      name,
      microseconds(library),
      microseconds(strings),
      (library / strings).toFixed(2),
      microseconds(unfrozen),
      (unfrozen / strings).toFixed(2),
    ),
  );
for (const name of NAMES) {
  const medians = SIDES.map((side) => median(spent.get(`${name} ${side}`)));
  medians.forEach((value, index) => (sums[index] += value));
  print(`rendering ${name}`, medians);
}
print('rendering the whole page', sums);
