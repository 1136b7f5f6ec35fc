/* Whether everything is documented that pages can use of the elements. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root, widgets } from './sources.mjs';

const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

/** Parts whose names are computed in a template. */
const COMPUTED_PARTS = {
  'src/base/templates/heading.ts': ['heading', 'subheading'],
  'src/elements/comment-box/comment-view.ts': ['comment', 'official'],
  'src/elements/rank-ladder/table-view.ts': ['table'],
};

const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
const classes = modules.flatMap(({ path, declarations }) =>
  declarations.map((declaration) => ({
    file: path.replace('dist/', 'src/').replace(/js$/, 'ts'),
    ...declaration,
  })),
);

/** `src/base`, or the room of an element. */
const folderOf = (file) => /^src\/(base|elements\/[^/]+)/.exec(file)[0];

/** The parts that a source names in its templates. */
function partsIn(file, text) {
  const code = text.replace(/\/\*[^]*?\*\//g, '');
  const written = [...code.matchAll(/(?<![\w-])part=(?:"([^"]*)"|([\w-]+|\$\{))/g)];
  // An element without Lit writes `setAttribute('part', 'count')`.
  const set = [...code.matchAll(/setAttribute\('part', '([^']*)'\)/g)];
  return [...written, ...set].flatMap(([, quoted, plain]) => {
    const value = quoted ?? plain;
    return value.includes('${') ? (COMPUTED_PARTS[file] ?? ['(computed)']) : value.split(' ');
  });
}

const drawn = [...widgets]
  .filter(([file]) => /^src\/(base|elements)\//.test(file))
  .flatMap(([file, text]) => partsIn(file, text).map((part) => ({ file, part })));

describe('what pages can use of an element', () => {
  it('has a description', () => {
    const missing = classes.flatMap((declaration) =>
      KINDS.flatMap((kind) =>
        (declaration[kind] ?? [])
          .filter(
            ({ description, inheritedFrom, attribute }) =>
              !(description || inheritedFrom || attribute),
          )
          .map(({ name }) => `${declaration.file}: ${kind} ${name}`),
      ),
    );
    assert.ok(classes.length > 7, 'the manifest has the elements and their bases');
    assert.deepEqual(missing, []);
  });

  it('has every part that is drawn', () => {
    const missing = drawn.filter(({ file, part }) => {
      const folder = folderOf(file);
      // What a function of the base draws may be documented by the one element that calls it.
      const owners = classes.filter(
        (one) => folder === 'src/base' || folderOf(one.file) === folder,
      );
      return !owners.some(({ cssParts = [] }) => cssParts.some(({ name }) => name === part));
    });
    assert.ok(drawn.length > 100, `only ${drawn.length} parts were found`);
    assert.deepEqual(missing, []);
  });

  it('has no part that is not drawn', () => {
    const surplus = classes.flatMap((owner) => {
      const folders = ['src/base', owner.tagName ? folderOf(owner.file) : 'src/elements'];
      const parts = drawn
        .filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)))
        .map(({ part }) => part);
      return (owner.cssParts ?? [])
        .filter(({ name, inheritedFrom }) => !inheritedFrom && !parts.includes(name))
        .map(({ name }) => `${owner.file}: ${name}`);
    });
    assert.deepEqual(surplus, []);
  });
});
