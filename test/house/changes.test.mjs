/* Change files: what touches the public interface is named in one, and a release makes the changelog of them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { root } from '../../.tools/project.mjs';

const CHANGELOG = '# Changelog\n\nAbout it.\n\n## 1.4.2 (2026-01-01)\n\n- An old one.\n';

let folder;
const read = (name) => readFileSync(join(folder, name), 'utf8');
const write = (name, text) => writeFileSync(join(folder, name), text);
const run = (command) => {
  const { status, stderr } = spawnSync(process.execPath, ['.tools/changes.mjs', command], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
};

/** Writes a change file. */
const change = (name, head, english = 'You can do it.', chinese = '可以这样做。') =>
  write(`.changes/${name}.md`, `---\n${head}\n---\n\n${english}\n\n${chinese}\n`);

/** The interface of what is built, as the copies have it. One small module stands for all. */
const EXPORTS = { './comments/captcha': './dist/comments/captcha/http-captcha.js' };
let built;
before(() => {
  makeCopy();
  const list = `import { publicInterface } from './.tools/public-interface.mjs';
console.log(publicInterface().join('\\n'));`;
  const args = ['--input-type=module', '--eval', list];
  built = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  }).stdout;
  rmSync(folder, { recursive: true });
});

/** A copy of the project as far as change files go. */
function makeCopy() {
  folder = mkdtempSync(join(tmpdir(), 'customs-changes-'));
  cpSync(join(root, '.tools'), join(folder, '.tools'), { recursive: true });
  for (const name of ['node_modules', 'dist', 'src'])
    symlinkSync(join(root, name), join(folder, name), 'junction');
  mkdirSync(join(folder, '.changes'));
  mkdirSync(join(folder, 'server'));
  const common = { version: '1.4.2', license: 'MIT' };
  write(
    'package.json',
    JSON.stringify({ name: 'one', ...common, workspaces: ['server'], exports: EXPORTS }),
  );
  write('server/package.json', JSON.stringify({ name: 'two', ...common }));
  write('CHANGELOG.md', CHANGELOG);
}

beforeEach(() => {
  makeCopy();
  // As if what is built today had been released.
  write('.changes/public-interface.txt', built);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the check of the public interface', () => {
  const ATTRIBUTE = 'customs-duty-list attribute filter';
  const forget = () =>
    write(
      '.changes/public-interface.txt',
      read('.changes/public-interface.txt')
        .split('\n')
        .filter((line) => !line.startsWith(`${ATTRIBUTE}:`))
        .join('\n'),
    );

  it('passes while nothing is another', () =>
    assert.deepEqual(run('check'), { status: 0, stderr: '' }));

  it('fails for what no change file names, and says what to write', () => {
    forget();
    const { status, stderr } = run('check');
    assert.equal(status, 1);
    assert.match(stderr, /interface:\n {2}- 'customs-duty-list attribute filter'\n$/);
  });

  it('fails for what is no longer there, in types and in the contract too', () => {
    const gone = [
      './x Gone: export interface Gone { }',
      'HTTP GET /v1/gone 200: {}',
      'customs-duty-list part gone',
    ];
    write(
      '.changes/public-interface.txt',
      [read('.changes/public-interface.txt'), ...gone].join('\n'),
    );
    assert.match(
      run('check').stderr,
      /'\.\/x Gone'\n.*'HTTP GET \/v1\/gone 200'\n.*'customs-duty-list part gone'/,
    );
  });

  it('passes when a change file names it, also by a pattern', () => {
    forget();
    change('filter', `kind: added\ninterface:\n  - 'customs-*-list attribute filter'`);
    assert.deepEqual(run('check'), { status: 0, stderr: '' });
  });

  it('refuses a change file without a kind, or in one language', () => {
    change('one', 'kind: better');
    assert.match(
      run('check').stderr,
      /one\.md: write kind \(security, removed, changed, added, fixed\)/,
    );
    change('one', 'kind: fixed', 'Only English.', 'Really.');
    assert.notEqual(run('check').status, 0);
  });
});

describe('a release', () => {
  const versions = () =>
    ['package.json', 'server/package.json'].map((name) => JSON.parse(read(name)).version);

  it('takes the change files into the changelog, in both languages, and removes them', () => {
    change('a', 'kind: fixed', 'The list prints.', '列表可以打印了。');
    change('b', 'kind: added', 'You can search\nin it.', '可以搜索。');
    assert.equal(run('release').status, 0);
    const text = read('CHANGELOG.md');
    assert.match(
      text,
      /^# Changelog\n\nAbout it\.\n\n## 1\.5\.0 \(\d{4}-\d\d-\d\d\)\n\n### Added 新增\n\n- You can search\n {2}in it\.\n\n {2}可以搜索。\n\n### Fixed 修复\n\n- The list prints\.\n\n {2}列表可以打印了。\n\n## 1\.4\.2/,
    );
    assert.ok(!existsSync(join(folder, '.changes/a.md')));
    assert.deepEqual(versions(), ['1.5.0', '1.5.0']);
  });

  for (const [version, head] of Object.entries({
    '1.4.3': 'kind: fixed',
    '2.0.0': 'kind: changed\nbreaking: true',
  })) {
    it(`is ${version} after 1.4.2 with "${head.replace('\n', ', ')}"`, () => {
      change('one', head);
      run('release');
      assert.deepEqual(versions(), [version, version]);
    });
  }

  it('takes a text as it is, also where it reads like a pattern', () => {
    change('a', 'kind: fixed', 'Type `$&` or `$1`.', '输入 `$&`。');
    run('release');
    assert.ok(read('CHANGELOG.md').includes('- Type `$&` or `$1`.'));
  });

  it('is refused when nothing changed', () =>
    assert.match(run('release').stderr, /nothing to release/));
});
