/* Plug-ins for the analyzer of custom elements: what editors and frameworks read is made of the manifest. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';

const OPTIONS = { descriptionSrc: 'summary' };

const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** Each entry once: the generators repeat for every element what all of them inherit. */
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
      // The value set of the format's own name `v` is the one that completes without `=""`.
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

const union = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';

const describe = (element) => `
  /** ${element.summary} */
  '${element.tagName}': {
    element: ${element.name};
    properties: ${union(propertiesOf(element))};
    attributes: { ${renamed(element).join(' ')} };
    events: ${union((element.events ?? []).map(({ name }) => name))};
  };`;

/** The table by which the types in src/frameworks know the elements; what they accept comes from their classes. */
const table = (elements) => `import type {
  ${elements.map(({ name }) => name).join(',\n  ')},
} from '../index.js';

/** Each element: its class, what can be set, attributes of other names than their properties, its events. */
export interface Elements {${elements.map(describe).join('')}
}
`;

/** @param outdir - the folder of the manifest */
export const outputs = ({ outdir }) => ({
  name: 'outputs',
  packageLinkPhase({ customElementsManifest }) {
    // The generators change what they are given, so each gets a manifest of its own.
    const manifest = () => JSON.parse(JSON.stringify(customElementsManifest));
    const json = (data) => `${JSON.stringify(data, null, 2)}\n`;
    mkdirSync(join(outdir, 'frameworks'), { recursive: true });
    const files = {
      'vscode.html-custom-data.json': json(htmlData(manifest())),
      'vscode.css-custom-data.json': json(cssData(manifest())),
      'web-types.json': json(webTypes(manifest())),
      'frameworks/elements.d.ts': table(elementsOf(customElementsManifest)),
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(outdir, name), text);
  },
});
