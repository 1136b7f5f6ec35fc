/* The published JSON Schema and the parser agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from '../../dist/index.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = read('dist/schema/agency.schema.json');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const DATA = [
  'src/agency/gacc/zh-Hans.json',
  'src/agency/gacc/en.json',
  'stories/agencies/police.zh-Hans.json',
  'stories/agencies/fire-rescue.zh-Hans.json',
];

/** Yields every way to spoil one value of a document: leave it out, or replace it. */
function* spoiled(document) {
  const others = [
    null,
    7,
    1.5,
    -1,
    true,
    '',
    ' ',
    'x',
    'Ünï',
    [],
    {},
    ['x'],
    'javascript:alert(1)',
  ];
  function* paths(value, path) {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      yield [...path, key];
      yield* paths(value[key], [...path, key]);
    }
  }
  for (const path of paths(document, [])) {
    const change = (apply) => {
      const copy = structuredClone(document);
      const holder = path.slice(0, -1).reduce((value, key) => value[key], copy);
      apply(holder, path.at(-1));
      return { path: `/${path.join('/')}`, copy };
    };
    yield change((holder, key) =>
      Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key],
    );
    for (const other of others) yield change((holder, key) => (holder[key] = other));
  }
}

describe('the published JSON Schema', () => {
  for (const path of DATA) {
    it(`and the parser accept ${path}`, () => {
      assert.ok(validate(read(path)), JSON.stringify(validate.errors));
      const result = parse(read(path));
      assert.ok(result.ok, JSON.stringify(result.problems));
    });
  }

  it('agrees with the parser on every single slip, except for what JSON Schema cannot say', () => {
    const document = {
      ...read('stories/agencies/fire-rescue.zh-Hans.json'),
      url: 'https://example.org/',
      overview: ['x'],
      translation: { of: 'en', official: false },
      duties: { preamble: ['x'], items: [{ id: 'a', title: 'x', text: 'y' }] },
      links: [{ label: 'x', url: 'https://example.org/', description: 'y' }],
    };
    document.ranks.bands.length = 2;
    document.ranks.promotion = {
      steps: [{ from: 'deputy-director-general', to: 'director-general', years: 1, article: 2 }],
      rules: [{ text: 'x', article: 1 }],
    };
    document.ranks.tracks.length = 1;
    delete document.$schema;
    let slips = 0;
    for (const { path, copy } of spoiled(document)) {
      const result = parse(copy);
      const beyondSchema = !result.ok && result.problems.every(({ code }) => code === 'reference');
      assert.equal(result.ok || beyondSchema, validate(copy), `${path}: ${JSON.stringify(result)}`);
      slips += 1;
    }
    assert.ok(slips > 1000, `${slips} slips`);
  });

  it('describes every member', () => {
    const check = (node, path) => {
      for (const [name, member] of Object.entries(node.properties ?? {})) {
        assert.ok(member.description, `${path}/${name}`);
      }
    };
    check(schema, '');
    for (const [name, definition] of Object.entries(schema.$defs)) {
      assert.ok(definition.description, name);
      check(definition, name);
    }
  });
});
