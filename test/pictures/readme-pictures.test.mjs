/* Pictures in the README: they exist, are small and described, and each is used. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { root } from '../../.tools/project.mjs';
import { readmeFolder } from './readme-pictures.mjs';

const text = readFileSync(join(root, 'README.md'), 'utf8');
const shown = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];

describe('The pictures in the README', () => {
  it('are those of the folder, each once', () => {
    const paths = readdirSync(readmeFolder).map((name) => `.github/pictures/${name}`);
    assert.deepEqual(shown.map(([, , path]) => path).sort(), paths.sort());
  });

  it('are described to who does not see them', () => {
    assert.ok(shown.length > 0);
    for (const [, description, path] of shown) assert.ok(description.length > 20, path);
  });

  it('are small', () => {
    for (const [, , path] of shown) {
      assert.ok(statSync(join(root, path)).size < 80_000, path);
      assert.ok(PNG.sync.read(readFileSync(join(root, path))).width <= 1200, path);
    }
  });
});
