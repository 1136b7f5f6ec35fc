import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { whenIdle } from '../../base/reader/idle.js';
import { LazyModule } from '../../lazy-module.js';
import type { Code } from './draw-code.js';

/** What draws codes: it weighs 2 kB, and most readers never ask for a code. Where it does not come, the address is left. */
export const codes = new LazyModule(() => import('./draw-code.js'));

/** Comes with what draws codes, once the page is idle: who prints does not wait, so it is there before. */
let idle: Promise<unknown> | undefined;

/** The QR code of one card: drawn when it is opened, and when the page is printed, on which it always stands. */
export class QrCodeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Whether somebody has asked for the code. */
  #isAsked = false;
  /** The last code, kept because an element draws itself anew at every change. */
  #drawn: { readonly text: string; readonly code: Code | undefined } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    idle ??= whenIdle().then(() => codes.bring());
    window.addEventListener('beforeprint', this.#ask);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#ask);
  }

  /**
   * A code as a picture, always black on white: inverted codes are not read by every phone.
   *
   * @param text - what the code says
   * @param label - what a screen reader says instead
   * @param isAsked - whether it is asked for by now
   * @returns the picture, its place until it can be drawn, or nothing when the text is too long for a code
   */
  render(text: string, label: string, isAsked: boolean): TemplateResult | typeof nothing {
    if (isAsked && !this.#isAsked) void this.#bring();
    this.#isAsked ||= isAsked;
    if (!this.#isAsked) return nothing;
    const { module } = codes;
    if (module && this.#drawn?.text !== text) this.#drawn = { text, code: module.drawCode(text) };
    const code = module ? this.#drawn!.code : { size: 1, path: '' };
    if (!code) return nothing;
    const { size, path } = code;
    return html`<svg
      class="qr-code"
      part="qr-code"
      role="img"
      aria-label=${label}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d="M0 0h${size}v${size}H0z" />
      <path fill="#000" d=${path} />
    </svg>`;
  }

  async #bring(): Promise<void> {
    if (codes.module) return;
    await idle;
    // It may not have come then.
    await codes.bring();
    this.#host.requestUpdate();
  }

  readonly #ask = (): void => {
    this.#isAsked = true;
    this.#host.requestUpdate();
  };
}
