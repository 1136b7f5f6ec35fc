/*
 * npm run test:applications: builds the package, then installs, builds and visits each application that a server renders,
 * one after the other. To run some of them, name their tests: npm run test:applications -- next nuxt
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from '../../../.tools/project.mjs';
import { browserPath } from '../../fixtures/browser.mjs';
import { pack } from '../../package/unpack.mjs';

const ENDING = '.test.mjs';
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => basename(file, ENDING));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length) {
  console.error(`There is no test of ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
if (spawnSync('npm', ['run', 'build'], options).status !== 0) process.exit(1);
process.env.CHROME_PATH = await browserPath();
mkdirSync(join(root, 'coverage'), { recursive: true });
pack();
process.env.TEST_PREPARED = 'yes';

const files = (wanted.length ? wanted : names).map((name) =>
  join(import.meta.dirname, name + ENDING),
);
const seconds = {};
let passed = 0;
let failed = 0;
// Compilers and a browser need all cores, so one application has them at a time.
const events = run({ files, concurrency: 1 });
events.on('test:pass', ({ details }) => (passed += details.type === 'suite' ? 0 : 1));
events.on('test:fail', ({ details }) => (failed += details.type === 'suite' ? 0 : 1));
for (const outcome of ['test:pass', 'test:fail']) {
  events.on(outcome, ({ nesting, file, details }) => {
    if (nesting > 0) return;
    const name = basename(file, ENDING);
    seconds[name] = (seconds[name] ?? 0) + details.duration_ms / 1000;
  });
}
for await (const text of events.compose(new spec())) process.stdout.write(text);

console.log();
for (const [name, time] of Object.entries(seconds)) {
  console.log(`${time.toFixed(1).padStart(7)} s  ${name}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
