/*
 * npm run bench:render: measures the cost of rendering the seed page on a server, as a ratio to
 * @lit-labs/ssr with the same templates in the same process. `test/render/judge.test.mjs` compares
 * their output byte by byte.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '@lit-labs/ssr/lib/render.js';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { ELEMENT_NAMES, root } from '../../.tools/project.mjs';
import { median } from './rounds.mjs';

/** Slots ask for their element, but need nothing from it. */
const HOST = { customElementHostStack: [{}] };

const LANGUAGES = ['zh-Hans', 'en'];
const WARM_UP = 300;
const ROUNDS = 41;
const PAGES = 20;

const built = (file) =>
  import(join(root, 'dist', file)).catch(() => {
    console.error('dist/ is missing; run npm run build.');
    process.exit(1);
  });
const { default: classes } = await built('elements/all.js');
const { needsData } = await built('server/render.js');
const { elementFor } = await built('render/shadow.js');
const { renderTemplate } = await built('render/template.js');
const { provideStrings } = await built('base/language/strings.js');
const read = (file) => JSON.parse(readFileSync(join(root, 'dist', file), 'utf8'));
provideStrings('en', read('base/language/strings/en.json'));

const cases = LANGUAGES.flatMap((lang) => {
  const data = Object.freeze(read(`agency/gacc/${lang}.json`));
  return ELEMENT_NAMES.filter(needsData).map((name) => {
    // Lit collects the properties of a class when its attributes are read.
    void classes[name].observedAttributes;
    const view = { element: classes[name], attributes: {}, data, lang, page: '' };
    return {
      name,
      ours: () => renderTemplate(elementFor(view).render()),
      theirs: () => collectResultSync(render(elementFor(view).render(), HOST)),
    };
  });
});

/**
 * Microseconds for one rendering. The bytes are counted as on a server. Otherwise V8 postpones
 * joining strings.
 */
function time(work, times) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < times; index += 1) Buffer.byteLength(work());
  return Number(process.hrtime.bigint() - start) / 1000 / times;
}

const SIDES = ['ours', 'theirs'];
for (const one of cases) for (const side of SIDES) time(one[side], WARM_UP);

const spent = new Map();
for (let round = 0; round < ROUNDS; round += 1) {
  // The second contender finds more garbage in memory, so they take turns.
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
  cells.map((cell, index) => (index ? cell.padStart(16) : cell.padEnd(36))).join('');
console.log(
  `Node ${process.version}, median of ${ROUNDS} rounds, mean of ${LANGUAGES.join(', ')}\n`,
);
console.log(row('', 'ours', '@lit-labs/ssr', 'ratio'));
const print = (name, [ours, theirs]) =>
  console.log(
    row(name, `${ours.toFixed(1)} µs`, `${theirs.toFixed(1)} µs`, (ours / theirs).toFixed(2)),
  );
const sums = [0, 0];
for (const name of new Set(cases.map((one) => one.name))) {
  const medians = SIDES.map((side) => median(spent.get(`${name} ${side}`)));
  medians.forEach((value, index) => (sums[index] += value));
  print(`rendering ${name}`, medians);
}
print('rendering the whole page', sums);
