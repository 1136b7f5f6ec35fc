/*
 * Publishes the definition that the parser runs as a JSON Schema document; the descriptions come from the
 * doc comments of the types.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './project.mjs';

/** Interface name → its summary and those of its members. */
function docComments() {
  const file = join(root, 'src/agency/model.ts');
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const summary = (node) => {
    const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
    return ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ');
  };
  return Object.fromEntries(
    source.statements.filter(ts.isInterfaceDeclaration).map((node) => [
      node.name.text,
      {
        summary: summary(node),
        members: Object.fromEntries(
          node.members.map((member) => [member.name.getText(source), summary(member)]),
        ),
      },
    ]),
  );
}

export async function writeSchema() {
  const { AgencySchema } = await import('../dist/agency/parse-agency.js');
  const exported = await import('../dist/agency/schema.js');
  const docs = docComments();
  const definitions = new Map(
    Object.entries(exported)
      .filter(([name]) => docs[name])
      .map(([name, schema]) => [schema, name]),
  );

  /** Adds descriptions, and replaces a definition by a reference to it. */
  const publish = (schema, isDefinition) => {
    if (!isDefinition && definitions.has(schema))
      return { $ref: `#/$defs/${definitions.get(schema)}` };
    const { check: _check, properties, items, ...keywords } = schema;
    const doc = docs[definitions.get(schema) ?? (schema === AgencySchema ? 'Agency' : '')];
    return {
      ...(doc && { description: doc.summary }),
      ...keywords,
      ...(items && { items: publish(items) }),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, member]) => {
            const description = doc.members[name];
            if (!description) throw new Error(`src/agency/model.ts: "${name}" has no doc comment.`);
            return [name, { description, ...publish(member) }];
          }),
        ),
      }),
    };
  };

  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Agency',
    $comment:
      'Identifiers also have to be unique, and ranges of ranks have to lead downwards in one track; JSON Schema cannot say that.',
    ...publish(AgencySchema, true),
    $defs: Object.fromEntries(
      [...definitions].map(([schema, name]) => [name, publish(schema, true)]),
    ),
  };
  mkdirSync(join(root, 'dist/schema'), { recursive: true });
  writeFileSync(
    join(root, 'dist/schema/agency.schema.json'),
    `${JSON.stringify(document, null, 2)}\n`,
  );
}
