/*
 * Makes dist/vscode.*-custom-data.json and dist/web-types.json from dist/custom-elements.json: by them VS Code and
 * the editors of JetBrains complete and explain the elements, and what style sheets can reach of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';
import { root } from './project.mjs';

const dist = join(root, 'dist');
const OPTIONS = { descriptionSrc: 'summary' };

/** Each entry once: the generators repeat for every element what all of them inherit. */
function onceByName(entries) {
  const descriptions = new Map(entries.map(({ name }) => [name, new Set()]));
  for (const { name, description } of entries) descriptions.get(name).add(description);
  return [...descriptions].map(([name, texts]) => ({ name, description: [...texts].join('\n') }));
}

/** The attributes of an element that stand without a value. */
const flagsOf = (element) =>
  element.attributes.filter(({ type }) => type.text === 'boolean').map(({ name }) => name);

function htmlData(manifest, elements) {
  const data = JSON.parse(getVsCodeHtmlCustomData(manifest, OPTIONS));
  for (const tag of data.tags) {
    const flags = flagsOf(elements.find(({ tagName }) => tagName === tag.name));
    for (const attribute of tag.attributes) {
      // The value set of the format's own name `v` is the one that completes without `=""`.
      if (flags.includes(attribute.name)) attribute.valueSet = 'v';
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

/** Writes the three files. */
export function writeEditorData() {
  const read = () => JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  const elements = read()
    .modules.flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName);
  // The generators change what they are given, so each gets a manifest of its own.
  const files = {
    'vscode.html-custom-data.json': htmlData(read(), elements),
    'vscode.css-custom-data.json': cssData(read()),
    'web-types.json': webTypes(read()),
  };
  for (const [name, data] of Object.entries(files)) {
    writeFileSync(join(dist, name), `${JSON.stringify(data, null, 2)}\n`);
  }
}
