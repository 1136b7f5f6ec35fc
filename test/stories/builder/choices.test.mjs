/* What is chosen: in the address of the page, and from the manifest. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../../.tools/project.mjs';
import {
  attributesToWrite,
  change,
  FORMS,
  fromAddress,
  languageFor,
  readElements,
  toAddress,
  valueText,
} from './sources.mjs';
import { choose, declared, elements, facts, snippetFor } from './pasting.mjs';

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

  it('opens a whole page for who comes from the editor, unless it says otherwise', () => {
    const makeOf = (query) => fromAddress(query, widgets).make;
    assert.equal(makeOf('?data=editor'), 'page');
    assert.equal(makeOf('?data=json'), 'element');
    const choices = choose({ data: 'editor', make: 'element' });
    assert.equal(makeOf(toAddress(choices)), 'element');
  });

  it('names the language where the browser would open another', () => {
    assert.equal(languageFor(['en-GB', 'zh-CN']), 'en');
    assert.equal(languageFor(['bo', 'zh-TW', 'en']), 'zh-Hans');
    assert.equal(languageFor(['fr']), 'en');
    assert.equal(fromAddress('', widgets, 'en').page, 'en');
    assert.equal(toAddress(choose({ page: 'en' }), 'en'), '');
    assert.equal(toAddress(choose(), 'en'), '?page=zh-Hans');
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
  it('name each language, in both languages of the page', () => {
    const { values } = elements.get('duty-list').attributes.find(({ name }) => name === 'lang');
    for (const tag of [...values, 'bo']) {
      for (const page of ['zh-Hans', 'en']) assert.notEqual(valueText(page, 'lang', tag), tag);
    }
    assert.equal(valueText('zh-Hans', 'lang', 'bo'), '藏语');
    assert.equal(valueText('en', 'lang', 'x-unknown'), 'x-unknown');
  });

  it('are all attributes of the manifest; a new one appears by itself', () => {
    const copy = structuredClone(declared);
    const list = copy.find(({ tagName }) => tagName === 'customs-duty-list');
    list.attributes.push(
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
        ['hide-when-empty', 'flag'],
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
