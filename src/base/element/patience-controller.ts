import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds in which data usually arrives. An earlier placeholder would flash. */
const PATIENCE = 100;

/** Reports when a wait is so long that the reader should see it. */
export class PatienceController implements ReactiveController {
  /** True when the wait is that long. */
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
