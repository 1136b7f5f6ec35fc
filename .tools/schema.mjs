/* Makes the parser's checks and the JSON Schema from src/agency/model.ts. */
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from './project.mjs';

const { definitions } = createGenerator({
  path: join(root, 'src/agency/model.ts'),
  jsDoc: 'extended',
  extraTags: ['check'],
  sortProps: false,
  additionalProperties: true,
  skipTypeCheck: true,
}).createSchema();

const nameOf = ({ $ref }) => $ref.replace('#/definitions/', '');

/** Sorts members, required first, because problems are reported in this order. */
function membersOf(type, { properties, required = [] }) {
  const members = Object.entries(properties).filter(([, { description }]) => description);
  const missing = Object.keys(properties).length - members.length;
  if (missing) throw new Error(`src/agency/model.ts: a member of ${type} has no doc comment.`);
  const rank = ([name]) => (required.includes(name) ? 0 : 1);
  return members.sort((one, other) => rank(one) - rank(other));
}

/**
 * Returns the code of src/agency/definitions.ts: one export for each type, after those it uses, without descriptions.
 * So a script file contains only what its element checks.
 */
export function definitionsModule() {
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
    const { description: _, check, properties, items, ...keywords } = schema;
    const written = Object.entries(keywords).map(
      ([key, value]) => `${key}: ${JSON.stringify(value)}`,
    );
    if (items) written.push(`items: ${write(items)}`);
    if (properties) {
      const members = membersOf(name, schema).map(([key, member]) => `${key}: ${write(member)}`);
      written.push(`properties: { ${members.join(', ')} }`);
    }
    if (check) written.push(`check: ${check}`);
    if (check) checks.add(check);
    return `{ ${written.join(', ')} }`;
  };
  for (const name of Object.keys(definitions)) if (/^Agency$|Part$/.test(name)) define(name);
  return `/* Made of model.ts by .tools/schema.mjs; changes belong there. */
import { ${[...checks].join(', ')} } from './references.js';
import type { Schema } from './schema.js';

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
    const { check: _, description, properties, items, ...keywords } = schema;
    return {
      ...(description && { description }),
      ...keywords,
      ...(items && { items: publish(items) }),
      ...(properties && {
        properties: Object.fromEntries(
          membersOf(type, schema).map(([name, member]) => [name, publish(member)]),
        ),
      }),
    };
  };
  const agency = publish(definitions.Agency, 'Agency');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Agency',
    $comment:
      'Identifiers also have to be unique, and ranges of ranks have to lead downwards in one track; JSON Schema cannot say that.',
    ...agency,
    $defs,
  };
}
