import type { LitElement, ReactiveController } from 'lit';

/** Tells whether the text that is cut off (`.cut`) does not fit into its lines. Only then it gets a button to expand it. */
export class ClampController implements ReactiveController {
  /** Whether there is more of the text than is shown. */
  clamped = false;

  readonly #host: LitElement;
  #resizes: ResizeObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Stops measuring; the next update begins anew. */
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
    return this.#host.renderRoot.querySelector<HTMLElement>('.cut');
  }

  readonly #measure = (): void => {
    const text = this.#text();
    const clamped = text ? text.scrollHeight > text.clientHeight + 1 : this.clamped;
    if (clamped === this.clamped) return;
    this.clamped = clamped;
    this.#host.requestUpdate();
  };
}
