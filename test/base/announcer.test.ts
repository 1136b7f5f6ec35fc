import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { announce } from '../../src/base/reader/announcer.js';
import { CustomsLinkList } from '../../src/index.js';
import { sample } from '../fixtures/agencies.js';

CustomsLinkList.define();

/** All regions of the page, also inside shadow roots. */
function regions(root: ParentNode = document): HTMLElement[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? regions(shadowRoot) : [],
  );
  return [...root.querySelectorAll<HTMLElement>('[data-customs-announcer]'), ...inside];
}

const spoken = (): HTMLElement => regions()[0]!;
const says = (text: string): Promise<void> =>
  waitUntil(() => regions()[0]?.textContent.trim() === text, `says "${text}"`);

/** True if a screen reader finds a text on the page. */
const isHeard = async (text: string): Promise<boolean> =>
  JSON.stringify(await a11ySnapshot({})).includes(text);

/** An element that speaks, inside what `around` puts around it. */
async function speaker(
  around: (list: unknown) => unknown = (list) => list,
): Promise<CustomsLinkList> {
  const page = await fixture<HTMLElement>(
    html`<div>
      <button>behind</button
      >${around(html`<customs-link-list .data=${sample}></customs-link-list>`)}
    </div>`,
  );
  return page.querySelector('customs-link-list')!;
}

const inDialog = (list: unknown): unknown => html`<dialog><button>x</button>${list}</dialog>`;
const dialogOf = (element: Element): HTMLDialogElement => element.closest('dialog')!;

beforeEach(() => regions().forEach((one) => one.remove()));

describe('announce', () => {
  it('opens its region before it speaks for the first time', async () => {
    announce(await speaker(), 'first', 'en');
    expect(spoken().textContent).to.equal('');
    expect(spoken().getAttribute('role')).to.equal('status');
    await says('first');
  });

  it('speaks in one region of the page, in the language of the text', async () => {
    const list = await speaker();
    announce(list, '一');
    expect(await says('一').then(() => spoken().lang)).to.equal(list.localization.language);
    announce(list, 'two', 'en');
    await says('two');
    expect(regions()).to.have.length(1);
    expect(spoken().lang).to.equal('en');
    expect(getComputedStyle(spoken()).width).to.equal('1px');
  });

  it('speaks the last of several texts, also the first time', async () => {
    const list = await speaker();
    announce(list, 'early', 'en');
    announce(list, 'late', 'zh-Hans');
    await says('late');
    expect(spoken().lang).to.equal('zh-Hans');
  });

  it('speaks the same text twice', async () => {
    const list = await speaker();
    announce(list, 'same');
    await says('same');
    const first = spoken().textContent;
    announce(list, 'same');
    expect(spoken().textContent).not.to.equal(first);
    expect(spoken().textContent.trim()).to.equal('same');
  });

  it('comes back when a page has thrown its region away', async () => {
    const list = await speaker();
    announce(list, 'first');
    await says('first');
    spoken().remove();
    announce(list, 'again');
    await says('again');
  });
});

describe('while a modal dialog is open, announce', () => {
  it('is heard from an element in it, where the region was outside before', async () => {
    const list = await speaker(inDialog);
    announce(list, 'before');
    await says('before');
    expect(spoken().parentElement === document.body).to.equal(true);
    dialogOf(list).showModal();
    announce(list, 'inside');
    await says('inside');
    expect(await isHeard('inside')).to.equal(true);
    expect(regions()).to.have.length(1);
  });

  it('is heard from an element behind it', async () => {
    const list = await speaker((list) => [list, inDialog('')]);
    const dialog = list.parentElement!.querySelector('dialog')!;
    dialog.showModal();
    announce(list, 'behind it');
    await says('behind it');
    expect(await isHeard('behind it')).to.equal(true);
    expect(spoken().parentElement === dialog).to.equal(true);
    // The focus is nowhere, as after a click beside all controls.
    (document.activeElement as HTMLElement).blur();
    announce(list, 'again');
    await says('again');
    expect(spoken().parentElement === dialog).to.equal(true);
  });

  it('is heard in the upper one of two', async () => {
    const list = await speaker((list) => [inDialog(''), inDialog(list)]);
    const [upper, lower] = list.closest('div')!.querySelectorAll('dialog');
    lower!.showModal();
    upper!.showModal();
    announce(list, 'upper');
    await says('upper');
    expect(await isHeard('upper')).to.equal(true);
  });

  it('is heard in one that a component of the page keeps in its shadow root', async () => {
    const list = await speaker((list) => html`<section>${list}</section>`);
    const root = list.closest('section')!.attachShadow({ mode: 'open' });
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('slot'));
    root.append(dialog);
    dialog.showModal();
    announce(list, 'slotted');
    await says('slotted');
    expect(await isHeard('slotted')).to.equal(true);
  });

  it('speaks on the page again when it has closed, and leaves nothing in it', async () => {
    const list = await speaker(inDialog);
    const dialog = dialogOf(list);
    const before = dialog.childNodes.length;
    dialog.showModal();
    announce(list, 'inside');
    await says('inside');
    dialog.close();
    await waitUntil(() => !regions().length, 'its region is gone');
    expect(dialog.childNodes.length).to.equal(before);
    announce(list, 'outside');
    await says('outside');
    expect(spoken().parentElement === document.body).to.equal(true);
  });

  it('says its text outside if it closes at once, as after a comment was sent', async () => {
    const list = await speaker(inDialog);
    dialogOf(list).showModal();
    announce(list, 'sent');
    dialogOf(list).close();
    await says('sent');
    expect(spoken().parentElement === document.body).to.equal(true);
  });

  it('is heard in one that the page has made, with all else inert', async () => {
    const list = await speaker(
      (list) => html`<div role="dialog" aria-modal="true" tabindex="-1">${list}</div>`,
    );
    announce(list, 'before');
    await says('before');
    spoken().inert = true;
    const dialog = list.closest<HTMLElement>('[role=dialog]')!;
    dialog.focus();
    announce(list, 'inside');
    await says('inside');
    expect(await isHeard('inside')).to.equal(true);
    expect(spoken().parentElement === dialog).to.equal(true);
    dialog.hidden = true;
    announce(await speaker(), 'outside');
    await says('outside');
    expect(spoken().parentElement === document.body).to.equal(true);
  });

  it('is heard on a page that has made its region inert and forgotten it', async () => {
    const list = await speaker();
    announce(list, 'before');
    await says('before');
    spoken().setAttribute('aria-hidden', 'true');
    announce(list, 'after');
    await says('after');
    expect(await isHeard('after')).to.equal(true);
  });
});

describe('on a page that a tool has brought back from its markup, announce', () => {
  it('leaves no old text as soon as an element is there', async () => {
    announce(await speaker(), 'old');
    await says('old');
    const kept = document.body.cloneNode(true) as HTMLElement;
    spoken().remove();
    const restored = kept.querySelector('[data-customs-announcer]')!;
    document.body.append(restored);
    expect(spoken() === restored).to.equal(true);
    await speaker();
    expect(regions()).to.have.length(0);
  });

  it('never speaks in an old region', async () => {
    const list = await speaker();
    announce(list, 'old');
    await says('old');
    const restored = spoken().cloneNode(true) as HTMLElement;
    spoken().remove();
    document.body.append(restored);
    announce(list, 'new');
    await nextFrame();
    expect(regions().includes(restored)).to.equal(false);
    await says('new');
  });
});
