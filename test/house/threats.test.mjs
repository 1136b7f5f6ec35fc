/* The threat model: each threat has a test that is there, and nothing in it stands without a threat. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';

const page = readFileSync(join(root, 'stories/docs/threat-model.md'), 'utf8');

/** Sections of a document at one depth of headings: heading → text below it. */
function sectionsOf(text, depth) {
  const [, ...sections] = text.split(new RegExp(`^${'#'.repeat(depth)} `, 'm'));
  return new Map(
    sections.map((section) => {
      const [heading] = section.split('\n');
      return [heading, section.slice(heading.length)];
    }),
  );
}

/** Rows of the tables in a text, without their heads. */
const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(
      (_, index, all) => !/^-+$/.test(all[index][0]) && !/^-+$/.test(all[index + 1]?.[0] ?? ''),
    );

/** Code of a file without its comments. Names of tests may be written with an apostrophe. */
const codeOf = (path) =>
  readFileSync(join(root, path), 'utf8').replace(/^ *\/\*[^]*?\*\/|^ *\/\/.*/gm, '');

/** What is wrong with the tests that a cell names. */
function faultsOf(cell) {
  const named = [...cell.matchAll(/`([^`]+)` “([^”]+)”/g)];
  if (!named.length) return [`no test in: ${cell}`];
  return named.flatMap(([, path, title]) => {
    if (!/(^test|\/test|\/conformance)\//.test(path) || !existsSync(join(root, path))) {
      return [`no such test: ${path}`];
    }
    return codeOf(path).includes(title) ? [] : [`${path} has no test “${title}”`];
  });
}

const parts = sectionsOf(page, 2);
const borders = sectionsOf(parts.get('Borders and threats'), 3);
const threats = [...borders].flatMap(([border, text]) =>
  rowsOf(text).map(([threat, actor, asset, defence, test]) => ({
    ...{ border, threat, actor, asset, defence, test },
  })),
);
const namesIn = (part) => rowsOf(parts.get(part)).map(([name]) => name);

describe('the check of threats', () => {
  it('finds tests that are not there', () => {
    assert.deepEqual(faultsOf('by hand'), ['no test in: by hand']);
    assert.deepEqual(faultsOf('`test/gone.test.mjs` “holds”'), [
      'no such test: test/gone.test.mjs',
    ]);
    assert.deepEqual(faultsOf('`src/index.ts` “holds”'), ['no such test: src/index.ts']);
    const file = 'test/house/threats.test.mjs';
    const gone = ['finds', 'nothing'].join(' ');
    assert.deepEqual(faultsOf(`\`${file}\` “${gone}”`), [`${file} has no test “${gone}”`]);
    assert.deepEqual(faultsOf(`\`${file}\` “finds tests that are not there”`), []);
  });
});

describe('the threat model', () => {
  it('has threats at each border', () => {
    assert.ok(borders.size >= 8);
    assert.ok(threats.length > 40, `${threats.length}`);
    for (const border of borders.keys()) {
      assert.ok(threats.filter((one) => one.border === border).length > 2, border);
    }
  });

  it('says for each threat what stands against it, and names tests that are there', () => {
    const faults = threats.flatMap(({ threat, defence, test }) =>
      [...(defence ? [] : ['nothing stands against it']), ...faultsOf(test)].map(
        (fault) => `${threat}: ${fault}`,
      ),
    );
    assert.deepEqual(faults, []);
  });

  for (const [part, member] of [
    ['Actors', 'actor'],
    ['Assets', 'asset'],
  ]) {
    it(`knows every ${member} of a threat, and has a threat for every ${member}`, () => {
      const used = new Set(threats.map((one) => one[member]));
      assert.deepEqual([...used].sort(), namesIn(part).sort());
    });
  }

  it('says why something is out of scope', () => {
    const rows = rowsOf(parts.get('Out of scope'));
    assert.ok(rows.length > 5);
    for (const [what, why] of rows) assert.match(why, /\.$/, what);
  });
});
