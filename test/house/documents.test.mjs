/* The documents of the project: their links lead somewhere, and the files that they name are there. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';

const folder = join(root, 'stories/docs');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
/** All that people read outside of Storybook too, by their paths. */
const documents = [
  ...['README.md', 'README.zh-CN.md', 'server/README.md', 'server/README.zh-CN.md'],
  ...['.github/CONTRIBUTING.md', '.github/SECURITY.md'],
  ...pages.map((name) => `stories/docs/${name}`),
];
const read = (file) => readFileSync(file, 'utf8');

/** Files that the recipes add. */
const EXAMPLES = /contact-card|[/.]feed\b|[/.]fr\b/;

/** Anchors of the headings of a document, as GitHub makes them. */
const anchorsOf = (text) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Relative links of a document that lead nowhere. */
function deadLinks(text, file) {
  const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    const [path, anchor] = link.split('#');
    const target = path ? join(dirname(file), path) : file;
    return !existsSync(target) || (anchor && !anchorsOf(read(target)).includes(anchor));
  });
}

/** Paths of the project in a document that are not there. */
function missingFiles(text) {
  const quoted = [...text.matchAll(/`((?:src|test|stories|server|locales|\.\w+)\/[\w./-]+)`/g)];
  const inCommands = [...text.matchAll(/^[^|`\n]* ((?:src|test|stories)\/[\w./-]+\.\w+)/gm)];
  return [...quoted, ...inCommands]
    .map(([, path]) => path)
    .filter((path) => !EXAMPLES.test(path) && !existsSync(join(root, path)));
}

describe('the checks of documents', () => {
  it('find dead links and missing files', () => {
    const text =
      '[a](#speed) [b](#gone) [c](gone.md) [d](speed.md#gone) `src/gone.ts`\nnode --test test/gone.test.mjs';
    const dead = ['#gone', 'gone.md', 'speed.md#gone'];
    assert.deepEqual(deadLinks(text, join(folder, 'speed.md')), dead);
    assert.deepEqual(missingFiles(text), ['src/gone.ts', 'test/gone.test.mjs']);
  });
});

describe('each document', () => {
  it('is there', () => assert.ok(pages.length > 10));

  for (const name of pages) {
    it(`${name}: has a page in Storybook`, () => {
      const page = join(folder, name.replace(/md$/, 'mdx'));
      assert.match(read(page), new RegExp(`from './${name}\\?raw'`));
    });
  }

  for (const name of documents) {
    const file = join(root, name);

    it(`${name}: links to files and headings that are there`, () => {
      assert.deepEqual(deadLinks(read(file), file), []);
    });

    it(`${name}: names files that are there`, () => {
      assert.deepEqual(missingFiles(read(file)), []);
    });
  }
});

describe('the decisions', () => {
  it('say of every program of ours why it is ours', () => {
    const rows = read(join(folder, 'decisions.md')).matchAll(/^\| `([\w-]+\.mjs)` +\|/gm);
    const programs = readdirSync(join(root, '.tools'));
    assert.deepEqual(
      [...rows].map(([, name]) => name),
      programs.sort(),
    );
  });
});
