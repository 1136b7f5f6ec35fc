import type { LitElement, ReactiveController } from 'lit';

/** A list of things that addresses can name. */
interface List extends LitElement {
  /** Whether it shows the one with this identifier. */
  has(id: string): boolean;
  /** Shows everything, so that the one that is named is among it. */
  showAll(): Promise<void>;
}

/** Follows the address of the page: `#duty-6` leads to the sixth duty of the first list that has it. */
export class DeepLinkController implements ReactiveController {
  /** Identifier of what the address names; empty when that is not here. */
  target = '';

  readonly #host: List;
  /** What to go to as soon as it is shown. */
  #moveTo = '';
  /** Whether there is data that the address was not compared with. */
  #isDue = false;

  constructor(host: List) {
    this.#host = host;
    host.addController(this);
  }

  /** Listens to the address of the page. */
  hostConnected(): void {
    window.addEventListener('hashchange', this.#onHashChange);
  }

  /** Stops listening. */
  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** Compares the address with new data, after that is shown. */
  compare(): void {
    this.#isDue = true;
  }

  /** What the address asks for comes after what the data says, which a server may have rendered already. */
  follow(): void {
    if (this.#isDue) {
      this.#isDue = false;
      // Who has begun to do something on the page is not taken away from it.
      const { activeElement, body } = document;
      void this.#find(!activeElement || activeElement === body);
    }
    const root = this.#host.renderRoot;
    const item = this.#moveTo && root.querySelector<HTMLElement>(`#${CSS.escape(this.#moveTo)}`);
    if (!item) return;
    this.#moveTo = '';
    item.scrollIntoView({ block: 'start' });
    item.focus({ preventScroll: true });
  }

  readonly #onHashChange = (): void => void this.#find(true);

  async #find(moves: boolean): Promise<void> {
    const host = this.#host;
    const id = window.location.hash.slice(1);
    const lists = [...document.querySelectorAll<Element & Partial<List>>(host.localName)];
    const isFirst = (lists.find((list) => list.has?.(id)) ?? host) === host;
    const target = isFirst && host.has(id) ? id : '';
    // Another language of the same list must not take the reader back to it.
    if (target === this.target) return;
    this.target = target;
    host.requestUpdate();
    if (!target) return;
    await host.showAll();
    this.#moveTo = moves ? target : '';
    host.requestUpdate();
  }
}
