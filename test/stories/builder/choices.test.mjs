/* What is chosen: in the address of the page, and from the manifest. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ELEMENT_NAMES } from '../../../.tools/project.mjs';
import {
  attributesToWrite,
  change,
  FORMS,
  fromAddress,
  readElements,
  toAddress,
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
