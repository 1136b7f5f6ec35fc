/* Puts elements with made-up input into the page, and looks at what became of them. */
import { nextFrame } from '@open-wc/testing';
import type { AgencyElement } from '../../src/index.js';
import { rootsOf, shownText } from '../fixtures/page.js';
import { LINK_PROTOCOLS } from './addresses.mjs';

/** Records errors that nobody has caught, before Mocha ends the test for them. */
export class Uncaught {
  readonly errors: string[] = [];
  readonly #warn = console.warn;

  constructor() {
    window.addEventListener('error', this.#take, true);
    window.addEventListener('unhandledrejection', this.#take, true);
    // Elements warn of each problem; thousands of lines say nothing here.
    console.warn = () => undefined;
  }

  /** Fails if there was one since the last look. */
  look(): void {
    const [first] = this.errors.splice(0);
    if (first !== undefined) throw new Error(`uncaught: ${first}`);
  }

  close(): void {
    window.removeEventListener('error', this.#take, true);
    window.removeEventListener('unhandledrejection', this.#take, true);
    console.warn = this.#warn;
  }

  readonly #take = (event: ErrorEvent | PromiseRejectionEvent): void => {
    event.stopImmediatePropagation();
    event.preventDefault();
    const thrown = 'reason' in event ? event.reason : event.error;
    this.errors.push(String(thrown?.stack ?? thrown));
  };
}

/** Elements that run code or show foreign pages. */
const ACTIVE =
  'script, iframe, object, embed, base, meta, link, form[action], svg [href], [srcdoc]';

/** Fails if something in an element could run, or leads where no link may lead. */
export function expectInert(element: Element): void {
  for (const root of rootsOf(element)) {
    const active = root.querySelector(ACTIVE);
    if (active) throw new Error(`active: ${active.outerHTML.slice(0, 200)}`);
    for (const { attributes, outerHTML } of root.querySelectorAll('*')) {
      const handler = [...attributes].find(({ name }) => name.startsWith('on'));
      if (handler) throw new Error(`handler: ${outerHTML.slice(0, 200)}`);
    }
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (!LINK_PROTOCOLS.includes(link.protocol)) throw new Error(`link: ${link.href}`);
    }
  }
  if ('polluted' in Object.prototype) throw new Error('every object has a new member');
}

/** Waits until an element has left its loading state. */
async function settle(element: AgencyElement): Promise<void> {
  for (
    let frames = 0;
    element.state.kind === 'loading' || !element.localization.ready;
    frames += 1
  ) {
    if (frames > 200) throw new Error('it keeps loading');
    await nextFrame();
    await element.updateComplete;
  }
}

const isSeen = (node: Element): boolean => node.getBoundingClientRect().height > 0;

/**
 * Puts an element into the page, waits for it, and fails unless it is inert and shows something: what it read, what is
 * wrong, or what its author wrote.
 *
 * @param change - makes the element what it is to be; `markup` is the author's
 */
export async function expectSound(
  tag: string,
  change: (element: AgencyElement) => void,
  uncaught: Uncaught,
): Promise<AgencyElement> {
  const element = document.createElement(tag) as AgencyElement;
  element.lang = 'zh-Hans';
  change(element);
  document.body.append(element);
  try {
    await element.updateComplete;
    await settle(element);
    uncaught.look();
    const { state } = element;
    const said = shownText(element).trim();
    const isHidden = state.kind === 'empty' && element.hideWhenEmpty;
    if (!said && !isSeen(element) && !isHidden) throw new Error(`${state.kind}, and blank`);
    if (state.kind === 'failed' && !state.problems.every(({ message }) => message.trim())) {
      throw new Error('failed without a word');
    }
    expectInert(element);
    return element;
  } finally {
    element.remove();
  }
}
