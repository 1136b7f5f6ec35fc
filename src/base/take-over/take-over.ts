import { LazyModule } from '../../lazy-module.js';
import { whenIdle } from '../reader/idle.js';

/*
 * An element that a server rendered arrives with a shadow root full of text. It stays as it is until the page is idle
 * or a reader touches it. Then it is taken over node by node: nothing is drawn a second time, so focus, selection and
 * what was typed meanwhile stay, and the press that woke the element is done again.
 */

/** What takes over. Where it does not come, the element is drawn anew. */
const binding = new LazyModule(() => import('./bind-rendering.js'));

/** What a reader does to an element that has to answer. */
const TOUCHES = ['pointerdown', 'focusin', 'click'] as const;

/** What a server rendered into an element, until it is time that the element takes it over. */
export class TakeOver {
  /** Comes when it is time, with what takes over. */
  readonly due: Promise<unknown>;

  /** The button that was pressed in vain, last. */
  pressed: HTMLElement | undefined;

  readonly root: ShadowRoot;
  #touched: (() => void) | undefined;

  /** @param root - a shadow root that has something in it */
  constructor(root: ShadowRoot) {
    this.root = root;
    const touch = new Promise<void>((resolve) => (this.#touched = resolve));
    this.due = Promise.race([touch, whenIdle()]).then(() => binding.bring());
    for (const type of TOUCHES) root.addEventListener(type, this.#onTouch);
  }

  /**
   * No longer waits.
   *
   * @returns what takes over; where it did not come, the root is empty now
   */
  end(): typeof binding.module {
    for (const type of TOUCHES) this.root.removeEventListener(type, this.#onTouch);
    if (!binding.module) this.root.replaceChildren();
    return binding.module;
  }

  readonly #onTouch = ({ type, target }: Event): void => {
    if (type === 'click') this.pressed = (target as Element).closest('button') ?? undefined;
    this.#touched?.();
  };
}
