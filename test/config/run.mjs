/*
 * npm test: builds, then runs the browser tests on src and the Node tests on the built files and on the comment service.
 * Prints how many tests ran, and the files that took longest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.tools/project.mjs';
import { installPackage } from '../applications/install.mjs';
import { browserPath } from '../fixtures/browser.mjs';
import { pack } from '../package/unpack.mjs';
import { runNodeTests } from './node-tests.mjs';

const results = join(root, 'coverage');
process.env.CHROME_WHOLE_PATH = await browserPath({ isWhole: true });
process.env.CHROME_PATH = await browserPath();

const isWindows = process.platform === 'win32';
const steps = [
  spawn('npm', ['run', 'storybook:files'], { cwd: root, stdio: 'inherit', shell: isWindows }),
  spawn(process.execPath, ['test/config/install.mjs'], { cwd: root, stdio: 'inherit' }),
];
const codes = await Promise.all(steps.map(async (step) => (await once(step, 'exit'))[0]));
if (codes.some((code) => code !== 0)) process.exit(1);
rmSync(results, { recursive: true, force: true });
mkdirSync(results);
pack();
process.env.TEST_PREPARED = 'yes';
installPackage();

/** Runs the browser tests, and prints what they say when they are done, because the Node tests print meanwhile. */
async function runBrowserTests() {
  const file = join(results, 'browser.json');
  const command = ['node_modules/@web/test-runner/dist/bin.js', '--coverage'];
  const config = ['--config', 'test/config/web-test-runner.config.mjs'];
  const child = spawn(process.execPath, [...command, ...config], {
    cwd: root,
    env: { ...process.env, TEST_COUNTS: file },
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const [status] = await once(child, 'close');
  process.stdout.write(output);
  try {
    return { status, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { status: status || 1, passed: 0, failed: 0, files: {} };
  }
}

const [browser, node] = await Promise.all([runBrowserTests(), runNodeTests()]);
const runs = { browser, node };

console.log('\nThe slowest files:');
Object.values(runs)
  .flatMap(({ files }) => Object.entries(files))
  .sort(([, one], [, other]) => other - one)
  .slice(0, 10)
  .forEach(([file, time]) => console.log(`${(time / 1000).toFixed(1).padStart(7)} s  ${file}`));

console.log(`\nBrowser: ${browser.passed} passed. Node: ${node.passed} passed.`);
console.log(`${browser.passed + node.passed} passed, ${browser.failed + node.failed} failed`);
const hasFailed = ({ status = 0, passed, failed }) => status || failed || !passed;
for (const [name, run] of Object.entries(runs)) {
  // With no failed test: coverage under its threshold, or a file that could not be loaded.
  if (hasFailed(run)) console.error(`The ${name} tests failed; see above.`);
}
// What started PostgreSQL would end the process with 0 by itself.
process.exit(Object.values(runs).some(hasFailed) ? 1 : 0);
