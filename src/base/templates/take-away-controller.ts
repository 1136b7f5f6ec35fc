import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyModule } from '../../lazy-module.js';
import type { Localized } from '../language/localization.js';
import type { TakeAway } from './take-away.js';

/** Code for copies, files and prints. */
const takeAway = new LazyModule(() => import('./take-away.js'));
type Tools = NonNullable<typeof takeAway.module>;

/**
 * Events that precede a click. Loading starts then, because some browsers allow copying only right
 * after the click.
 */
const TOUCHES = ['pointerover', 'focusin'] as const;

/** An element that offers copies, files or prints. */
export interface Portable extends Localized {
  readonly takeAway: TakeAwayController;
}

type Host = HTMLElement & ReactiveControllerHost & Localized;

/** Copies, saves and prints for one element. */
export class TakeAwayController implements ReactiveController {
  readonly #host: Host;
  #actions: TakeAway | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** True when the code failed to load at the last attempt. */
  get hasFailed(): boolean {
    return takeAway.hasFailed;
  }

  /** Starts waiting for the reader's first touch. */
  hostConnected(): void {
    if (takeAway.module) return;
    for (const type of TOUCHES) this.#host.addEventListener(type, this.#onTouch, { once: true });
  }

  /** Stops waiting. */
  hostDisconnected(): void {
    for (const type of TOUCHES) this.#host.removeEventListener(type, this.#onTouch);
  }

  /** Copies a text. Resolves to true on success. */
  async copy(text: string): Promise<boolean> {
    return !!(await (await this.#bring())?.copy(text));
  }

  /**
   * Saves a file.
   *
   * @param name - file name without extension
   * @param write - returns the content of the file
   */
  async save(
    name: string,
    format: Parameters<TakeAway['save']>[1],
    write: (tools: Tools) => string,
  ): Promise<void> {
    (await this.#bring())?.save(name, format, write(takeAway.module!));
  }

  /** Prints the element. */
  async print(): Promise<void> {
    (await this.#bring())?.print();
  }

  /** Renders what the last action has left to the reader: of a copy, or of a file or a print. */
  render(isCopy: boolean): unknown {
    return this.#actions?.render(isCopy);
  }

  readonly #onTouch = (): void => void takeAway.bring();

  /** Loads the code, then renders the element, which shows or clears a loading error. */
  async #bring(): Promise<TakeAway | undefined> {
    const tools = await takeAway.bring();
    this.#host.requestUpdate();
    return (this.#actions ??= tools && new tools.TakeAway(this.#host));
  }
}
