/*
 * Writes dist/frameworks/: types by which React, Preact, Vue and Svelte check the elements in their templates.
 * What the elements have comes from dist/custom-elements.json; what that accepts comes from the classes, by
 * indexed access, so that nothing is said twice. src/frameworks adds the words of each framework.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './project.mjs';

const FRAMEWORKS = ['react', 'preact', 'vue', 'svelte'];

/** Importing it, rather than its types alone, is harmless: it says nothing at run time. */
const EMPTY_MODULE = 'export {};\n';

const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';

/** Fields that a page sets, by their own names. */
const propertiesOf = ({ members }) =>
  members
    .filter((member) => member.kind === 'field' && !member.static && !member.readonly)
    .map(({ name }) => name);

/** Attributes whose names the fields do not have: `heading-level` for `headingLevel`. */
const renamed = ({ attributes }) =>
  attributes
    .filter(({ name, fieldName }) => name !== fieldName)
    .map(({ name, fieldName }) => `'${name}': '${fieldName}';`);

const describe = (element) => `
  /** ${element.summary} */
  '${element.tagName}': {
    element: ${element.name};
    properties: ${union(propertiesOf(element))};
    attributes: { ${renamed(element).join(' ')} };
    events: ${union((element.events ?? []).map(({ name }) => name))};
  };`;

const render = (elements) => `
import type { ${elements.map(({ name }) => name).join(', ')} } from '../index.js';

/** Each element: its class, what can be set, attributes of other names than their properties, its events. */
export interface Elements {${elements.map(describe).join('')}
}
`;

/** Writes the table of the elements, and beside it the files of the frameworks. */
export async function writeFrameworkTypes() {
  const { modules } = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
  const elements = modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName);
  const target = join(root, 'dist/frameworks');
  mkdirSync(target, { recursive: true });
  const text = await format(render(elements), { parser: 'typescript', singleQuote: true });
  writeFileSync(join(target, 'elements.d.ts'), text);
  for (const name of ['settings', ...FRAMEWORKS]) {
    copyFileSync(join(root, `src/frameworks/${name}.d.ts`), join(target, `${name}.d.ts`));
  }
  for (const name of FRAMEWORKS) writeFileSync(join(target, `${name}.js`), EMPTY_MODULE);
}
