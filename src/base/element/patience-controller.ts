import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds that data mostly takes. What stands in for it until then would flash, and cost a telephone a frame. */
const PATIENCE = 100;

/** Tells when a wait has become so long that the reader has to see it. */
export class PatienceController implements ReactiveController {
  /** Whether it has. */
  isOver = false;

  readonly #host: ReactiveControllerHost;
  readonly #isWaiting: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, isWaiting: () => boolean) {
    this.#host = host;
    this.#isWaiting = isWaiting;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(() => {
      this.isOver = true;
      if (this.#isWaiting()) this.#host.requestUpdate();
    }, PATIENCE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
