/* What is chosen: in the address of the page, from the manifest, and in JSON. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../../.tools/project.mjs';
import { change, FORMS, fromAddress, toAddress } from '../../../stories/builder/choices.js';
import { attributesToWrite, readElements } from '../../../stories/builder/elements.js';
import { checkJson, readText } from '../../../stories/builder/json.js';
import { choose, elements, facts, manifest, snippetFor } from './pasting.mjs';

const { parse } = await import('../../../dist/index.js');
const SERVICE = { endpoint: '/comments', site: 'agency', thread: 'guide-7' };

describe('the address of the page', () => {
  const widgets = [...elements.keys()];

  it('holds every choice and gives it back', () => {
    const choices = choose({
      widget: 'comment-box',
      prefix: 'police',
      form: 'frame',
      page: 'en',
      folder: 'https://a.example/?b&c/',
      attributes: { ...SERVICE, thread: 'a&b=c#d', 'hide-when-empty': true },
    });
    assert.deepEqual(fromAddress(toAddress(choices), widgets), choices);
    assert.equal(toAddress(choose()), '');
  });

  it('never holds the JSON, and takes nothing that is not offered', () => {
    assert.doesNotMatch(toAddress(choose({ data: 'json', json: '{"name":"secret"}' })), /secret/);
    const wild = '?widget=script&form=__proto__&json=x&data-__proto__=y&page=fr&constructor=z';
    assert.deepEqual(fromAddress(wild, widgets), choose());
  });

  it('keeps what was chosen for another element', () => {
    const box = change(choose({ widget: 'comment-box' }), { attributes: SERVICE });
    const back = change(change(box, { widget: 'duty-list' }), { widget: 'comment-box' });
    assert.deepEqual(back.attributes, SERVICE);
  });
});

describe('the options', () => {
  it('are all attributes of the manifest; a new one appears by itself', () => {
    const copy = structuredClone(manifest);
    const declared = copy.modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'customs-duty-list');
    declared.attributes.push(
      {
        name: 'density',
        type: { text: "'loose' | 'tight'" },
        default: "'loose'",
        description: 'D',
      },
      { name: 'most', type: { text: 'number' }, default: '5', description: 'Items, 1 to 20.' },
    );
    const made = readElements(copy, ['zh-Hans', 'en']).get('duty-list');
    assert.deepEqual(
      made.attributes.filter(({ group }) => group === 'own').map(({ name, kind }) => [name, kind]),
      [
        ['filter', 'flag'],
        ['numbering', 'choice'],
        ['density', 'choice'],
        ['most', 'number'],
      ],
    );
    const wanted = choose({ attributes: { density: 'tight', most: '21' } });
    assert.deepEqual(attributesToWrite(made, wanted), [
      ['agency', 'gacc'],
      ['density', 'tight'],
    ]);
  });

  it('are there for every element, in the order of the table', () => {
    assert.deepEqual([...elements.keys()], ELEMENT_NAMES);
    for (const form of FORMS) {
      for (const widget of elements.keys()) {
        const made = snippetFor({ widget, form, attributes: SERVICE });
        assert.ok(made.problem || made.parts.every(({ code }) => code.length > 10), form);
      }
    }
    assert.equal(facts().elements, elements);
  });
});

describe('the check of JSON', () => {
  const check = (text) => checkJson(text, parse);

  it('tells line and column of what is no JSON', () => {
    const places = {
      '{"a": 1,\n "b": }': [2, 7],
      '{"a": 1\n "b": 2}': [2, 2],
      '[1, 2,]': [1, 7],
      '{"a": tru}': [1, 7],
      '{"a": 1}\n x': [2, 2],
      "{'a': 1}": [1, 2],
      '{"a": "b\n"}': [1, 7],
    };
    for (const [text, [line, column]] of Object.entries(places)) {
      assert.throws(() => JSON.parse(text));
      const [found] = check(text).problems;
      assert.deepEqual([found.code, found.line, found.column], ['syntax', line, column], text);
    }
    assert.equal(check('{"a": [1').problems[0].code, 'end');
    assert.deepEqual(check('  \n'), { problems: [] });
  });

  it('accepts what JSON.parse accepts', () => {
    const texts = ['"\\u0041\\n"', '-0.5e+3', '[]', '{}', '[{"a":[null,true,false]},""]', ' 1 '];
    for (const text of texts) {
      const { problems } = check(text);
      assert.ok(
        problems.every(({ code }) => code !== 'syntax' && code !== 'end'),
        text,
      );
    }
  });

  it('tells where each problem of the data is, by pointer and line', () => {
    const text =
      '{\n "lang": "zh-Hans",\n "name": "A",\n "duties": { "items": [\n  {"id": "a", "title": 3},\n  {"id": "b"}\n ]}\n}';
    assert.deepEqual(
      check(text).problems.map(({ code, pointer, line }) => [code, pointer, line]),
      [
        ['format', '/duties/items/0/title', 5],
        ['missing', '/duties/items/1/title', 6],
      ],
    );
    assert.deepEqual(check('{"lang":"en","name":"A"}').agency, { lang: 'en', name: 'A' });
  });

  it('reads files of old systems, too', async () => {
    const gbk = new Blob([new Uint8Array([0x22, 0xba, 0xa3, 0xb9, 0xd8, 0x22])]);
    assert.equal(await readText(gbk), '"海关"');
    assert.equal(await readText(new Blob(['\uFEFF"海关"'])), '"海关"');
  });
});
