/* Makes the checks of the parser from src/agency/model.ts and data.ts, and the JSON Schema from data.ts. */
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from './project.mjs';

const { definitions } = createGenerator({
  path: join(root, 'src/agency/{model,data}.ts'),
  jsDoc: 'extended',
  extraTags: ['check', 'rule'],
  sortProps: false,
  additionalProperties: true,
  skipTypeCheck: true,
}).createSchema();

const nameOf = ({ $ref }) => $ref.replace('#/definitions/', '');

/** Sorts members, required first, because problems are reported in this order. */
function membersOf(type, { properties, required = [] }) {
  const members = Object.entries(properties).filter(([, { description }]) => description);
  const missing = Object.keys(properties).length - members.length;
  if (missing) throw new Error(`src/agency: a member of ${type} has no doc comment.`);
  const rank = ([name]) => (required.includes(name) ? 0 : 1);
  return members.sort((one, other) => rank(one) - rank(other));
}

/** Names of all members of an agency, also of those that no element checks. */
const MEMBERS = `
/** Names of all members of an agency. */
export const MEMBERS: readonly string[] = [${['$schema', ...Object.keys(definitions.AgencyData.properties)].map((name) => `'${name}'`)}];`;

/**
 * Returns the code of a module of definitions: one export for each type, after those it uses, without descriptions.
 * So a script file contains only what its element checks.
 *
 * @param wanted - matches the types to define, with those they use
 * @param checksFrom - module that exports the checks
 * @param named - true to name the rules, for sentences about wrong values
 */
export function definitionsModule(wanted, checksFrom, named) {
  const lines = new Map();
  const checks = new Set();
  const define = (name) => {
    if (!lines.has(name)) {
      const code = write(definitions[name], name);
      lines.set(name, `export const ${name}: Schema = ${code};`);
    }
    return name;
  };
  const write = (schema, name) => {
    if (schema.$ref) return define(nameOf(schema));
    const { description: _, check, rule, properties, items, anyOf, ...keywords } = schema;
    const written = Object.entries({ ...keywords, ...(named && rule && { rule }) }).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}`,
    );
    if (items) written.push(`items: ${write(items)}`);
    if (anyOf) written.push(`anyOf: [${anyOf.map((form) => write(form)).join(', ')}]`);
    if (properties) {
      const all = membersOf(name, schema).map(([key, member]) => `${key}: ${write(member)}`);
      written.push(`properties: { ${all.join(', ')} }`);
    }
    if (check) written.push(`check: ${check}`);
    if (check) checks.add(check);
    return `{ ${written.join(', ')} }`;
  };
  for (const name of Object.keys(definitions)) if (wanted.test(name)) define(name);
  return `/* Made of the types in src/agency by .tools/schema.mjs; changes belong there. */
import { ${[...checks].join(', ')} } from '${checksFrom}';
import type { Schema } from '${named ? '../' : './'}schema.js';
${named ? '' : MEMBERS}
${[...lines.values()].join('\n')}
`;
}

/** Copies simple types in place; refers to object types by `$ref`. */
export function schemaDocument() {
  const $defs = {};
  const publish = (schema, type) => {
    if (schema.$ref) {
      const { description: _, ...value } = definitions[nameOf(schema)];
      const { $ref: _ref, ...own } = schema;
      if (!value.properties) return publish({ ...own, ...value });
      $defs[nameOf(schema)] ??= publish(definitions[nameOf(schema)], nameOf(schema));
      return { ...own, $ref: `#/$defs/${nameOf(schema)}` };
    }
    const { check: _, rule: _rule, description, properties, items, anyOf, ...keywords } = schema;
    return {
      ...(description && { description }),
      ...keywords,
      ...(items && { items: publish(items) }),
      ...(anyOf && { anyOf: anyOf.map((form) => publish(form)) }),
      ...(properties && {
        properties: Object.fromEntries(
          membersOf(type, schema).map(([name, member]) => [name, publish(member)]),
        ),
      }),
    };
  };
  const agency = publish(definitions.AgencyData, 'AgencyData');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Agency',
    $comment:
      'Identifiers also have to be unique, days have to be in the calendar, and ranges of ranks have to lead downwards in one track; JSON Schema cannot say that.',
    ...agency,
    $defs,
  };
}
