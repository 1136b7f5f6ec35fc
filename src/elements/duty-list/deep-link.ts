import type { LitElement, ReactiveController } from 'lit';

/** A list whose items the page address can name. */
interface List extends LitElement {
  /** True if it shows an item with this identifier. */
  has(id: string): boolean;
  /** Shows all items, so the named one is among them. */
  showAll(): Promise<void>;
}

/** Follows the page address: `#duty-6` leads to the sixth duty of the first list that has it. */
export class DeepLinkController implements ReactiveController {
  /** Identifier of the item in the address; empty if it is not in this list. */
  target = '';

  readonly #host: List;
  /** Identifier of the item to scroll to once it has rendered. */
  #moveTo = '';
  /** True if new data has not been compared with the address yet. */
  #isDue = false;

  constructor(host: List) {
    this.#host = host;
    host.addController(this);
  }

  /** Listens to the page address. */
  hostConnected(): void {
    window.addEventListener('hashchange', this.#onHashChange);
  }

  /** Stops listening. */
  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** Compares the address with new data after that has rendered. */
  compare(): void {
    this.#isDue = true;
  }

  /** Follows the address after rendering: hydration needs a first rendering from data alone. */
  follow(): void {
    if (this.#isDue) {
      this.#isDue = false;
      // Readers who are using the page stay where they are.
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
    // The same list in another language must not move the reader again.
    if (target === this.target) return;
    this.target = target;
    host.requestUpdate();
    if (!target) return;
    await host.showAll();
    this.#moveTo = moves ? target : '';
    host.requestUpdate();
  }
}
