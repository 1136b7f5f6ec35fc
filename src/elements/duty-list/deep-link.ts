import type { LitElement, ReactiveController } from 'lit';
import { followPlace, goTo, routeOfPage } from '../../base/reader/places.js';

/** A list whose items the page address can name. */
interface List extends LitElement {
  readonly deepLink: DeepLinkController;
  /** True if it shows an item with this identifier. */
  has(id: string): boolean;
  /** Shows all items, so the named one is among them. */
  showAll(): Promise<void>;
}

/** Follows the page address: `#duty-6` leads to the sixth duty of the first list that has it. */
export class DeepLinkController implements ReactiveController {
  /** Identifier of the item in the address; empty if it is not in this list. */
  target = '';

  /** Route of the page's own scripts; empty before the first rendering, which knows no address. */
  route = '';

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
    this.#readRoute();
    const root = this.#host.renderRoot as ShadowRoot;
    const item = this.#moveTo && root.getElementById(this.#moveTo);
    if (!item) return;
    this.#moveTo = '';
    goTo(item);
  }

  /** Goes to the item whose number was clicked, in this list. */
  readonly onClick = (event: MouseEvent): void => {
    const { id } = (event.currentTarget as Element).parentElement!;
    followPlace(event, id, () => void this.#show(id, true));
  };

  readonly #onHashChange = (): void => {
    this.#readRoute();
    void this.#find(true);
  };

  /** Renders again if the page has gone to another route. */
  #readRoute(): void {
    const route = routeOfPage();
    if (route !== this.route) this.#host.requestUpdate();
    this.route = route;
  }

  async #find(moves: boolean): Promise<void> {
    const host = this.#host;
    const id = window.location.hash.slice(1);
    const lists = [...document.querySelectorAll<Element & Partial<List>>(host.localName)];
    const named =
      lists.find((list) => id && list.deepLink?.target === id) ??
      lists.find((list) => list.has?.(id)) ??
      host;
    const target = named === host && host.has(id) ? id : '';
    // The same list in another language must not move the reader again.
    if (target !== this.target) await this.#show(target, moves);
  }

  /** Marks an item, or none. */
  async #show(target: string, moves: boolean): Promise<void> {
    const host = this.#host;
    this.target = target;
    host.requestUpdate();
    if (!target) return;
    await host.showAll();
    this.#moveTo = moves ? target : '';
    host.requestUpdate();
  }
}
