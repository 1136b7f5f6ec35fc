/* Data about the elements for VS Code and the editors of JetBrains. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const text = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
const read = (name) => JSON.parse(text(name));
const elements = read('custom-elements.json')
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const names = (items = []) => items.map(({ name }) => name).sort();
const NAMES = ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json'];
const [html, css, webTypes] = NAMES.map(read);

/** Lists the accepted values of an attribute. */
const valuesOf = ({ type }) => [...type.text.matchAll(/'([^']*)'/g)].map(([, value]) => value);

const parts = new Set(elements.flatMap(({ cssParts }) => names(cssParts)));
const properties = new Set(elements.flatMap(({ cssProperties }) => names(cssProperties)));

describe('VS Code', () => {
  it('completes every element and attribute, with the values that are accepted', () => {
    assert.deepEqual(names(html.tags), elements.map(({ tagName }) => tagName).sort());
    for (const { tagName, attributes } of elements) {
      const tag = html.tags.find(({ name }) => name === tagName);
      assert.deepEqual(names(tag.attributes), names(attributes), tagName);
      for (const attribute of attributes) {
        const { values, valueSet, description } = tag.attributes.find(
          ({ name }) => name === attribute.name,
        );
        assert.deepEqual(names(values), valuesOf(attribute).sort(), attribute.name);
        assert.equal(valueSet, attribute.type.text === 'boolean' ? 'v' : undefined);
        assert.equal(description, attribute.description);
      }
    }
    const list = html.tags.find(({ name }) => name === 'customs-duty-list');
    const numbering = list.attributes.find(({ name }) => name === 'numbering');
    assert.deepEqual(names(numbering.values), ['decimal', 'locale', 'none']);
  });

  it('explains the slots, events and parts of each element', () => {
    for (const { tagName, slots, events, cssParts } of elements) {
      const { description } = html.tags.find(({ name }) => name === tagName);
      for (const { name } of [...(slots ?? []), ...(events ?? []), ...(cssParts ?? [])]) {
        assert.ok(description.includes(name ? `**${name}**` : '_default_'), `${tagName} ${name}`);
      }
    }
  });

  it('completes each CSS property and each part once', () => {
    assert.deepEqual(names(css.properties), [...properties].sort());
    assert.deepEqual(names(css.pseudoElements), [...parts].map((name) => `::part(${name})`).sort());
  });
});

describe('The editors of JetBrains', () => {
  const { html, css } = webTypes.contributions;

  it('know every element with its attributes, slots, events and properties', () => {
    assert.equal(`${webTypes.name} ${webTypes.version}`, elementsVersion());
    assert.deepEqual(names(html.elements), elements.map(({ tagName }) => tagName).sort());
    for (const { tagName, attributes, slots, events, members } of elements) {
      const element = html.elements.find(({ name }) => name === tagName);
      assert.deepEqual(names(element.attributes), names(attributes), tagName);
      assert.deepEqual(names(element.slots), names(slots), tagName);
      assert.deepEqual(names(element.events), names(events), tagName);
      const fields = members.filter((member) => member.kind === 'field' && !member.static);
      assert.deepEqual(names(element.js.properties), names(fields), tagName);
    }
  });

  it('know each CSS property and each part once', () => {
    assert.deepEqual(names(css.properties), [...properties].sort());
    assert.deepEqual(
      names(css['pseudo-elements']),
      [...parts].map((name) => `part(${name})`).sort(),
    );
  });

  function elementsVersion() {
    const { name, version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url)),
    );
    return `${name} ${version}`;
  }
});

describe('No editor', () => {
  it('is told of what is internal, or of the machine that built the files', () => {
    for (const name of [...NAMES, 'frameworks/elements.d.ts']) {
      assert.doesNotMatch(text(name), /readMarkup|hasContent|localization|internal|file:/, name);
      assert.ok(!text(name).includes(new URL('../..', import.meta.url).pathname), name);
    }
  });
});
