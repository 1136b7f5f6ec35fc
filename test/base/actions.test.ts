import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { copyFrom, downloadFrom, printElement } from '../../src/base/reader/actions.js';
import { announce } from '../../src/base/reader/announcer.js';
import { CustomsLinkList } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';

CustomsLinkList.define();
const element = (): Promise<CustomsLinkList> =>
  fixture(html`<customs-link-list .data=${sample}></customs-link-list>`);
const spoken = (): HTMLElement => document.querySelector('[data-customs-announcer]')!;

/** Replaces a property of an object until the end of the test. */
function replace<T extends object>(target: T, name: keyof T, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}

describe('announce', () => {
  const says = (text: string): Promise<void> =>
    waitUntil(() => (spoken() as HTMLElement | null)?.textContent.trim() === text);

  it('opens its region before it speaks for the first time', async () => {
    document.querySelector('[data-customs-announcer]')?.remove();
    announce('first', 'en');
    expect(spoken().textContent).to.equal('');
    expect(spoken().getAttribute('role')).to.equal('status');
    await says('first');
  });

  it('speaks in one region of the page, in the language of the text', async () => {
    announce('一', 'zh-Hans');
    announce('two', 'en');
    await says('two');
    expect(document.querySelectorAll('[data-customs-announcer]')).to.have.length(1);
    expect(spoken().lang).to.equal('en');
    expect(getComputedStyle(spoken()).width).to.equal('1px');
  });

  it('speaks the last of several texts, also the first time', async () => {
    spoken().remove();
    announce('early', 'en');
    announce('late', 'zh-Hans');
    await says('late');
    expect(spoken().lang).to.equal('zh-Hans');
  });

  it('speaks the same text twice', async () => {
    announce('same', 'en');
    await says('same');
    const first = spoken().textContent;
    announce('same', 'en');
    expect(spoken().textContent).not.to.equal(first);
    expect(spoken().textContent.trim()).to.equal('same');
  });

  it('comes back when a page has thrown its region away', async () => {
    spoken().remove();
    announce('again', 'en');
    await says('again');
  });
});

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

describe('downloadFrom', () => {
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
    downloadFrom(list, '海关/总署: a?b', 'csv', '一,二');
    expect((await event).detail).to.deep.equal({ format: 'csv', fileName: '海关-总署-a-b.csv' });
    expect(clicked[0]!.download).to.equal('海关-总署-a-b.csv');
    expect(blob!.type).to.equal('text/csv;charset=utf-8');
    expect(await blob!.text()).to.equal('一,二');
    restore.forEach((undo) => undo());
  });
});

describe('printElement', () => {
  it('prints the element alone, and leaves the page as it was', async () => {
    const page = await fixture(
      html`<div>
        <p>neighbour</p>
        <section>
          <customs-link-list .data=${sample}><i>author</i></customs-link-list>
        </section>
      </div>`,
    );
    const list = page.querySelector('customs-link-list')!;
    const before = document.adoptedStyleSheets.length;
    const restore = replace(window, 'print', () => {});
    await emulateMedia({ media: 'print' });
    printElement(list);
    const shown = ['p', 'section', 'customs-link-list'].map(
      (name) => getComputedStyle(page.querySelector(name)!).display !== 'none',
    );
    expect(shown).to.deep.equal([false, true, true]);
    window.dispatchEvent(new Event('afterprint'));
    await emulateMedia({ media: 'screen' });
    expect(list.hasAttribute('data-customs-printed')).to.equal(false);
    expect(document.adoptedStyleSheets).to.have.length(before);
    restore();
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
    const restore = replace(window, 'print', () => {});
    await emulateMedia({ media: 'print' });
    printElement(list);
    const shown = [page.querySelector('p')!, host, rest, list].map(
      (one) => getComputedStyle(one).display !== 'none',
    );
    expect(shown).to.deep.equal([false, true, false, true]);
    window.dispatchEvent(new Event('afterprint'));
    await emulateMedia({ media: 'screen' });
    expect([host, list].some((one) => one.hasAttribute('data-customs-printed'))).to.equal(false);
    expect(inside.adoptedStyleSheets).to.deep.equal([]);
    restore();
  });
});
