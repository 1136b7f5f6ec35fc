import type { LitElement, ReactiveController } from 'lit';

/** Tells whether a text of an element does not fit into its lines. Only then it gets a button to expand it. */
export class ClampController implements ReactiveController {
  clamped = false;

  readonly #host: LitElement;
  readonly #selector: string;
  #resizes: ResizeObserver | undefined;

  /** @param selector - finds the text while it is cut off */
  constructor(host: LitElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
  }

  /** Measures the text as it is shown now, and whenever its box has another size. */
  follow(): void {
    this.#resizes ??= new ResizeObserver(() => requestAnimationFrame(this.#measure));
    // Observing anew measures a text that changed without changing the size of its box.
    this.#resizes.disconnect();
    const text = this.#host.isConnected && this.#text();
    if (text) this.#resizes.observe(text);
  }

  #text(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(this.#selector);
  }

  readonly #measure = (): void => {
    const text = this.#text();
    const clamped = text ? text.scrollHeight > text.clientHeight + 1 : this.clamped;
    if (clamped === this.clamped) return;
    this.clamped = clamped;
    this.#host.requestUpdate();
  };
}
