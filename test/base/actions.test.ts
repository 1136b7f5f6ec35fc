import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { copyFrom, saveFrom } from '../../src/base/reader/actions.js';
import { printFrom } from '../../src/base/reader/print.js';
import { CustomsLinkList } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';
import { replace } from '../fixtures/replace.js';

CustomsLinkList.define();
const element = (): Promise<CustomsLinkList> =>
  fixture(html`<customs-link-list .data=${sample}></customs-link-list>`);
const spoken = (): HTMLElement => document.querySelector('[data-customs-announcer]')!;

describe('copyFrom', () => {
  it('writes to the clipboard, says so and sends an event', async () => {
    let written = '';
    const restore = replace(navigator, 'clipboard', {
      writeText: (text: string) => Promise.resolve(void (written = text)),
    });
    const list = await element();
    const event = oneEvent(list, 'customs-copy');
    expect(await copyFrom(list, '文字')).to.equal(true);
    expect((await event).detail).to.deep.equal({ text: '文字' });
    expect(written).to.equal('文字');
    await waitUntil(() => spoken().textContent.includes('已复制'));
    restore();
  });

  it('copies by a selection where there is no clipboard API', async () => {
    let selected = '';
    const restore = [
      replace(navigator, 'clipboard', undefined),
      replace(document, 'execCommand', () => {
        selected = (document.activeElement as HTMLTextAreaElement).value;
        return true;
      }),
    ];
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<button>x</button>';
    const button = host.shadowRoot!.querySelector('button')!;
    button.focus();
    expect(await copyFrom(await element(), '文字')).to.equal(true);
    expect(selected).to.equal('文字');
    expect(host.shadowRoot!.activeElement, 'focus is given back').to.equal(button);
    expect(document.querySelector('textarea')).to.equal(null);
    restore.forEach((undo) => undo());
  });

  it('copies from inside a modal dialog, outside of which nothing can be selected', async () => {
    const restore = [
      replace(navigator, 'clipboard', undefined),
      replace(document, 'execCommand', () => true),
    ];
    const page = await fixture(
      html`<div>
        <dialog><button>x</button></dialog>
      </div>`,
    );
    const dialog = page.querySelector('dialog')!;
    dialog.showModal();
    expect(await copyFrom(await element(), '文字')).to.equal(true);
    dialog.close();
    restore.forEach((undo) => undo());
  });

  it('says how to help oneself when nothing works', async () => {
    const restore = [
      replace(navigator, 'clipboard', undefined),
      replace(document, 'execCommand', () => false),
    ];
    expect(await copyFrom(await element(), '文字')).to.equal(false);
    await waitUntil(() => spoken().textContent.includes('复制失败'));
    restore.forEach((undo) => undo());
  });
});

describe('saveFrom', () => {
  it('hands over a named file of the right type, with a safe name', async () => {
    let blob: Blob | undefined;
    const clicked: HTMLAnchorElement[] = [];
    const restore = [
      replace(URL, 'createObjectURL', (made: Blob) => ((blob = made), 'blob:x')),
      replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        clicked.push(this);
      }),
    ];
    const list = await element();
    const event = oneEvent(list, 'customs-download');
    expect(saveFrom(list, '海关/总署: a?b', 'csv', '一,二')).to.equal(undefined);
    expect((await event).detail).to.deep.equal({ format: 'csv', fileName: '海关-总署-a-b.csv' });
    expect(clicked[0]!.download).to.equal('海关-总署-a-b.csv');
    expect(blob!.type).to.equal('text/csv;charset=utf-8');
    expect(await blob!.text()).to.equal('一,二');
    restore.forEach((undo) => undo());
  });
});

/** Lets `print()` begin as a desktop browser does: before it returns. */
const printer = (): (() => void) =>
  replace(window, 'print', () => window.dispatchEvent(new Event('beforeprint')));

