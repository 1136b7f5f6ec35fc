/*
 * Reads the change files in `.changes`: kind, changed interface, English and Chinese text.
 *
 *   node .tools/changes.mjs check      fails if the public interface changed and no change file names it
 *   node .tools/changes.mjs release    moves them into CHANGELOG.md and sets the next version
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { parse } from 'yaml';
import { root, version as last } from './project.mjs';
import { publicInterface } from './public-interface.mjs';

const folder = join(root, '.changes');
const released = join(folder, 'public-interface.txt');
const changelog = join(root, 'CHANGELOG.md');

/** Kinds of changes in the order of the changelog, with their headings. */
const KINDS = {
  security: 'Security 安全',
  removed: 'Removed 移除',
  changed: 'Changed 变更',
  added: 'Added 新增',
  fixed: 'Fixed 修复',
};

/** Reads the change files. In a name under `interface`, `*` stands for any text. */
function readChanges() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
      const { kind, breaking = false, interface: touched = [] } = parse(head ?? '') ?? {};
      const texts = (body ?? '').trim().split(/\n{2,}/);
      const isChinese = /[\u4e00-\u9fff]/.test(texts[1] ?? '');
      if (!Object.hasOwn(KINDS, kind) || texts.length !== 2 || !isChinese) {
        const kinds = Object.keys(KINDS).join(', ');
        throw new Error(`.changes/${name}: write kind (${kinds}), an English and a Chinese text.`);
      }
      return { name, kind, breaking, touched, texts };
    });
}

/** Returns the name in a line, without type and default. */
const subject = (line) => /^.*?(?=: | = |$)/.exec(line)[0];

/** Finds the names whose lines changed since the release. */
function changedSubjects(now) {
  const before = existsSync(released) ? readFileSync(released, 'utf8').split('\n') : [];
  const known = new Set(before);
  const present = new Set(now);
  const lines = [
    ...now.filter((line) => !known.has(line)),
    ...before.filter((line) => line && !present.has(line)),
  ];
  return [...new Set(lines.map(subject))].sort();
}

const quote = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function check() {
  const patterns = readChanges()
    .flatMap(({ touched }) => touched)
    .map((pattern) => new RegExp(`^${pattern.split('*').map(quote).join('.*')}$`));
  const silent = changedSubjects(publicInterface()).filter(
    (name) => !patterns.some((pattern) => pattern.test(name)),
  );
  if (!silent.length) return;
  const list = silent.map((name) => `  - '${name}'`).join('\n');
  console.error(`The public interface changed. If you did not mean to change it, undo the change.
Otherwise, name this in a file of .changes (see .github/CONTRIBUTING.md):
interface:
${list}`);
  process.exitCode = 1;
}

/** Chooses the next version. Before 1.0, a breaking change raises the minor version. */
function nextVersion(version, changes) {
  const [major, minor, patch] = version.split('.').map(Number);
  const isBreaking = changes.some(({ breaking, kind }) => breaking || kind === 'removed');
  if (isBreaking && major) return `${major + 1}.0.0`;
  const isMinor = isBreaking || changes.some(({ kind }) => kind === 'added');
  return isMinor ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

async function release() {
  const changes = readChanges();
  if (!changes.length) throw new Error('There is nothing to release: .changes has no change file.');
  const version = nextVersion(last, changes);
  const sections = Object.entries(KINDS).map(([kind, heading]) => {
    const items = changes.filter((change) => change.kind === kind);
    const list = items.map(({ texts }) => `- ${texts.join('\n\n').replace(/\n(?=.)/g, '\n  ')}`);
    return list.length ? `### ${heading}\n\n${list.join('\n')}\n\n` : '';
  });
  const date = new Date().toISOString().slice(0, 10);
  const entry = `## ${version} (${date})\n\n${sections.join('')}`;
  const text = readFileSync(changelog, 'utf8').replace(/^(?=## )/m, () => entry);
  writeFileSync(changelog, await format(text, { parser: 'markdown', printWidth: 100 }));
  const all = ['--workspaces', '--include-workspace-root', '--no-git-tag-version'];
  execFileSync('npm', ['version', version, ...all], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  writeFileSync(released, `${publicInterface().join('\n')}\n`);
  for (const { name } of changes) rmSync(join(folder, name));
  console.log(`${version} is ready to be tested and committed. See stories/docs/releasing.md.`);
}

if (process.argv[2] === 'release') await release();
else check();
