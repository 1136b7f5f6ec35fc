/* Unit tests of our users run in every runner that they may have, without a browser. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../.tools/project.mjs';
import { folder, prepareUnitTests } from './install.mjs';

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json'];
const JEST = ['node_modules/jest/bin/jest.js', '--json', '--runInBand'];

/** Runner → its command. */
const RUNNERS = {
  'Vitest with jsdom': [...VITEST, '--environment=jsdom'],
  'Vitest with happy-dom': [...VITEST, '--environment=happy-dom'],
  'Jest with modules': [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    ...JEST,
    '--config=jest.config.mjs',
  ],
  'Jest with CommonJS': [...JEST, '--config=jest.commonjs.config.mjs'],
};

/** Entries that need a package of a framework. The applications of each test them. */
const OF_FRAMEWORKS = /^\.\/(react|preact|vue|svelte|solid|angular)/;

/** Every entry of the package that is a module. */
function entriesOf({ exports, name }) {
  const entries = Object.keys(exports).filter(
    (entry) => !/\.(json|yaml)$|^\.\/cdn\//.test(entry) && !OF_FRAMEWORKS.test(entry),
  );
  const named = (entry) => (entry.endsWith('.js') ? ['en'] : ELEMENT_NAMES);
  return entries
    .flatMap((entry) => named(entry).map((one) => name + entry.slice(1).replace('*', one)))
    .filter((entry, index, all) => all.indexOf(entry) === index);
}

/** Runs a command in the folder, and returns what it wrote and how it ended. */
const run = (command, entries) =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ENTRIES: JSON.stringify(entries) } };
    execFile(process.execPath, command, options, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }),
    );
  });

describe('Unit tests of the elements', () => {
  let entries;
  before(() => {
    prepareUnitTests();
    const manifest = join(folder, 'node_modules/customs-widgets/package.json');
    entries = entriesOf(JSON.parse(readFileSync(manifest, 'utf8')));
    assert.ok(entries.length > 20);
  });

  for (const [name, command] of Object.entries(RUNNERS)) {
    it(`pass in ${name}`, async () => {
      const { status, stdout, stderr } = await run(command, entries);
      const { numPassedTests, numTotalTests, testResults } = JSON.parse(stdout);
      const failed = testResults
        .flatMap(({ message, assertionResults }) => [
          message,
          ...assertionResults.map(({ failureMessages }) => failureMessages.join('\n')),
        ])
        .join('\n');
      assert.equal(numPassedTests, numTotalTests, failed);
      assert.ok(numTotalTests > entries.length + 5, failed);
      assert.doesNotMatch(stderr, /console\.(error|warn)|Unhandled/);
      assert.equal(status, 0, stderr);
    });
  }
});
