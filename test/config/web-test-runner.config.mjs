/* Browser tests: every file named *.test.ts in test/ runs on the sources in a real Chromium. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, defaultReporter } from '@web/test-runner';
import {
  a11ySnapshotPlugin,
  emulateMediaPlugin,
  sendKeysPlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { BROWSER_FLAGS, browserPath } from '../fixtures/browser.mjs';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

/** Writes the counts, and the time of each file, for the command that adds up all tests. */
const countReporter = {
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, files: {} };
    for (const { testFile, testResults } of sessions) {
      const file = relative(rootDir, testFile);
      const add = (suite) => {
        for (const { passed, skipped, duration = 0 } of suite?.tests ?? []) {
          if (!skipped) counts[passed ? 'passed' : 'failed'] += 1;
          counts.files[file] = (counts.files[file] ?? 0) + duration;
        }
        suite?.suites?.forEach(add);
      };
      add(testResults);
    }
    if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  },
};

export default {
  rootDir,
  files: ['test/**/*.test.ts', '!test/**/node_modules/**'],
  nodeResolve: true,
  // A page in the background gets no animation frames.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: await browserPath(), args: BROWSER_FLAGS },
    }),
  ],
  middleware: [
    // The folder that setBasePath() names, as dist/cdn has it.
    (context, next) => {
      context.url = context.url
        .replace(/^\/library\/gacc\//, '/src/agency/gacc/')
        .replace(/^\/library\/strings\//, '/src/base/language/strings/');
      return next();
    },
  ],
  // Tests assert the warnings they cause. Other warnings come from Lit's development build, which
  // src uses.
  filterBrowserLogs: ({ type }) => type !== 'warn',
  plugins: [
    esbuildPlugin({ ts: true, json: false, tsconfig: `${rootDir}tsconfig.json` }),
    a11ySnapshotPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    setViewportPlugin(),
  ],
  reporters: [
    // While somebody watches, progress is the only sign that all is well.
    defaultReporter({ reportTestProgress: process.argv.includes('--watch') }),
    countReporter,
  ],
  coverageConfig: {
    include: ['src/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['text-summary', 'lcovonly'],
    threshold: { statements: 95, lines: 95, branches: 90, functions: 95 },
  },
  testFramework: { config: { timeout: 10000 } },
};
