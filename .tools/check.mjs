/* npm run check: everything that can be known without running the code. */
import { spawnSync } from 'node:child_process';
import { installPackages, root } from './project.mjs';

installPackages();
const CHECKS = {
  'prepared sources': ['.tools/prepare.mjs'],
  translations: ['.tools/locales.mjs', 'check'],
  'types of the sources': ['node_modules/typescript/bin/tsc', '--noEmit'],
  'types of the service': ['node_modules/typescript/bin/tsc', '-p', 'server', '--noEmit'],
  'types of the tests': ['node_modules/typescript/bin/tsc', '-p', 'test/tsconfig.json'],
  'types of the stories': ['node_modules/typescript/bin/tsc', '-p', 'stories/tsconfig.json'],
  'design tokens': ['.tools/tokens.mjs', 'check'],
  lint: ['node_modules/eslint/bin/eslint.js', '--config', '.tools/eslint.config.mjs', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  'unused code and packages': [
    'node_modules/knip/bin/knip.js',
    '--config',
    '.tools/knip.json',
    '--no-config-hints',
    // The definitions of an agency are made by the build, and use what else nobody does.
    '--no-gitignore',
  ],
  'manifest and README': ['.tools/manifest.mjs', 'check'],
};

const failed = Object.entries(CHECKS).filter(([name, args]) => {
  console.log(`\n${name}`);
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0;
});
console.log(
  failed.length ? `\nFailed: ${failed.map(([name]) => name).join(', ')}` : '\nAll checks passed.',
);
process.exit(failed.length ? 1 : 0);
