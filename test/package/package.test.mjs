/*
 * The package as npm publishes it: every entry exists, has types, and loads no more than requested.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { ELEMENT_NAMES, ELEMENTS, root } from '../../.tools/project.mjs';
import { bundle, installBeside } from './bundle.mjs';
import { unpack } from './unpack.mjs';

const PROVIDERS = ['captcha', 'http', 'memory', 'static', 'waline'];
const FRAMEWORKS = ['react', 'preact', 'vue', 'svelte', 'solid'];
/** Entries of each element, which a pattern in package.json covers. */
const OF_ELEMENTS = ELEMENT_NAMES.flatMap((name) => [name, `${name}/define`]);

/** The package, and the folder of a user who has installed it. */
let unpacked;
let home;
let manifest;
before(() => {
  unpacked = unpack();
  home = join(unpacked.folder, '..');
  manifest = JSON.parse(readFileSync(join(unpacked.folder, 'package.json'), 'utf8'));
  installBeside(unpacked.folder);
});
after(() => unpacked.remove());

describe('The exports', () => {
  const filesOf = (target) => (typeof target === 'string' ? [target] : Object.values(target));

  it('name files that are there', () => {
    const published = readdirSync(unpacked.folder, { recursive: true }).map((name) =>
      name.replaceAll('\\', '/'),
    );
    for (const [name, target] of Object.entries(manifest.exports)) {
      for (const file of filesOf(target)) {
        // Every asterisk of a pattern stands for the same text.
        const escaped = file.slice('./'.length).replaceAll('.', '\\.');
        const pattern = new RegExp(`^${escaped.replace('*', '(.+)').replaceAll('*', '\\1')}$`);
        assert.ok(
          published.some((entry) => pattern.test(entry)),
          `${name} names ${file}`,
        );
      }
    }
    for (const field of ['customElements', 'web-types']) {
      assert.ok(existsSync(join(unpacked.folder, manifest[field])), field);
    }
  });

  it('have a way to every element, every provider and every framework', () => {
    const names = [...OF_ELEMENTS, ...PROVIDERS.map((name) => `comments/${name}`), ...FRAMEWORKS];
    const resolved = `${JSON.stringify(names)}.map((name) => import.meta.resolve('customs-widgets/' + name))`;
    writeFileSync(join(home, 'page.mjs'), `console.log(JSON.stringify(${resolved}));`);
    const output = execFileSync(process.execPath, ['page.mjs'], { cwd: home, encoding: 'utf8' });
    for (const address of JSON.parse(output)) assert.ok(existsSync(new URL(address)), address);
  });

  it('are free of the faults that publint knows', async () => {
    const { messages } = await publint({ pkgDir: unpacked.folder, strict: true, pack: false });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest, { color: false })),
      [],
    );
  });

  it('have types wherever they are modules', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // Old CommonJS tools cannot load a package of modules. A YAML document is no module.
    const options = ['--profile', 'esm-only', '--exclude-entrypoints', './openapi.yaml'];
    // The tool cannot resolve patterns by itself.
    const elements = ['--include-entrypoints', ...OF_ELEMENTS];
    const format = ['--format', 'ascii', '--no-emoji', '--no-color'];
    const args = [attw, unpacked.file, ...options, ...elements, ...format];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    for (const name of OF_ELEMENTS) {
      assert.match(stdout, new RegExp(`"customs-widgets/${name}"\\s+node16 \\(from ESM\\): OK`));
    }
    assert.equal(status, 0, stdout);
  });
});

describe('Importing', () => {
  const others = (files, room) =>
    files.filter((file) => file.startsWith('elements/') && !file.startsWith(`elements/${room}/`));

  for (const room of ELEMENT_NAMES) {
    it(`${room} brings no other element along, and its definition only what it draws`, async (test) => {
      const page = (way, names) => `export ${names} from 'customs-widgets/${room}${way}';`;
      const { files } = await bundle(unpacked.folder, page('', '*'));
      assert.ok(files.includes(`elements/${room}/${room}.js`));
      assert.deepEqual(others(files, room), []);
      const defined = await bundle(unpacked.folder, `import 'customs-widgets/${room}/define';`);
      const brought = others(defined.files, room).map((file) => file.split('/')[1]);
      assert.deepEqual(new Set(brought), new Set(ELEMENTS[room].draws));
      assert.match(defined.text, /\.define\(\)/);
      const { length } = brotliCompressSync(defined.text);
      test.diagnostic(`${room}/define: ${(length / 1000).toFixed(1)} kB with Lit, brotli`);
    });
  }

  it('one class from the main entry brings no other element along', async () => {
    const { files, text } = await bundle(
      unpacked.folder,
      `export { CustomsLinkList } from 'customs-widgets';`,
    );
    assert.ok(files.includes('elements/link-list/link-list.js'));
    assert.deepEqual(others(files, 'link-list'), []);
    assert.doesNotMatch(text, /\.define\(\)/);
  });

  it('the main entry and using nothing of it leaves nothing', async () => {
    assert.equal((await bundle(unpacked.folder, `import 'customs-widgets';`)).text, '');
  });

  it('the main entry registers nothing; that takes a call, or the entry that is made for it', () => {
    const registered = (code) => {
      const tags = ELEMENT_NAMES.map((room) => `customs-${room}`);
      const found = `${JSON.stringify(tags)}.filter((tag) => customElements.get(tag)).join()`;
      writeFileSync(join(home, 'page.mjs'), `${code}\nprocess.stdout.write(${found});`);
      return execFileSync(process.execPath, ['page.mjs'], { cwd: home, encoding: 'utf8' });
    };
    const all = ELEMENT_NAMES.map((room) => `customs-${room}`).join();
    assert.equal(registered(`import 'customs-widgets';`), '');
    assert.equal(registered(`import { define } from 'customs-widgets';\ndefine();`), all);
    assert.equal(registered(`import 'customs-widgets/define';`), all);
    assert.equal(registered(`import 'customs-widgets/duty-list';`), '');
    assert.equal(registered(`import 'customs-widgets/duty-list/define';`), 'customs-duty-list');
    assert.equal(
      registered(`import 'customs-widgets/agency-page/define';`),
      ELEMENT_NAMES.filter((room) => room !== 'comment-count')
        .map((room) => `customs-${room}`)
        .join(),
    );
  });
});
