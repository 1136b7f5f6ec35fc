import { adoptStyles, type LitElement, type TemplateResult } from 'lit';
import { warnOnce } from '../../warnings.js';
import { whenIdle } from '../reader/idle.js';
import type { hydrate as Hydrate } from './hydrate.js';

/*
 * An element that a server rendered arrives with a shadow root full of text. It stays as it is until the page is idle
 * or a reader touches it. Then it is taken over node by node: nothing is drawn a second time, so focus, selection and
 * what was typed meanwhile stay, and the press that woke the element is done again.
 */

type Field = HTMLInputElement | HTMLSelectElement;

const isUsed = (field: Field): boolean =>
  'options' in field
    ? !field.selectedOptions[0]?.defaultSelected
    : field.value !== field.defaultValue;

/** The fields that a reader has used before the script came, as functions that do to them again what was done. */
function usedFields(root: ShadowRoot): (() => void)[] {
  const fields = [...root.querySelectorAll<Field>('input, select')];
  return fields.filter(isUsed).map((field) => {
    const { value, selectionStart, selectionEnd } = field as HTMLInputElement;
    return () => {
      field.value = value;
      if ('options' in field) {
        field.dispatchEvent(new Event('change'));
      } else {
        field.setSelectionRange(selectionStart, selectionEnd);
        field.dispatchEvent(new InputEvent('input'));
      }
    };
  });
}

let hydrate: typeof Hydrate | undefined;

/** Brings what takes over. Where it does not come, the element is drawn anew. */
async function bringHydrate(): Promise<void> {
  try {
    hydrate ??= (await import('./hydrate.js')).hydrate;
  } catch (error) {
    console.warn('customs-widgets:', error);
  }
}

/** What a reader does to an element that has to answer. */
const TOUCHES = ['pointerdown', 'focusin', 'click'] as const;

/** What a server rendered into an element, until the element has taken it over. */
export class TakeOver {
  /** Comes when it is time to take over. */
  readonly due: Promise<void>;

  readonly #root: ShadowRoot;
  readonly #styles: readonly Element[];
  #touched: (() => void) | undefined;
  /** The button that was pressed in vain, last. */
  #pressed: HTMLElement | undefined;

  /** @param root - a shadow root that has something in it */
  constructor(root: ShadowRoot) {
    this.#root = root;
    this.#styles = [...root.children].filter((child) => child.matches('style, link'));
    const touch = new Promise<void>((resolve) => (this.#touched = resolve));
    this.due = Promise.race([touch, whenIdle()]).then(bringHydrate);
    for (const type of TOUCHES) root.addEventListener(type, this.#onTouch);
  }

  /**
   * Binds the nodes to the element's own rendering of the same, or removes them when that is not the same.
   *
   * @param key - fingerprint of what the element renders
   * @returns does what the reader had begun, as soon as the element listens; and takes away the styles for the time before
   */
  bind(element: LitElement, value: TemplateResult, key: string): () => void {
    const root = this.#root;
    const used = usedFields(root);
    for (const type of TOUCHES) root.removeEventListener(type, this.#onTouch);
    adoptStyles(root, (element.constructor as typeof LitElement).elementStyles);
    let isSame = hydrate !== undefined && root.firstChild?.nodeValue === key;
    try {
      if (isSame) hydrate!(value, root, element.renderOptions);
    } catch (error) {
      isSame = false;
      warnOnce(`<${element.localName}> as the server rendered it is drawn anew: ${String(error)}`);
    }
    if (!isSame) {
      while (root.lastChild) root.lastChild.remove();
      return () => {};
    }
    return () => {
      for (const use of used) use();
      for (const style of this.#styles) style.remove();
      this.#pressed?.click();
    };
  }

  readonly #onTouch = ({ type, target }: Event): void => {
    if (type === 'click') this.#pressed = (target as Element).closest('button') ?? undefined;
    this.#touched?.();
  };
}
