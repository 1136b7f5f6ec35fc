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
    const change = (apply, other) => {
      const copy = structuredClone(document);
      const holder = path.slice(0, -1).reduce((value, key) => value[key], copy);
      const isOptional = !Array.isArray(holder);
      apply(holder, path.at(-1));
      return { path: `/${path.join('/')}`, copy, isOptional, other };
    };
    yield change((holder, key) =>
      Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key],
    );
    for (const other of others) yield change((holder, key) => (holder[key] = other), other);
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

  /** Compares schema and parser on every way to spoil a document. */
  function compare(document) {
    let slips = 0;
    for (const { path, copy, isOptional, other } of spoiled(document)) {
      // Editors mark an empty field, but it stops nothing.
      if (isOptional && (other === null || (typeof other === 'string' && !other.trim()))) continue;
      const result = parse(copy, { base: 'https://county.example/' });
      // A wrong link is a problem, although the rest shows.
      const problems = result.problems.filter(({ code }) => code !== 'unknown');
      const beyond = problems.length > 0 && problems.every(({ code }) => code === 'reference');
      assert.equal(
        problems.length === 0 || beyond,
        validate(copy),
        `${path}: ${JSON.stringify(result)}`,
      );
      slips += 1;
    }
    return slips;
  }

  it('agrees with the parser on every single slip of the full form, except for what JSON Schema cannot say', () => {
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
    assert.ok(compare(document) > 1000);
  });

  it('agrees with the parser on every single slip of other forms', () => {
    const slips = compare({
      name: 'x',
      asOf: '2026年1月5日',
      source: 'x',
      overview: 'x',
      url: 'www.county.example',
      telephone: 12345,
      address: 'x',
      openingHours: 'x',
      duties: ['x', { text: 'y', title: 'z' }, { title: 'z', number: '1.' }],
      ranks: ['x', { label: 'y', ranks: ['z', { name: 'q' }] }],
      links: [
        'x https://example.org/',
        { group: 'y', links: [{ label: 'z', url: '/a' }] },
        { label: 'z', url: 'tel:1' },
      ],
    });
    assert.ok(slips > 300, String(slips));
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
