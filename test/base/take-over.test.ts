import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { define, type CustomsDutyList, type CustomsRankLadder } from '../../src/index.js';
import type { AgencyElement } from '../../src/index.js';
import {
  ELEMENT_NAMES,
  needsData,
  render,
  type ElementName,
  type RenderOptions,
} from '../../src/render/render.js';
import { sample as agency } from '../fixtures/agencies.js';

define();

/** Inserts server HTML as a browser does, into a page where the elements are already defined. */
async function arrive<Type extends AgencyElement>(
  name: ElementName,
  options: RenderOptions,
  meanwhile: (root: ShadowRoot) => void = () => {},
): Promise<{ element: Type; before: Element[] }> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  const parser = document.createElement('div');
  parser.setHTMLUnsafe(render(name, options));
  const element = parser.firstElementChild as Type;
  const before = [...element.shadowRoot!.querySelectorAll('*:not(style)')];
  meanwhile(element.shadowRoot!);
  holder.append(element);
  await element.updateComplete;
  await element.updateComplete;
  return { element, before };
}

/** Gives the element other data than its rendering had. */
function changeData({ host }: ShadowRoot): void {
  const source = { ...agency.source, publisher: '另一个机构' };
  host.querySelector('script')!.textContent = JSON.stringify({ ...agency, source });
}

const kept = (nodes: readonly Element[]): boolean => nodes.every(({ isConnected }) => isConnected);

describe('an element that a server rendered', () => {
  for (const name of ELEMENT_NAMES.filter(needsData)) {
    it(`keeps every node: ${name}`, async () => {
      const { element, before } = await arrive(name, { data: agency });
      expect(before.length).to.be.above(3);
      expect(kept(before)).to.equal(true);
      expect(element.shadowRoot!.querySelector('style'), 'styles for the time before').to.equal(
        null,
      );
    });
  }

  it('keeps what was typed before the script came, and filters by it', async () => {
    const attributes = { filter: true };
    const { element } = await arrive<CustomsDutyList>(
      'duty-list',
      { data: agency, attributes },
      (root) => {
        root.querySelector('input')!.value = 'zzz';
      },
    );
    const root = element.shadowRoot!;
    await waitUntil(() => !root.querySelector('li'));
    expect(root.querySelector('input')!.value).to.equal('zzz');
  });

  it('keeps the option that was chosen before the script came', async () => {
    const { element } = await arrive('rank-ladder', { data: agency }, (root) => {
      root.querySelector('select')!.selectedIndex = 1;
    });
    expect(element.shadowRoot!.querySelector('select')!.selectedIndex).to.equal(1);
  });

  describe('on a page that is never idle', () => {
    const { requestIdleCallback } = window;
    before(() => (window.requestIdleCallback = () => 0));
    after(() => (window.requestIdleCallback = requestIdleCallback));

    for (const type of ['pointerdown', 'focusin']) {
      it(`is taken over at once at a ${type}`, async () => {
        const start = performance.now();
        const touch = (root: ShadowRoot): void => {
          setTimeout(() =>
            root.querySelector('a')!.dispatchEvent(new Event(type, { bubbles: true })),
          );
        };
        const { element, before } = await arrive('duty-list', { data: agency }, touch);
        expect(performance.now() - start).to.be.below(1400);
        expect(element.isDrawn).to.equal(true);
        expect(kept(before)).to.equal(true);
      });
    }

    it('does what the button does that woke it', async () => {
      const { element } = await arrive<CustomsRankLadder>(
        'rank-ladder',
        { data: agency },
        (root) => {
          setTimeout(() => root.querySelectorAll('button')[1]!.click());
        },
      );
      await waitUntil(() => element.shadowRoot!.querySelector('table'));
      expect(element.view).to.equal('table');
    });

    it('does what the button does also where it is drawn anew', async () => {
      const { element, before } = await arrive<CustomsRankLadder>(
        'rank-ladder',
        { data: agency },
        (root) => {
          changeData(root);
          setTimeout(() => root.querySelectorAll('button')[1]!.click());
        },
      );
      await waitUntil(() => element.shadowRoot!.querySelector('table'));
      expect(before.some(({ isConnected }) => isConnected)).to.equal(false);
    });
  });

  it('is drawn anew where the data is another by then', async () => {
    const { element, before } = await arrive<CustomsDutyList>(
      'duty-list',
      { data: agency },
      changeData,
    );
    expect(before.some(({ isConnected }) => isConnected)).to.equal(false);
    expect(element.shadowRoot!.textContent).to.contain('另一个机构');
  });

  const CHANGES: Record<string, (row: Element) => void> = {
    doubled: (row) => row.after(row.cloneNode(true)),
    removed: (row) => row.remove(),
    'put into another element': (row) => {
      const around = document.createElement('div');
      row.replaceWith(around);
      around.append(row);
    },
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    for (const path of ['li', 'li p', '[part=count]']) {
      it(`is drawn once and whole where a tool has ${what}: ${path}`, async () => {
        const attributes = { filter: true };
        const options = { data: agency, attributes };
        const clean = await arrive('duty-list', options);
        const { element } = await arrive('duty-list', options, (root) =>
          change(root.querySelector(path)!),
        );
        const shapeOf = ({ shadowRoot }: Element): string[] =>
          [...shadowRoot!.querySelectorAll('*')].map(({ localName, children, textContent }) =>
            children.length ? localName : `${localName} ${textContent}`,
          );
        expect(shapeOf(element)).to.deep.equal(shapeOf(clean.element));
      });
    }
  }
});
