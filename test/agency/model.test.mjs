/*
 * The model and the published JSON Schema cannot diverge: these tests read the types from their
 * source.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import * as definitions from '../../dist/agency/definitions.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('dist/schema/agency.schema.json'));

/** Interface → its node in the source. */
const interfaces = new Map(
  ['model', 'rank-system', 'values'].flatMap((name) =>
    ts
      .createSourceFile(name, read(`src/agency/${name}.ts`), ts.ScriptTarget.Latest, true)
      .statements.filter(ts.isInterfaceDeclaration)
      .map((node) => [node.name.text, node]),
  ),
);

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

/** Types that describe an agency: the agency itself, and every type it contains. */
const types = [...interfaces.keys()].filter((name) => !/^(AgencyHead|Problem|.*Part)$/.test(name));

describe('the model of an agency', () => {
  it('has a definition in the schema for each of its types, and there are no others', () => {
    assert.ok(types.length > 14);
    assert.deepEqual(
      sorted(types.filter((name) => name !== 'Agency')),
      sorted(Object.keys(schema.$defs)),
    );
  });

  for (const name of types) {
    it(`says of ${name} what the schema says, and what the parser runs`, () => {
      const published = name === 'Agency' ? schema : schema.$defs[name];
      const members = membersOf(name);
      const required = members.filter(({ questionToken }) => !questionToken).map(nameOf);
      assert.equal(published.description, description(interfaces.get(name)));
      for (const one of [published, definitions[name]]) {
        assert.deepEqual(sorted(Object.keys(one.properties)), sorted(members.map(nameOf)));
        assert.deepEqual(sorted(one.required ?? []), sorted(required));
      }
      for (const member of members) {
        assert.equal(published.properties[nameOf(member)].description, description(member));
      }
    });
  }

  it('binds what JSON Schema cannot say, and publishes none of it', () => {
    const bound = Object.values(definitions).filter(({ check }) => check);
    assert.equal(bound.length, 4);
    assert.doesNotMatch(JSON.stringify(schema), /"check"|"hidden"/);
  });
});
