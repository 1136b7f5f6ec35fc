/* Code for copies, files and prints. It loads when a reader first touches the element. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Localized } from '../language/localization.js';
import { copyFrom, saveFrom } from '../reader/actions.js';
import type { ByHand } from '../reader/by-hand.js';
import { printFrom } from '../reader/print.js';
import { announceByHand, renderByHand, selectText } from './by-hand.js';

export { toCsv, toJson, toText } from '../../agency/export/duty-files.js';
export { toVCard } from '../../agency/export/vcard.js';

/** Copies, saves and prints for one element. Remembers what the browser has not done. */
export class TakeAway implements ReactiveController {
  readonly #host: HTMLElement & ReactiveControllerHost & Localized;
  /** What the last action has left to the reader. */
  #left: ByHand | undefined;
  /** True until the text of a failed copy is selected. */
  #isNew = false;

  constructor(host: HTMLElement & ReactiveControllerHost & Localized) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isNew) this.#isNew = !selectText(this.#host);
  }

  /** Copies a text. Resolves to true on success. */
  async copy(text: string): Promise<boolean> {
    const copied = await copyFrom(this.#host, text);
    this.#leave(copied ? undefined : { action: 'copy', text, copied });
    return copied;
  }

  /** Saves a file. */
  save(name: string, format: Parameters<typeof saveFrom>[2], text: string): void {
    this.#tell(saveFrom(this.#host, name, format, text));
  }

  print(): void {
    this.#tell(printFrom(this.#host, () => this.#leave(undefined)));
  }

  /** Renders what remains: after a copy, or after a file or a print. */
  render(isCopy: boolean): unknown {
    const left = this.#left;
    if (!left || (left.action === 'copy') !== isCopy) return undefined;
    const onCopy = async (): Promise<void> =>
      this.#leave({ ...left, copied: await copyFrom(this.#host, left.text) });
    return renderByHand(this.#host, left, () => void onCopy());
  }

  #leave(left: ByHand | undefined): void {
    this.#left = left;
    this.#isNew = left?.copied === false;
    this.#host.requestUpdate();
  }

  /** Keeps what remains, and lets screen readers speak it. */
  #tell(left: ByHand | undefined): void {
    this.#leave(left);
    if (left) announceByHand(this.#host, left);
  }
}
