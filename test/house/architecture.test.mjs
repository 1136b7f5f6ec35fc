/* The page about the architecture says what the imports say. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { FLOORS } from '../../.config/dependency-cruiser.mjs';
import { readImports } from './imports.mjs';
import { root } from './sources.mjs';

const page = readFileSync(join(root, 'stories/docs/architecture.md'), 'utf8');
/** Life → its files, in order. */
const lives = new Map(
  page
    .split('\n## The life of ')
    .slice(1)
    .map((section) => [
      section.split('\n')[0],
      [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file]) => file),
    ]),
);

describe('the architecture page', () => {
  /** File → the files it imports. */
  let imports;
  before(async () => ({ imports } = await readImports(root, ['src'])));

  it('tells the lives of an agency, a draft, a string, a token and a request', () => {
    const told = ['an agency', 'a draft', 'a string', 'a token', 'a request'];
    assert.deepEqual([...lives.keys()], told);
    assert.ok(lives.get('an agency').length <= 10);
    assert.ok(lives.get('a draft').length <= 14);
  });

  it('names files that there are, each of which knows one before it, or is known by it', () => {
    // What the tools make, and what only the tools read, is tied by them.
    const isTool = (file) => !/^src\/.*\.ts$/.test(file);
    const isImported = (one, other) => imports.get(one).includes(other);
    // An engine is known by the interface that it keeps.
    const isEngineOf = (one, other) =>
      other.startsWith('src/comments/engines/') &&
      [one, other].every((each) => isImported(each, 'src/comments/types.ts'));
    for (const [life, steps] of lives) {
      assert.ok(steps.length > 4, life);
      for (const [index, file] of steps.entries()) {
        assert.ok(existsSync(join(root, file)), `${life}: ${file} is not there`);
        const earlier = steps.slice(0, index).filter((one) => !isTool(one));
        if (isTool(file) || earlier.length === 0) continue;
        const isTied = earlier.some(
          (one) => isImported(one, file) || isImported(file, one) || isEngineOf(one, file),
        );
        assert.ok(isTied, `${life}: ${file} has nothing to do with what stands before it`);
      }
    }
  });

  it('names every folder of src, on its floor', () => {
    for (const [folder, { floor }] of Object.entries(FLOORS)) {
      if (['ground', 'lists', 'top'].includes(folder)) continue;
      assert.match(page, new RegExp(`\\| ${floor} +\\| \`${folder}/\``), folder);
    }
    assert.match(page, /\| top +\| `index\.ts`/);
    assert.match(page, /\| top +\| `frameworks\/`/);
  });
});
