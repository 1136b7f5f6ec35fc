/* Elements with made-up data, markup and attributes: no error leaves them, and they never stay blank. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { AgencyElement } from '../../src/index.js';
import { ELEMENTS } from '../elements/contract/each-element.js';
import { FakeServer } from '../fixtures/fake-server.js';
import { address } from './addresses.mjs';
import { expectSound, Uncaught } from './made-up-elements.js';
import { anything, changed, json, real, SEED, text } from './made-up.mjs';
import { SAMPLE } from './sample.mjs';

const TAGS = Object.keys(ELEMENTS);
const { changes, make } = changed(SAMPLE, fc.oneof(anything, address));

const TAG_NAMES = [
  ...['p', 'div', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'td', 'h2', 'h3', 'b', 'a'],
  ...['br', 'script', 'template', 'svg', 'x-y', 'slot', 'details', 'customs-duty-list'],
];
const markup = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.oneof(text, address).map((words) => new Text(words)),
    fc
      .tuple(
        fc.constantFrom(...TAG_NAMES),
        fc.constantFrom('href', 'class', 'slot', 'hidden', 'data-field', 'type'),
        fc.oneof(text, address, fc.constant('application/json')),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tag, name, value, nodes]) => {
        const element = document.createElement(tag);
        element.setAttribute(name, value);
        // Scripts of an author run; this one is only there.
        if (tag === 'script') element.setAttribute('type', 'text/plain');
        element.append(...nodes.map((node) => node.cloneNode(true)));
        return element;
      }),
  ),
})).node;

describe('elements, with made-up input', function () {
  // Each test is a few hundred elements.
  this.timeout(60_000);

  let uncaught: Uncaught;
  let server: FakeServer;
  let number = 0;
  before(() => (document.documentElement.lang = 'zh-Hans'));
  beforeEach(() => {
    uncaught = new Uncaught();
    server = new FakeServer();
  });
  afterEach(() => {
    server.close();
    uncaught.close();
  });

  const tags = fc.constantFrom(...TAGS);
  const holds = <T>(
    input: fc.Arbitrary<T>,
    change: (element: AgencyElement, value: T) => void,
    numRuns: number,
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(tags, input, async (tag, value) => {
        await expectSound(tag, (element) => change(element, value), uncaught);
      }),
      { seed: SEED, numRuns, includeErrorInReport: true },
    ) as Promise<void>;

  it('take any value as data', async () => {
    await holds(
      anything.filter((value) => Boolean(value)),
      (element, value) => {
        element.append('写在里面的');
        element.data = real(value);
      },
      150,
    );
  });

  it('take an agency with anything in it', async () => {
    await holds(changes, (element, list) => (element.data = Object(make(list))), 300);
  });

  it('take any JSON of a server, and any text', async () => {
    const answer = (element: AgencyElement, body: string): void => {
      const path = `/attack-${(number += 1)}.json`;
      server.text(path, body);
      element.src = path;
    };
    await holds(json, (element, value) => answer(element, JSON.stringify(value)), 100);
    await holds(text, answer, 50);
  });

  it('take any markup of their author', async () => {
    await holds(fc.array(markup, { maxLength: 4 }), (one, nodes) => one.append(...nodes), 200);
    await holds(
      fc.oneof(
        json.map((value) => JSON.stringify(value)),
        text,
      ),
      (element, words) => {
        const script = document.createElement('script');
        script.type = 'application/json';
        script.textContent = words;
        element.append(script, '写在里面的');
      },
      100,
    );
  });

  it('take any text in each attribute', async () => {
    const attributes = fc.array(fc.tuple(fc.nat(), fc.oneof(text, address)), { maxLength: 6 });
    await holds(
      attributes,
      (element, list) => {
        const { observedAttributes } = element.constructor as typeof AgencyElement;
        const names = observedAttributes.filter((name) => name !== 'src');
        for (const [index, value] of list)
          element.setAttribute(names[index % names.length]!, value);
        element.append('写在里面的');
        if (list.length % 2) element.data = SAMPLE;
      },
      250,
    );
  });

  it('take any address', async () => {
    await holds(
      fc.oneof(address, text),
      (element, value) => {
        element.append('写在里面的');
        element.src = value;
      },
      100,
    );
  });

  it('are judged by a test that finds what is wrong', async () => {
    class Careless extends HTMLElement {
      readonly state = { kind: 'ready' };
      readonly localization = { ready: true };
      readonly updateComplete = Promise.resolve(true);
      connectedCallback(): void {
        this.attachShadow({ mode: 'open' }).innerHTML = this.title;
      }
    }
    customElements.define('careless-element', Careless);
    for (const wrong of ['<img onerror=x>', '<a href="javascript:x">a</a>', '<iframe></iframe>']) {
      const found = await expectSound(
        'careless-element',
        (one) => (one.title = wrong),
        uncaught,
      ).catch((error: Error) => error.message);
      expect(found).to.match(/^(handler|link|active): /);
    }
  });
});
