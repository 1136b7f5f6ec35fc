/*
 * npm test: builds, then runs the browser tests on src and the Node tests on the built files and on the comment service.
 * Prints how many tests ran, and the files that took longest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.tools/project.mjs';
import { installExamples } from '../applications/install.mjs';
import { browserPath } from '../fixtures/browser.mjs';

const results = join(root, 'coverage');
const env = { ...process.env, CHROME_PATH: await browserPath() };
const options = { cwd: root, stdio: 'inherit', env };

const isWindows = process.platform === 'win32';
const steps = [
  spawn('npm', ['run', 'storybook:files'], { ...options, shell: isWindows }),
  spawn(process.execPath, ['test/config/install.mjs'], options),
];
const codes = await Promise.all(steps.map(async (step) => (await once(step, 'exit'))[0]));
if (codes.some((code) => code !== 0)) process.exit(1);
installExamples();
env.TEST_INSTALLED = 'yes';
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

/**
 * Runs one runner, and prints what it has printed when it is done, if another one prints meanwhile. It leaves its counts
 * in a file; a runner that leaves none has failed.
 */
async function count(name, args, stdio = 'inherit') {
  const file = join(results, `${name}.json`);
  const child = spawn(process.execPath, args, {
    ...options,
    stdio,
    env: { ...env, TEST_COUNTS: file },
  });
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const [status] = await once(child, 'close');
  process.stdout.write(output);
  try {
    return { status, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { status: status || 1, passed: 0, failed: 0, files: {} };
  }
}

const tests = ['test', 'server/test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .sort(),
);

const [browser, node] = await Promise.all([
  count(
    'browser',
    [
      'node_modules/@web/test-runner/dist/bin.js',
      ...['--config', 'test/config/web-test-runner.config.mjs', '--coverage'],
    ],
    'pipe',
  ),
  count('node', [
    // All files of the service share one PostgreSQL.
    ...['server/test/running/with-postgres.mjs', process.execPath],
    '--test',
    // Two files at a time: each waits for browsers and servers of its own.
    '--test-concurrency=2',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/config/count-reporter.mjs',
    `--test-reporter-destination=${join(results, 'node.json')}`,
    ...tests,
  ]),
]);
const runs = { browser, node };

console.log('\nThe slowest files:');
Object.values(runs)
  .flatMap(({ files }) => Object.entries(files))
  .sort(([, one], [, other]) => other - one)
  .slice(0, 10)
  .forEach(([file, time]) => console.log(`${(time / 1000).toFixed(1).padStart(7)} s  ${file}`));

console.log(`\nBrowser: ${browser.passed} passed. Node: ${node.passed} passed.`);
console.log(`${browser.passed + node.passed} passed, ${browser.failed + node.failed} failed`);
for (const [name, { status, passed, failed }] of Object.entries(runs)) {
  if (!status && !failed && passed) continue;
  // With no failed test: coverage under its threshold, or a file that could not be loaded.
  console.error(`The ${name} tests failed (exit code ${status}); see above.`);
  process.exitCode = 1;
}
