/* Rules of the project that no linter knows. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { classNameOf, ELEMENT_NAMES, tagOf } from '../../.tools/elements.mjs';
import { CONTRASTS, contrast } from '../../stories/foundations/contrast.mjs';
import { valueOf } from '../../src/tokens/design-tokens.mjs';
import { themeNames, tokensOf } from '../../.tools/tokens.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const src = join(root, 'src');
const read = (file) => readFileSync(join(src, file), 'utf8');
const codeOf = (file) => read(file).replace(/\/\*[^]*?\*\//g, '');
const files = readdirSync(src, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'))
  .sort();

/** Lists the files of a folder that a file imports, types included. */
const importsOf = (folder, file) =>
  ts
    .preProcessFile(readFileSync(join(folder, file), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => resolve(folder, dirname(file), name.replace(/\.js$/, '.ts')))
    .map((path) => relative(folder, path).replaceAll('\\', '/'));

/** Fails if files import each other in a circle. */
function findCircles(all, targetsOf) {
  const done = new Set();
  const visit = (file, path) => {
    assert.ok(!path.includes(file), `circle: ${[...path, file].join(' → ')}`);
    if (done.has(file)) return;
    for (const target of targetsOf(file)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of all) visit(file, []);
}

/** File → files of src that it imports. */
const imports = new Map(files.map((file) => [file, importsOf(src, file)]));

/** Floors from the bottom. Each file may use its own floor and those below. */
const FLOORS = {
  ground: 0,
  agency: 1,
  comments: 1,
  base: 2,
  elements: 3,
  lists: 4,
  render: 5,
  page: 5,
};
/** Rooms of `base` from the bottom. Each may use those before it. */
const BASE_ROOMS = ['language', 'styles', 'reader', 'templates', 'take-over', 'element'];
/** Files on the ground, which every floor may use. */
const GROUND = [
  'answers.ts',
  'elements.ts',
  'lazy-module.ts',
  'loader.ts',
  'request.ts',
  'version.ts',
  'warnings.ts',
];
const floorOf = (file) => FLOORS[folderOf(file)] ?? -1;
/** Generated lists of what the rooms have. They are above the rooms. */
const LISTS = /^elements\/all[^/]*\.ts$/;
const folderOf = (file) =>
  GROUND.includes(file) ? 'ground' : LISTS.test(file) ? 'lists' : file.split('/')[0];
const roomOf = (file) => file.split('/')[1];

describe('the house', () => {
  it('has its files where a newcomer looks', () => {
    assert.ok(files.length > 30);
    for (const file of files) {
      assert.ok(floorOf(file) >= 0 || ['index.ts', 'define.ts'].includes(file), file);
    }
  });

  it('imports only go down, and no room imports another', () => {
    for (const [file, targets] of imports) {
      for (const target of targets) {
        assert.ok(files.includes(target), `${file} imports ${target}, which is not there`);
        // The script file for everything exports what the package exports.
        if (floorOf(file) < 0 || (folderOf(file) === 'page' && target === 'index.ts')) continue;
        assert.ok(floorOf(target) >= 0, `${file} imports ${target}`);
        assert.ok(floorOf(target) <= floorOf(file), `${file} imports ${target} above it`);
        if (floorOf(target) !== floorOf(file)) continue;
        const neighbour = floorOf(file) === FLOORS.elements ? roomOf : folderOf;
        assert.equal(neighbour(target), neighbour(file), `${file} imports ${target} beside it`);
      }
    }
  });

  it('has rooms under the elements that use each other in one direction', () => {
    const base = files.filter((file) => folderOf(file) === 'base');
    assert.deepEqual(new Set(base.map(roomOf)), new Set(BASE_ROOMS));
    for (const file of base) {
      for (const target of imports.get(file).filter((one) => folderOf(one) === 'base')) {
        const [from, to] = [file, target].map((one) => BASE_ROOMS.indexOf(roomOf(one)));
        assert.ok(to <= from, `${file} imports ${target} above it`);
      }
    }
  });

  it('has a room for each row of the table, with a class under the name of the row, and no other', () => {
    const rooms = files.filter((file) => folderOf(file) === 'elements').map(roomOf);
    assert.deepEqual([...new Set(rooms)].sort(), [...ELEMENT_NAMES].sort());
    for (const name of ELEMENT_NAMES) {
      const text = read(`elements/${name}/${name}.ts`);
      assert.match(text, new RegExp(`export class ${classNameOf(name)} extends `), name);
      assert.ok(text.includes(`readonly tag = '${tagOf(name, 'customs')}'`), name);
      assert.ok(files.includes(`elements/${name}/define.ts`), name);
    }
  });

  it('has plain HTML in the room of each element, which only rendering imports: no page loads it', () => {
    const shows = (name) => /extends AgencyElement\b/.test(read(`elements/${name}/${name}.ts`));
    const rooms = ELEMENT_NAMES.filter(shows).map((name) => `elements/${name}/plain.ts`);
    assert.ok(rooms.length >= 4);
    assert.deepEqual(
      rooms.filter((file) => !files.includes(file)),
      [],
    );
    const list = 'elements/all-plain.ts';
    for (const [file, targets] of imports) {
      if (file.startsWith('render/') || file === list) continue;
      assert.deepEqual(
        targets.filter((target) => target === list || rooms.includes(target)),
        [],
        file,
      );
    }
  });

  it('has no circles', () => {
    findCircles(files, (file) => imports.get(file));
  });

  it('keeps what is shown and who keeps comments free of Lit', () => {
    for (const file of files.filter((name) => floorOf(name) >= 0 && floorOf(name) < FLOORS.base)) {
      assert.doesNotMatch(read(file), /from 'lit/, file);
    }
  });

  it('keeps values free of the page', () => {
    for (const file of files.filter((name) => name.startsWith('agency/'))) {
      if (file === 'agency/read-markup.ts') continue;
      assert.doesNotMatch(codeOf(file), /\b(document\.|window\.|HTMLElement|customElements)/, file);
    }
  });

  it('keeps files short enough to read in one sitting', () => {
    for (const file of files) {
      const lines = read(file).split('\n').length;
      assert.ok(lines <= 221, `${file} has ${lines - 1} lines`);
    }
  });

  it('never turns text into HTML, and writes no style attribute', () => {
    for (const file of files) {
      assert.doesNotMatch(
        read(file),
        /unsafeHTML|unsafeSVG|innerHTML|outerHTML|insertAdjacentHTML|styleMap|style=["$]/,
        file,
      );
    }
  });

  it('builds a style sheet from a string in one place only, from constants', () => {
    const users = files.filter((file) => read(file).includes('unsafeCSS('));
    assert.deepEqual(users, ['base/styles/tokens.ts']);
  });

  it('gives every string an identifier for the translators', () => {
    for (const file of files) {
      for (const call of codeOf(file).matchAll(/\bmsg\((?!`)([^]*?)\)/g)) {
        assert.match(call[0], /\{\s*id:/, `${file}: ${call[0]}`);
      }
    }
  });

  it('uses logical directions, so that right-to-left pages work', () => {
    for (const file of files.filter((name) => name.endsWith('styles.ts'))) {
      assert.doesNotMatch(
        read(file),
        /(margin|padding|border)-(left|right)|\b(left|right):|text-align: (left|right)|float:/,
        file,
      );
    }
  });

  it('is of one version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.ok(read('version.ts').includes(`'${version}'`));
  });
});

describe('the comment service', () => {
  const service = join(root, 'server/src');
  const text = (file) => readFileSync(join(service, file), 'utf8');
  const parts = readdirSync(service, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'));
  const targets = (file) => importsOf(service, file);

  it('and the widgets know nothing of each other', () => {
    assert.ok(parts.length > 40);
    for (const file of parts) {
      for (const target of targets(file)) assert.ok(parts.includes(target), `${file}: ${target}`);
    }
    for (const file of files) assert.doesNotMatch(read(file), /\.\.\/server\//, file);
  });

  it('has no circles', () => {
    findCircles(parts, targets);
  });

  it('has one contract, which knows nobody, and a storage that knows no requests', () => {
    for (const file of parts) {
      const imported = targets(file);
      const of = (folder) => imported.filter((target) => !target.startsWith(`${folder}/`));
      if (file.startsWith('contract/')) assert.deepEqual(of('contract'), [], file);
      if (!/^(storage|captcha|configuration)\//.test(file)) continue;
      assert.doesNotMatch(text(file), /from 'fastify/, file);
      assert.ok(!imported.some((target) => target.startsWith('routes/')), file);
    }
  });

  it('is tested from outside by a suite that knows the contract only', () => {
    for (const file of parts.filter((name) => name.startsWith('conformance/'))) {
      for (const target of targets(file)) assert.match(target, /^(conformance|contract)\//, file);
    }
  });

  it('never changes or removes an entry of the audit', () => {
    for (const file of parts) {
      assert.doesNotMatch(text(file), /(updateTable|deleteFrom)\('audit'/, file);
    }
  });

  it('keeps files short enough to read in one sitting', () => {
    for (const file of parts) {
      const lines = text(file).split('\n').length;
      assert.ok(lines <= 320, `${file} has ${lines} lines`);
    }
  });
});

describe('design tokens', () => {
  const styles = files
    .filter((file) => /(styles|states|tokens|modes|controls)\.ts$/.test(file))
    .map((file) => read(file))
    .join('\n');
  const tokens = tokensOf('default');
  const privateName = (name) => `--_${name.replace('color-', '')}`;
  const namesIn = (pattern) => new Set([...styles.matchAll(pattern)].map(([, name]) => name));

  it('are all defined and all used', () => {
    const used = namesIn(/var\(\s*(--_[a-z-]+)/g);
    const defined = new Set([
      ...tokens.map(({ name }) => privateName(name)),
      ...namesIn(/(--_[a-z-]+):/g),
    ]);
    const missing = (from, other) => [...from].filter((name) => !other.has(name));
    assert.deepEqual(missing(used, defined), [], 'used, not defined');
    assert.deepEqual(missing(defined, used), [], 'defined, not used');
  });

  it('are read by their public names in one place alone', () => {
    assert.deepEqual([...namesIn(/var\(\s*(--customs-[a-z-]+)/g)], []);
  });

  it('have a description each', () => {
    for (const { name, description } of tokens) assert.ok(description, name);
  });

  for (const theme of ['default', ...themeNames()]) {
    describe(theme, () => {
      const own = tokensOf(theme);

      it('has tokens that there are', () => {
        const known = tokens.map(({ name }) => name);
        assert.deepEqual(
          own.map(({ name }) => name).filter((name) => !known.includes(name)),
          [],
        );
      });

      it('keeps the contrast that WCAG 2.2 asks for, light and dark', () => {
        for (const scheme of ['light', 'dark']) {
          const colorOf = (name) => valueOf(own, name, scheme);
          for (const { front, back, least } of CONTRASTS) {
            const ratio = contrast(colorOf(`color-${front}`), colorOf(`color-${back}`));
            const text = `${scheme}: ${front} on ${back}: ${ratio.toFixed(2)} is under ${least}`;
            assert.ok(ratio >= least, text);
          }
        }
      });
    });
  }
});

describe('the architecture page', () => {
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

  it('tells the lives of an agency, a draft, a string, a token and a request', () => {
    const told = ['an agency', 'a draft', 'a string', 'a token', 'a request'];
    assert.deepEqual([...lives.keys()], told);
    assert.ok(lives.get('an agency').length <= 10);
    assert.ok(lives.get('a draft').length <= 14);
  });

  it('names files that there are, each of which knows one before it, or is known by it', () => {
    for (const [life, steps] of lives) {
      assert.ok(steps.length > 4, life);
      for (const [index, file] of steps.entries()) {
        assert.ok(existsSync(join(root, file)), `${life}: ${file} is not there`);
        const own = file.replace(/^src\//, '');
        if (index === 0 || !imports.has(own)) continue;
        const known = steps.slice(0, index).map((one) => one.replace(/^src\//, ''));
        // Files that only the tools write or read are connected by the tools.
        if (!known.some((one) => imports.has(one))) continue;
        // An engine is connected by its interface.
        const isEngine = own.startsWith('comments/engines/');
        const isTied = known.some(
          (one) =>
            imports.get(one)?.includes(own) ||
            imports.get(own).includes(one) ||
            (isEngine &&
              [one, own].every((each) => imports.get(each)?.includes('comments/types.ts'))),
        );
        assert.ok(isTied, `${life}: ${file} has nothing to do with what stands before it`);
      }
    }
  });

  it('names every folder of src, on its floor', () => {
    for (const [folder, floor] of Object.entries(FLOORS)) {
      if (['ground', 'lists'].includes(folder)) continue;
      assert.match(page, new RegExp(`\\| ${floor} +\\| \`${folder}/\``), folder);
    }
  });
});
