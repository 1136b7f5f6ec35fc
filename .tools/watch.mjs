/* npm run test:watch: the browser tests, again on every change. */
import { installPackages, run } from './project.mjs';

installPackages();
const { browserPath } = await import('../test/fixtures/browser.mjs');
run(process.execPath, ['.tools/prepare.mjs']);
run(
  process.execPath,
  [
    'node_modules/@web/test-runner/dist/bin.js',
    '--config',
    'test/config/web-test-runner.config.mjs',
    '--watch',
  ],
  { env: { ...process.env, CHROME_PATH: await browserPath() } },
);