describe('printFrom', () => {
  let restore: (() => void)[];
  beforeEach(async () => {
    restore = [];
    await emulateMedia({ media: 'print' });
  });
  afterEach(async () => {
    window.dispatchEvent(new Event('afterprint'));
    restore.forEach((undo) => undo());
    await emulateMedia({ media: 'screen' });
  });
  const isShown = (one: Element): boolean => getComputedStyle(one).display !== 'none';
  const besides = async (): Promise<{ list: CustomsLinkList; all: () => boolean[] }> => {
    const page = await fixture(
      html`<div>
        <p>neighbour</p>
        <section>
          <customs-link-list .data=${sample}><i>author</i></customs-link-list>
        </section>
      </div>`,
    );
    const all = ['p', 'section', 'customs-link-list'].map((name) => page.querySelector(name)!);
    return { list: all[2] as CustomsLinkList, all: () => all.map(isShown) };
  };
  const begin = (): boolean => window.dispatchEvent(new Event('beforeprint'));
  const WHOLE = [true, true, true];
  const ALONE = [false, true, true];

  it('prints the element alone, and leaves the page as it was', async () => {
    const { list, all } = await besides();
    const before = document.adoptedStyleSheets.length;
    restore.push(printer());
    expect(printFrom(list, () => undefined)).to.equal(undefined);
    expect(all()).to.deep.equal(ALONE);
    window.dispatchEvent(new Event('afterprint'));
    expect(list.hasAttribute('data-customs-printed')).to.equal(false);
    expect(document.adoptedStyleSheets).to.have.length(before);
    begin();
    expect(all(), 'a print of the page').to.deep.equal(WHOLE);
  });

  it('prints the element alone from inside another one, whose rest it leaves out', async () => {
    const page = await fixture(
      html`<div>
        <p>neighbour</p>
        <section></section>
      </div>`,
    );
    const host = page.querySelector('section')!;
    const inside = host.attachShadow({ mode: 'open' });
    const list = document.createElement('customs-link-list') as CustomsLinkList;
    const rest = document.createElement('p');
    inside.append(rest, list);
    restore.push(printer());
    printFrom(list, () => undefined);
    const shown = [page.querySelector('p')!, host, rest, list].map(isShown);
    expect(shown).to.deep.equal([false, true, false, true]);
    window.dispatchEvent(new Event('afterprint'));
    expect([host, list].some((one) => one.hasAttribute('data-customs-printed'))).to.equal(false);
    expect(inside.adoptedStyleSheets).to.deep.equal([]);
  });

  it('waits for a phone, which begins later', async () => {
    const { list, all } = await besides();
    restore.push(replace(window, 'print', () => undefined));
    let begun = 0;
    const left = printFrom(list, () => (begun += 1));
    expect(left).to.include({ action: 'print', isCertain: false });
    expect(all(), 'nothing prints yet').to.deep.equal(WHOLE);
    begin();
    expect(all()).to.deep.equal(ALONE);
    expect(begun).to.equal(1);
    // The finger that pressed the button.
    window.dispatchEvent(new PointerEvent('pointermove'));
    expect(all()).to.deep.equal(ALONE);
  });

  for (const [what, sign] of [
    ['touches the page', () => window.dispatchEvent(new PointerEvent('pointerdown'))],
    ['moves the mouse', () => window.dispatchEvent(new PointerEvent('pointermove'))],
    ['presses a key', () => window.dispatchEvent(new KeyboardEvent('keydown'))],
    ['comes back to the page', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['leaves the page', () => window.dispatchEvent(new Event('pagehide'))],
  ] as const) {
    it(`prints the whole page later where print() did nothing and the reader ${what}`, async () => {
      const { list, all } = await besides();
      const before = document.adoptedStyleSheets.length;
      restore.push(replace(window, 'print', () => undefined));
      printFrom(list, () => undefined);
      expect(document.adoptedStyleSheets).to.have.length(before);
      sign();
      begin();
      expect(all()).to.deep.equal(WHOLE);
    });
  }

  it('ends with the next touch where a browser never tells that it has printed', async () => {
    const { list, all } = await besides();
    restore.push(printer());
    printFrom(list, () => undefined);
    window.dispatchEvent(new PointerEvent('pointerdown'));
    expect(all()).to.deep.equal(WHOLE);
  });

  for (const [what, print] of [
    ['is missing', undefined],
    [
      'throws',
      () => {
        throw new Error('no printer');
      },
    ],
  ] as const) {
    it(`knows that nothing prints where print() ${what}`, async () => {
      const { list, all } = await besides();
      restore.push(replace(window, 'print', print));
      expect(printFrom(list, () => undefined)).to.include({ isCertain: true });
      begin();
      expect(all()).to.deep.equal(WHOLE);
    });
  }
});
