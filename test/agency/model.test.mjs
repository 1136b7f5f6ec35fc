/*
 * The model and the published JSON Schema cannot diverge: these tests read the types from their
 * source.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import * as fullForm from '../../dist/agency/definitions.js';
import * as written from '../../dist/agency/parse/data-definitions.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('dist/schema/agency.schema.json'));

/** Maps the interfaces of some files to their nodes in the source. */
const interfacesOf = (names) =>
  new Map(
    names.flatMap((name) =>
      ts
        .createSourceFile(name, read(`src/agency/${name}.ts`), ts.ScriptTarget.Latest, true)
        .statements.filter(ts.isInterfaceDeclaration)
        .map((node) => [node.name.text, node]),
    ),
  );

const full = interfacesOf(['model', 'rank-system', 'values']);
const loose = interfacesOf(['data', 'rank-data', 'written-values']);
const interfaces = new Map([...full, ...loose]);

const commentOf = (node) => ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
const description = (node) =>
  ts.getTextOfJSDocComment(commentOf(node).comment).trim().replace(/\s+/g, ' ');

/** Lists the members of an interface and of those it extends. */
function membersOf(name) {
  const node = interfaces.get(name);
  const inherited = (node.heritageClauses ?? [])
    .flatMap(({ types }) => [...types])
    .flatMap(({ expression }) => membersOf(expression.text));
  const isHidden = (member) =>
    commentOf(member).tags?.some(({ tagName }) => tagName.text === 'hidden');
  return [...inherited, ...node.members.filter((member) => !isHidden(member))];
}

const nameOf = (member) => member.name.text;
const sorted = (names) => [...new Set(names)].sort();

/** True for a type whose members belong to others. */
const isWhole = (name) => !/^(AgencyHead|.*Part)$/.test(name);
const requiredOf = (members) => members.filter(({ questionToken }) => !questionToken).map(nameOf);

describe('the full form of an agency', () => {
  for (const name of [...full.keys()].filter(isWhole)) {
    it(`has a definition of ${name} that says what its type says`, () => {
      const members = membersOf(name);
      const { properties, required } = fullForm[name];
      assert.deepEqual(sorted(Object.keys(properties)), sorted(members.map(nameOf)));
      assert.deepEqual(sorted(required ?? []), sorted(requiredOf(members)));
    });
  }
});

describe('an agency as people write it', () => {
  it('has a definition in the schema for each of its types, and takes the rest of the full form', () => {
    assert.ok(loose.size > 10);
    for (const name of loose.keys()) {
      assert.ok(name === 'AgencyData' || schema.$defs[name], `${name} is missing`);
    }
    for (const name of Object.keys(schema.$defs)) assert.ok(interfaces.has(name), name);
  });

  for (const name of ['AgencyData', ...Object.keys(schema.$defs)]) {
    it(`says of ${name} what the schema says, and what the parser runs`, () => {
      const published = name === 'AgencyData' ? schema : schema.$defs[name];
      const members = membersOf(name);
      assert.equal(published.description, description(interfaces.get(name)));
      for (const one of [published, written[name]]) {
        assert.deepEqual(sorted(Object.keys(one.properties)), sorted(members.map(nameOf)));
        assert.deepEqual(sorted(one.required ?? []), sorted(requiredOf(members)));
      }
      for (const member of members) {
        assert.equal(published.properties[nameOf(member)].description, description(member));
      }
    });
  }

  it('binds what JSON Schema cannot say, and publishes none of it', () => {
    const bound = [fullForm, written].map(
      (definitions) => Object.values(definitions).filter(({ check }) => check).length,
    );
    assert.deepEqual(bound, [5, 2]);
    assert.doesNotMatch(JSON.stringify(schema), /"check"|"hidden"|"rule"/);
  });
});
