/* Pictures in README.md and README.zh-CN.md: each is used, described and small. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { root } from '../../.tools/project.mjs';
import { readmeFolder } from './readme-pictures.mjs';

/** Lists the pictures of a file, with their descriptions. */
const picturesIn = (file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(
    ([, description, path]) => ({ file, description, path }),
  );

const english = picturesIn('README.md');
const chinese = picturesIn('README.zh-CN.md');
const shown = [...english, ...chinese];

describe('The pictures in README.md and README.zh-CN.md', () => {
  it('are those of the folder: each stands in one of them, and in none twice', () => {
    const paths = readdirSync(readmeFolder).map((name) => `.github/pictures/${name}`);
    assert.deepEqual([...new Set(shown.map(({ path }) => path))].sort(), paths.sort());
    for (const pictures of [english, chinese]) {
      assert.ok(pictures.length > 0);
      assert.equal(new Set(pictures.map(({ path }) => path)).size, pictures.length);
    }
  });

  it('are described to readers who do not see them, in the language of the file', () => {
    for (const { description, path } of shown) assert.ok(description.length > 20, path);
    for (const { description, path } of english)
      assert.doesNotMatch(description, /\p{Script=Han}/u, path);
    for (const { description, path } of chinese) assert.match(description, /\p{Script=Han}/u, path);
  });

  it('are small', async () => {
    for (const { path } of shown) {
      assert.ok(statSync(join(root, path)).size < 80_000, path);
      assert.ok((await sharp(join(root, path)).metadata()).width <= 1200, path);
    }
  });
});
