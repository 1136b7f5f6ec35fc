import type { LitElement } from 'lit';
import { LazyModule } from '../../lazy-module.js';
import { whenIdle } from '../reader/idle.js';
import { styledRoot } from '../styles/styled-root.js';

/*
 * A server-rendered element arrives with a full shadow root. It stays untouched until the page is
 * idle or a reader touches the element. Then it is hydrated node by node. Nothing is rendered
 * twice, so focus, selection and typed text stay. The press that woke the element is repeated.
 */

/** Code for hydration. If it fails to load, the element renders again. */
const binding = new LazyModule(() => import('./bind-rendering.js'));

/** Events of a reader that the element has to answer. */
const TOUCHES = ['pointerdown', 'focusin', 'click'] as const;

/** The server rendering of an element, until the element hydrates it. */
export class TakeOver {
  /** Resolves with the code for hydration when it is time to hydrate. */
  readonly due: Promise<unknown>;

  /** Last button pressed before hydration. */
  pressed: HTMLElement | undefined;

  readonly root: ShadowRoot;
  #touched: (() => void) | undefined;

  /**
   * @param root - a shadow root with content
   * @param touched - called each time a reader touches it, because what failed to come may come now
   */
  constructor(root: ShadowRoot, touched: () => void) {
    this.root = root;
    const touch = new Promise<void>((resolve) => {
      this.#touched = () => {
        resolve();
        touched();
      };
    });
    this.due = Promise.race([touch, whenIdle()]).then(() => binding.bring());
    for (const type of TOUCHES) root.addEventListener(type, this.#onTouch);
  }

  /**
   * Stops waiting, and gives the rendering the styles of its element.
   *
   * @returns the code for hydration; if it failed to load, the root is emptied
   */
  end(element: LitElement): typeof binding.module {
    styledRoot(element, this.root);
    for (const type of TOUCHES) this.root.removeEventListener(type, this.#onTouch);
    if (!binding.module) this.root.textContent = '';
    return binding.module;
  }

  readonly #onTouch = ({ type, target }: Event): void => {
    if (type === 'click') this.pressed = (target as Element).closest('button') ?? undefined;
    this.#touched?.();
  };
}
