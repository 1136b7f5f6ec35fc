import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { keepOwnEvents } from '../../src/base/reader/own-controls.js';

/** Listens on the document like the scripts of a page, until the test is over. */
const listeners: (() => void)[] = [];
function onPage(type: string, listener: (event: Event) => void): void {
  document.addEventListener(type, listener);
  listeners.push(() => document.removeEventListener(type, listener));
}

/** Places an element with controls in a shadow root, as ours have. */
async function controls(): Promise<ShadowRoot> {
  const host = await fixture(html`<div><i>slotted</i></div>`);
  const root = keepOwnEvents(host.attachShadow({ mode: 'open' }));
  const form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const name of ['textarea', 'input', 'button', 'a', 'slot'] as const) {
    form.append(Object.assign(document.createElement(name), { id: name, textContent: '' }));
  }
  const check = Object.assign(document.createElement('input'), { type: 'checkbox', id: 'check' });
  form.append(check);
  Object.assign(form.querySelector('button')!, { type: 'button', textContent: 'press' });
  Object.assign(form.querySelector('a')!, { href: '#here', textContent: 'link' });
  root.append(form);
  return root;
}

const find = <T extends HTMLElement = HTMLInputElement>(root: ShadowRoot, id: string): T =>
  root.querySelector<T>(`#${id}`)!;

async function pressWithMouse(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await sendMouse({ type: 'click', position });
}

const isField = ({ target }: Event): boolean =>
  /^(INPUT|TEXTAREA|A|BUTTON)$/.test((target as Element).tagName);

describe('controls in an element', () => {
  afterEach(() => {
    for (const stop of listeners.splice(0)) stop();
  });

  it('keep what is typed, although the page has shortcuts', async () => {
    const root = await controls();
    const taken: string[] = [];
    for (const type of ['keydown', 'keypress', 'keyup']) {
      onPage(type, (event) => {
        const { key } = event as KeyboardEvent;
        if (isField(event)) return;
        taken.push(key);
        event.preventDefault();
      });
    }
    find(root, 'textarea').focus();
    await sendKeys({ type: 'yes / sir' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'xy' });
    await sendKeys({ press: 'Backspace' });
    expect(find(root, 'textarea').value).to.equal('yes / sir\nx');
    expect(taken).to.deep.equal([]);
  });

  it('leave the page the keys that they do not use', async () => {
    const root = await controls();
    const heard: string[] = [];
    onPage('keydown', (event) => {
      heard.push((event as KeyboardEvent).key);
      event.preventDefault();
    });
    find(root, 'textarea').focus();
    for (const press of ['Escape', 'F2', 'Tab']) await sendKeys({ press });
    for (const [hold, press] of [
      ['Control', 'k'],
      ['Alt', 's'],
    ] as const) {
      await sendKeys({ down: hold });
      await sendKeys({ press });
      await sendKeys({ up: hold });
    }
    find(root, 'button').focus();
    await sendKeys({ press: 's' });
    find(root, 'check').focus();
    await sendKeys({ press: '/' });
    find(root, 'a').focus();
    await sendKeys({ press: 'Space' });
    expect(heard.filter((key) => !/^(Control|Alt)$/.test(key))).to.deep.equal([
      'Escape',
      'F2',
      'Tab',
      'k',
      's',
      's',
      '/',
      ' ',
    ]);
  });

  it('are pressed by key, although the page takes Enter and the space bar', async () => {
    const root = await controls();
    onPage('keydown', (event) => event.preventDefault());
    const pressed: string[] = [];
    root.addEventListener('click', ({ target }) => {
      pressed.push((target as Element).id);
    });
    for (const [id, press] of [
      ['button', 'Enter'],
      ['button', 'Space'],
      ['check', 'Space'],
      ['a', 'Enter'],
    ] as const) {
      find(root, id).focus();
      await sendKeys({ press });
    }
    expect(pressed).to.deep.equal(['button', 'button', 'check', 'a']);
    expect(find(root, 'check').checked).to.equal(true);
  });

  it('are focused and ticked, although the page allows only presses in fields', async () => {
    const root = await controls();
    for (const type of [
      'pointerdown',
      'mousedown',
      'click',
      'selectstart',
      'contextmenu',
      'paste',
    ]) {
      onPage(type, (event) => {
        if (!isField(event)) event.preventDefault();
      });
    }
    await pressWithMouse(find(root, 'input'));
    expect(root.activeElement).to.equal(find(root, 'input'));
    await pressWithMouse(find(root, 'check'));
    expect(find(root, 'check').checked).to.equal(true);
  });

  it('are tapped on, although a script of the page makes clicks of its own', async () => {
    const root = await controls();
    // FastClick does so on iPhones, for what it takes for the target.
    for (const type of ['touchstart', 'touchend']) onPage(type, (event) => event.preventDefault());
    for (const id of ['textarea', 'input', 'check', 'button', 'a']) {
      for (const type of ['touchstart', 'touchend']) {
        const touch = new TouchEvent(type, { bubbles: true, composed: true, cancelable: true });
        find(root, id).dispatchEvent(touch);
        expect(touch.defaultPrevented, `${type} on ${id}`).to.equal(false);
      }
    }
  });

  it('tell the page of a press, with which it can close its menus', async () => {
    const root = await controls();
    const heard: string[] = [];
    const copies: Event[] = [];
    for (const type of ['mousedown', 'click']) {
      onPage(type, (event) => {
        heard.push(type);
        copies.push(event);
      });
    }
    await pressWithMouse(find(root, 'button'));
    expect(heard).to.deep.equal(['mousedown', 'click']);
    const [, click] = copies as MouseEvent[];
    expect(click!.target).to.equal(root.host);
    expect([click!.clientX > 0, click!.composed, click!.bubbles]).to.deep.equal([true, true, true]);
    // A link or a label around the element does not follow it.
    expect(click!.defaultPrevented).to.equal(true);
  });

  it('leave alone what the author has put into the element', async () => {
    const root = await controls();
    const field = document.createElement('input');
    root.host.append(field);
    const heard: string[] = [];
    onPage('keydown', (event) => heard.push((event as KeyboardEvent).key));
    field.focus();
    await sendKeys({ press: 'a' });
    expect(heard).to.deep.equal(['a']);
  });
});
