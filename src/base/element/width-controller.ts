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
  /** Whether a server has laid the element out, and it has not drawn itself yet. */
  #isTaken = false;

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

  /** Keeps the layout that a server has chosen, until it is released. */
  take(narrow: boolean): void {
    this.narrow = narrow;
    this.#isTaken = true;
  }

  /** Follows the width from now on. */
  release(): void {
    this.#isTaken = false;
    this.#measure();
  }

  readonly #measure = (): void => {
    if (this.#isTaken) return;
    const narrow = this.#host.clientWidth < NARROW;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.#host.requestUpdate();
  };
}
