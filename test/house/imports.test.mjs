/* Imports follow the rules in .config/dependency-cruiser.mjs, and each rule finds what breaks it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import config from '../../.config/dependency-cruiser.mjs';
import { readImports } from './imports.mjs';
import { ALLOWED, fileOf, FORMS, OFFENCES, writeMadeUpImports } from './made-up-imports.mjs';
import { root } from './sources.mjs';

const FOLDERS = ['src', 'server', 'stories'];

describe('the imports of the project', () => {
  let project;
  before(async () => (project = await readImports(root, FOLDERS)));

  it('follow the rules', () => {
    assert.ok(project.imports.size > 300);
    assert.deepEqual(project.faults, []);
  });

  it('have rules about files that there are', () => {
    const files = [...project.imports.keys()];
    const paths = config.forbidden
      .flatMap(({ from, to }) => [from.path, to.path].flat())
      .filter((path) => /^\^(src|server)\//.test(path));
    assert.ok(paths.length > config.forbidden.length);
    assert.deepEqual(
      paths.filter((path) => !files.some((file) => new RegExp(path).test(file))),
      [],
    );
  });
});

describe('the rules of imports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customs-imports-'));
  let faults;
  before(async () => {
    writeMadeUpImports(folder);
    ({ faults } = await readImports(folder, FOLDERS));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are those that the made-up project breaks', () => {
    const names = config.forbidden.map(({ name }) => name);
    assert.deepEqual(new Set(names), new Set(Object.keys(OFFENCES)));
  });

  for (const { name } of config.forbidden) {
    it(`find what breaks "${name}"`, () => {
      const expected = OFFENCES[name].map(([from, to]) => `${name}: ${from} → ${to}`);
      assert.deepEqual(
        expected.filter((fault) => !faults.includes(fault)),
        [],
      );
    });
  }

  for (const form of Object.keys(FORMS)) {
    it(`find an import ${form}`, () => {
      const fault = `agency-imports-lower-floors: ${fileOf(form)} → src/render/render.ts`;
      assert.ok(faults.includes(fault));
    });
  }

  it('leave other imports alone', () => {
    const isFaulty = ([from, to]) => faults.some((fault) => fault.endsWith(`: ${from} → ${to}`));
    assert.deepEqual(ALLOWED.filter(isFaulty), []);
  });
});
