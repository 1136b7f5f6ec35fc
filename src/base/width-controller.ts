import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Width in px under which an element is laid out for a phone or a side column. */
const NARROW = 480;

/**
 * Tells whether an element stands in a narrow column. A media query would follow the window, and a container
 * query would make the element collapse in floats and table cells, where old pages put it.
 */
export class WidthController implements ReactiveController {
  narrow = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#measure();
    this.#observer = new ResizeObserver(() => requestAnimationFrame(this.#measure));
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  readonly #measure = (): void => {
    const narrow = this.#host.clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  };
}
