import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyModule } from '../../lazy-module.js';
import type { Localized } from '../language/localization.js';

/** What readers take away with. */
const takeAway = new LazyModule(() => import('./take-away.js'));
type Tools = NonNullable<typeof takeAway.module>;

/** What a reader does before pressing a button: browsers that let pages copy only in the same moment find the code there. */
const TOUCHES = ['pointerover', 'focusin'] as const;

/** An element that something can be taken away from. */
export interface Portable extends Localized {
  readonly takeAway: TakeAwayController;
}

type Host = HTMLElement & ReactiveControllerHost & Localized;

/** Lets a reader take something away from an element: a copy, a file, a print. */
export class TakeAwayController implements ReactiveController {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether what is needed did not come when it was last asked for. */
  get hasFailed(): boolean {
    return takeAway.hasFailed;
  }

  /** Waits for the reader. */
  hostConnected(): void {
    if (takeAway.module) return;
    for (const type of TOUCHES) this.#host.addEventListener(type, this.#onTouch, { once: true });
  }

  /** No longer waits. */
  hostDisconnected(): void {
    for (const type of TOUCHES) this.#host.removeEventListener(type, this.#onTouch);
  }

  /** Copies a text; says whether that worked. */
  async copy(text: string): Promise<boolean> {
    const tools = await this.#bring();
    return tools ? tools.copyFrom(this.#host, text) : false;
  }

  /**
   * Saves a file.
   *
   * @param name - its name without the extension
   * @param write - makes its text
   */
  async save(
    name: string,
    format: Parameters<Tools['downloadFrom']>[2],
    write: (tools: Tools) => string,
  ): Promise<void> {
    const tools = await this.#bring();
    tools?.downloadFrom(this.#host, name, format, write(tools));
  }

  /** Prints the element. */
  async print(): Promise<void> {
    (await this.#bring())?.printElement(this.#host);
  }

  readonly #onTouch = (): void => void takeAway.bring();

  /** The element says so where it does not come, and no longer when it came. */
  async #bring(): Promise<Tools | undefined> {
    const tools = await takeAway.bring();
    this.#host.requestUpdate();
    return tools;
  }
}
