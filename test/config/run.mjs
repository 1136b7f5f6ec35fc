/*
 * npm test: installs missing packages, builds, runs the browser tests on src and the Node tests on
 * the built files and on the comment service, and prints the number of tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root } from '../../.tools/project.mjs';

installPackages();
const { browserPath } = await import('../fixtures/browser.mjs');
const env = { ...process.env, CHROME_PATH: await browserPath() };
await import('../../.tools/build.mjs');

const results = join(root, 'coverage');
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

/** Runs a test runner. It writes its counts to a file. Without that file, it counts as failed. */
function count(name, args) {
  const file = join(results, `${name}.json`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, TEST_COUNTS: file },
  });
  try {
    return { status, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { status: status || 1, passed: 0, failed: 0 };
  }
}

const browser = count('browser', [
  'node_modules/@web/test-runner/dist/bin.js',
  '--config',
  'test/config/web-test-runner.config.mjs',
  '--coverage',
]);
const node = count('node', [
  '--test',
  '--test-concurrency=1',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./test/config/count-reporter.mjs',
  '--test-reporter-destination=' + join(results, 'node.json'),
  ...globTests(),
]);

function globTests() {
  return ['test', 'server/test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
      .map((name) => join(folder, name))
      .sort(),
  );
}

const passed = browser.passed + node.passed;
const failed = browser.failed + node.failed;
console.log(`\nBrowser: ${browser.passed} passed. Node: ${node.passed} passed.`);
console.log(`${passed} passed, ${failed} failed`);
for (const [name, { status, passed: some }] of Object.entries({ browser, node })) {
  // Coverage below its threshold or a file that failed to load: no test failed, but the run did.
  if (status || !some) console.error(`The ${name} tests failed (exit code ${status}); see above.`);
}
if (browser.status || node.status || failed || !browser.passed || !node.passed) process.exit(1);
