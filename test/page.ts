import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import axe from './axe.js';
import type { AgencyElement } from '../src/index.js';

/** What a test sees and does on an element, as a reader would. */
export const within = (element: Element): ShadowRoot => element.shadowRoot!;

/** Puts an element with this data into the page, in Chinese, and waits until it is rendered. */
export async function place<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  data: unknown,
  change?: (element: HTMLElementTagNameMap[Tag]) => void,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = document.createElement(tag);
  Object.assign(element, { lang: 'zh-Hans', data });
  change?.(element);
  await fixture(html`<div>${element}</div>`);
  await (element as unknown as AgencyElement).updateComplete;
  return element;
}

/** The element with this `part`. */
export function part<T extends HTMLElement = HTMLElement>(element: Element, name: string): T {
  const found = within(element).querySelector<T>(`[part~="${name}"]`);
  if (!found) throw new Error(`${element.localName} has no part "${name}"`);
  return found;
}

/** All elements with this `part`. */
export const parts = (element: Element, name: string): HTMLElement[] => [
  ...within(element).querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];

/** The button or link that says this. */
export function control(element: Element, text: string): HTMLElement {
  const found = [...within(element).querySelectorAll<HTMLElement>('button, a')].find(
    (one) => one.textContent.trim() === text || one.getAttribute('aria-label') === text,
  );
  if (!found) throw new Error(`${element.localName} has no control "${text}"`);
  return found;
}

/** The text a reader sees, with white space folded. */
export const textOf = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Waits until the element has left the loading state and shows it. */
export async function settled<T extends AgencyElement>(element: T): Promise<T> {
  await waitUntil(
    () => element.state.kind !== 'loading' && element.localization.ready,
    `${element.localName} keeps loading`,
    { timeout: 8000 },
  );
  await element.updateComplete;
  return element;
}

/** Collects the warnings on the console while a piece of work runs. */
export async function warningsOf(work: () => unknown): Promise<string[]> {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** Fails on any accessibility violation; rules about whole pages do not apply to a single element. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { region: { enabled: false } },
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  expect(found).to.deep.equal([]);
}
