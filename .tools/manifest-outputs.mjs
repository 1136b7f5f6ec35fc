/* Plug-in for the manifest analyzer: writes editor data and framework types from the manifest. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { componentFiles } from '../.config/framework-components.mjs';

const OPTIONS = { descriptionSrc: 'summary' };

const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** Merges entries of one name, because the generators repeat for each element what all inherit. */
function onceByName(entries) {
  const descriptions = new Map(entries.map(({ name }) => [name, new Set()]));
  for (const { name, description } of entries) descriptions.get(name).add(description);
  return [...descriptions].map(([name, texts]) => ({ name, description: [...texts].join('\n') }));
}

function htmlData(manifest) {
  const data = JSON.parse(getVsCodeHtmlCustomData(manifest, OPTIONS));
  for (const tag of data.tags) {
    const { attributes } = elementsOf(manifest).find(({ tagName }) => tagName === tag.name);
    for (const attribute of tag.attributes) {
      const { type } = attributes.find(({ name }) => name === attribute.name);
      // `v` makes VS Code complete the attribute without `=""`.
      if (type.text === 'boolean') attribute.valueSet = 'v';
      if (!attribute.values.length) delete attribute.values;
    }
    delete tag.references;
  }
  return data;
}

function cssData(manifest) {
  const data = JSON.parse(getVsCodeCssCustomData(manifest, OPTIONS));
  data.properties = onceByName(data.properties);
  data.pseudoElements = onceByName(data.pseudoElements);
  return data;
}

function webTypes(manifest) {
  const data = JSON.parse(getWebTypesData(manifest, OPTIONS));
  const { html, css } = data.contributions;
  css.properties = onceByName(css.properties);
  css['pseudo-elements'] = onceByName(css['pseudo-elements']);
  for (const element of html.elements) delete element['doc-url'];
  return data;
}

/** Lists the fields that a page can set. */
const propertiesOf = ({ members }) =>
  members
    .filter((member) => member.kind === 'field' && !member.static && !member.readonly)
    .map(({ name }) => name);

/** Lists attributes named differently from their field: `heading-level` for `headingLevel`. */
const renamed = ({ attributes }) =>
  attributes
    .filter(({ name, fieldName }) => name !== fieldName)
    .map(({ name, fieldName }) => `'${name}': '${fieldName}';`);

const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';

const describe = (element) => `
  /** ${element.summary} */
  '${element.tagName}': {
    element: ${element.name};
    properties: ${union(propertiesOf(element))};
    attributes: { ${renamed(element).join(' ')} };
    events: ${union((element.events ?? []).map(({ name }) => name))};
  };`;

/** Writes the table that src/frameworks imports. Value types come from the classes. */
const table = (elements) => `import type {
  ${elements.map(({ name }) => name).join(',\n  ')},
} from '../index.js';

/** Each element: its class, what can be set, attributes of other names than their properties, its events. */
export interface Elements {${elements.map(describe).join('')}
}
`;

/** @param outdir - folder of the manifest */
export const outputs = ({ outdir }) => ({
  name: 'outputs',
  packageLinkPhase({ customElementsManifest }) {
    // Gives each generator a copy, because it modifies its input.
    const manifest = () => JSON.parse(JSON.stringify(customElementsManifest));
    const json = (data) => `${JSON.stringify(data, null, 2)}\n`;
    mkdirSync(join(outdir, 'frameworks/svelte'), { recursive: true });
    const elements = elementsOf(customElementsManifest);
    const files = {
      ...Object.fromEntries(
        Object.entries(componentFiles(elements)).map(([name, text]) => [
          `frameworks/${name}`,
          text,
        ]),
      ),
      'vscode.html-custom-data.json': json(htmlData(manifest())),
      'vscode.css-custom-data.json': json(cssData(manifest())),
      'web-types.json': json(webTypes(manifest())),
      'frameworks/elements.d.ts': table(elements),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(outdir, name), text);
  },
});
