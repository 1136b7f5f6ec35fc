/* Two builds of one commit give the same files, wherever they are made. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';
import { copyProject } from './copied-project.mjs';

/** What the copy does not build: the documentation, and what comes of the comment service. */
const OTHERS = /^(storybook|openapi\.yaml)/;

/** The files of a dist by their names, each with its hash. */
const hashesOf = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true })
      .filter((name) => !OTHERS.test(name) && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

describe('a second build, in another folder', () => {
  let copy;
  before(() => {
    copy = copyProject();
    copy.build();
  });
  after(() => copy?.remove());

  it('has the same files, byte for byte', () => {
    const first = hashesOf(join(root, 'dist'));
    assert.ok(Object.keys(first).length > 400, 'everything was built');
    assert.deepEqual(hashesOf(join(copy.folder, 'dist')), first);
  });
});
