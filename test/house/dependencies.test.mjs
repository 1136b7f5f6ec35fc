/* The page about dependencies has a row for each package that a package.json names, and no other. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const manifestOf = (file) => JSON.parse(read(file));

/** Section of the page → the package.json, or the pattern of several, and the lists that it explains. */
const SECTIONS = {
  'What pages load': ['package.json', 'dependencies'],
  'What a page may bring itself': ['package.json', 'peerDependencies'],
  'What builds, checks and tests': ['package.json', 'devDependencies'],
  'What the comment service runs on': ['server/package.json', 'dependencies'],
  'What the conformance command runs on': ['server/conformance/package.json', 'dependencies'],
  'What tests the comment service': ['server/package.json', 'devDependencies'],
  'What the example applications run on': [
    'test/applications/package.json',
    'dependencies',
    'devDependencies',
  ],
  'What the test of the lowest versions runs': ['test/package/lowest/package.json', 'dependencies'],
  'What else bundles the package': ['test/bundlers/package.json', 'dependencies'],
  'What runs unit tests of the elements': ['test/unit-runners/package.json', 'dependencies'],
  'What the server-rendered applications run on': [
    'test/applications/server-rendered/*/package.json',
    'dependencies',
    'devDependencies',
  ],
  'What judges the HTML that is rendered': ['test/render/valid-html/package.json', 'dependencies'],
  'What the tests on pages of others load': ['test/hosts/package.json', 'dependencies'],
  'What the benchmark compares with': ['test/bench/contenders/package.json', 'dependencies'],
  'What the tests of Waline run': ['test/engines/waline/package.json', 'dependencies'],
};

/** The files of a pattern that are in the repository. */
const filesOf = (...patterns) =>
  execFileSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');

/** Section → its text, without its heading. */
const sections = new Map(
  read('stories/docs/dependencies.md')
    .split('\n## ')
    .slice(1)
    .map((section) => [section.split('\n')[0], section.slice(section.indexOf('\n'))]),
);

/** Rows of a section: package and reason. */
const rowsOf = (section) =>
  [...sections.get(section).matchAll(/^\| `([^`]+)` +\| (.*) \|$/gm)].map(([, name, reason]) => ({
    name,
    reason: reason.trim(),
  }));

describe('the page about dependencies', () => {
  it('has a section for each list of packages', () => {
    assert.deepEqual([...sections.keys()], Object.keys(SECTIONS));
    for (const file of filesOf('package.json', '*/package.json')) {
      const lists = Object.keys(manifestOf(file)).filter((name) => /dependencies$/i.test(name));
      const explained = Object.values(SECTIONS)
        .filter(([pattern]) => filesOf(pattern).includes(file))
        .flatMap(([, ...some]) => some);
      assert.deepEqual(
        lists.filter((list) => !explained.includes(list)),
        [],
        file,
      );
    }
  });

  for (const [section, [pattern, ...lists]] of Object.entries(SECTIONS)) {
    it(`gives each package of ${pattern} (${lists.join(', ')}) one reason`, () => {
      const manifests = filesOf(pattern).map(manifestOf);
      const named = manifests.flatMap((manifest) =>
        lists.flatMap((list) => Object.keys(manifest[list] ?? {})),
      );
      const packages = [...new Set(named)].sort();
      const rows = rowsOf(section);
      assert.deepEqual(
        rows.map(({ name }) => name),
        packages,
      );
      for (const { name, reason } of rows) assert.ok(reason, name);
    });
  }
});
