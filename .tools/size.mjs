/* Prints the size of each file that a page loads. Fails if one is over its budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ELEMENTS, root } from './project.mjs';

const ofElements = Object.entries(ELEMENTS).flatMap(([name, { module, classic }]) => [
  [`${name}.js`, module],
  [`${name}.classic.js`, classic],
]);
const others = JSON.parse(readFileSync(join(root, '.config/budgets.json'), 'utf8'));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
let over = 0;

console.log(`${'file'.padEnd(34)}    raw   gzip  brotli  budget (kB, 1 kB = 1000 bytes)`);
for (const [file, budget] of [...ofElements, ...Object.entries(others)]) {
  const content = readFileSync(join(root, 'dist/cdn', file));
  const brotli = brotliCompressSync(content).length;
  const tooBig = brotli > budget * 1000;
  over += tooBig;
  console.log(
    file.padEnd(32) +
      kilobytes(content.length) +
      kilobytes(gzipSync(content).length) +
      kilobytes(brotli) +
      kilobytes(budget * 1000) +
      (tooBig ? '  OVER BUDGET' : ''),
  );
}
if (over) {
  console.error(`${over} ${over === 1 ? 'file is' : 'files are'} over budget.`);
  process.exit(1);
}
