/* Checks what a program in TypeScript may set and hear, in each way in which TypeScript finds modules. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';
import { examples, installExamples } from './install.mjs';

const folder = join(examples, 'typescript');

/** Checks a program, with more options. */
function check(project, ...options) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', project, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
}

describe('A program in TypeScript', () => {
  before(() => installExamples());

  const lines = readFileSync(join(folder, 'page.ts'), 'utf8').split('\n');
  const wrong = lines.flatMap((line, index) => (line.endsWith('// wrong') ? [index + 1] : []));

  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['node20', 'node16'],
    ['esnext', 'bundler'],
  ]) {
    it(`can set what elements accept, and nothing else, with ${resolution}`, () => {
      const text = check('.', '--module', module, '--moduleResolution', resolution);
      const found = [...text.matchAll(/^page\.ts\((\d+),/gm)].map(([, line]) => Number(line));
      assert.ok(wrong.length > 6);
      assert.deepEqual([...new Set(found)], wrong, text);
      assert.doesNotMatch(text, /^(?!page\.ts|\s|$)/m);
    });
  }

  it('can check every declaration of the package, for skipLibCheck is not its default', () => {
    const text = check('declarations', '--listFiles');
    assert.match(text, /customs-widgets\/dist\/frameworks\/react\.d\.ts$/m);
    assert.doesNotMatch(text, /error TS/);
  });
});
