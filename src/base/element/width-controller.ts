import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Prerendered } from '../take-over/prerendered.js';

/** Width in px under which an element is laid out for a phone or a side column. */
const NARROW = 480;

interface WidthHost extends ReactiveControllerHost, HTMLElement {
  readonly prerendered?: Prerendered | undefined;
}

/**
 * Tells whether an element stands in a narrow column. A media query would follow the window, and a container
 * query would make the element collapse in floats and table cells, where old pages put it.
 */
export class WidthController implements ReactiveController {
  narrow = false;

  readonly #host: WidthHost;
  #observer: ResizeObserver | undefined;
  #measured = false;

  constructor(host: WidthHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { prerendered } = this.#host;
    if (prerendered) this.narrow = prerendered.narrow;
    else this.#measure();
    this.#observer = new ResizeObserver(() => requestAnimationFrame(this.#measure));
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdated(): void {
    if (!this.#measured) this.#measure();
  }

  readonly #measure = (): void => {
    // What a server rendered is taken over as it was laid out there.
    if (this.#host.prerendered) return;
    this.#measured = true;
    const narrow = this.#host.clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  };
}
