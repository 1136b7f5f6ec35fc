import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CustomsDutyList, CustomsProfileCard, type Agency } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import { part, parts, place, textOf, warningsOf, within } from '../fixtures/page.js';

CustomsDutyList.define();
CustomsProfileCard.define();

/** Lists the text nodes that a translator would see. */
function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found.filter(({ data, parentNode }) => data.trim() && parentNode!.nodeName !== 'STYLE');
}

/** Puts a text into two nested `<font>`, as translators do. */
function inFonts(content: Node | string): HTMLElement {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.append(content);
  outer.append(inner);
  return outer;
}

/** What translators do to each text node. */
const TRANSLATORS = {
  'moves text nodes into <font>': (text: Text) => {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(inFonts(text));
  },
  'replaces text nodes by <font>': (text: Text) => text.replaceWith(inFonts(text.data)),
  'adds a translation after each text': (text: Text) => text.after(inFonts(` (${text.data})`)),
  // Lit then writes to a node that is not in the page.
  'replaces all nodes': (text: Text) => {
    const parent = text.parentElement;
    if (parent && !parent.childElementCount) parent.replaceChildren(inFonts(text.data));
  },
};

const duties = {
  preamble: [],
  items: [
    { id: 'duty-1', title: '负责统计。', text: '具体统计。' },
    { id: 'duty-2', title: '负责监管。', text: '具体监管。' },
  ],
};

const rowTexts = (list: CustomsDutyList): string[] =>
  parts(list, 'duty')
    .filter((row) => !row.closest('[hidden]'))
    .map((row) => textOf(row.querySelector('.text')!));

describe('an element in which a page translator', () => {
  for (const [name, translate] of Object.entries(TRANSLATORS)) {
    it(`${name}: still finds and counts`, async () => {
      const list = await place(
        'customs-duty-list',
        { ...sample, duties },
        (one) => (one.filter = true),
      );
      textNodes(within(list)).forEach(translate);
      const search = within(list).querySelector('input')!;
      search.focus();
      await sendKeys({ type: '监管' });
      await waitUntil(() => textOf(part(list, 'count')) === '找到 1 项');
      expect(rowTexts(list)).to.deep.equal(['负责监管。具体监管。']);
      expect(within(list).activeElement?.localName).to.equal('input');
    });
  }
});

/** A card that cannot render while it is told so, as in a browser that lacks a function. */
class BrokenCard extends CustomsProfileCard {
  isBroken = true;

  protected override renderAgency(agency: Agency): ReturnType<CustomsProfileCard['renderAgency']> {
    if (this.isBroken) throw new TypeError('missing');
    return super.renderAgency(agency);
  }
}
customElements.define('broken-card', BrokenCard);

describe('an element that cannot render', () => {
  it('shows the content of its author, tells the page, and works again later', async () => {
    const card = document.createElement('broken-card') as BrokenCard;
    card.append('自己的内容');
    const told = oneEvent(card, 'customs-error');
    const warnings = await warningsOf(async () => {
      card.data = sample;
      await fixture(html`<div>${card}</div>`);
      const { problems } = ((await told) as CustomEvent<{ problems: { code: string }[] }>).detail;
      expect(problems.map(({ code }) => code)).to.deep.equal(['render']);
      await card.updateComplete;
    });
    expect(warnings.join('')).to.contain('TypeError: missing');
    expect(card.state.kind).to.equal('failed');
    expect(within(card).querySelector('slot')!.assignedNodes()).to.have.length(1);
    expect(card.offsetHeight).to.be.greaterThan(0);

    card.isBroken = false;
    card.data = { ...sample };
    await oneEvent(card, 'customs-ready');
    expect(part(card, 'heading').textContent).to.contain(sample.name);
    expect(within(card).querySelectorAll('slot:not([name])')).to.have.length(0);
  });

  it('renders all again if a script of the page has emptied it', async () => {
    const list = await place(
      'customs-duty-list',
      { ...sample, duties },
      (one) => (one.filter = true),
    );
    within(list).querySelector('.list')!.replaceChildren();
    within(list).querySelector('.frame')!.replaceChildren();
    list.lang = 'en';
    await list.updateComplete;
    within(list).replaceChildren();
    list.lang = 'zh-Hans';
    await list.updateComplete;
    expect(rowTexts(list)).to.have.length(2);
  });
});
