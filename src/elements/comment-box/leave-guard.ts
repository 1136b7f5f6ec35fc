import type { ReactiveController } from 'lit';

/**
 * Asks a reader who leaves the page, while a draft would be lost by it. A page with such a listener is not kept for
 * going back to, so there is one only while it is needed.
 */
export class LeaveGuard implements ReactiveController {
  readonly #isNeeded: () => boolean;

  constructor(isNeeded: () => boolean) {
    this.#isNeeded = isNeeded;
  }

  /** Asks from now on, or no longer. */
  hostUpdated(): void {
    if (this.#isNeeded()) window.addEventListener('beforeunload', this.#onLeave);
    else this.hostDisconnected();
  }

  /** No longer asks. */
  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#onLeave);
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way before Chromium 119
    event.returnValue = '';
  };
}
