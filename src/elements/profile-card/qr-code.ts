import {
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { html } from '../../base/templates/html.js';
import { whenIdle } from '../../base/reader/idle.js';
import { LazyModule } from '../../lazy-module.js';
import type { Code } from './draw-code.js';

/** Code that draws QR codes: 2 kB that most readers never need. Without it, the address remains. */
export const codes = new LazyModule(() => import('./draw-code.js'));

/** Resolves once the page is idle and the code has loaded. Printing cannot wait for it to load. */
let idle: Promise<unknown> | undefined;

/** The QR code of one card. It renders when a reader opens it, and always in print. */
export class QrCodeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** True once the code has been requested. */
  #isAsked = false;
  /** The last code. It is kept because the element renders at every change. */
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
   * Renders a code as a picture. It is always black on white, because some phones cannot read
   * inverted codes.
   *
   * @param text - content of the code
   * @param label - text for screen readers
   * @param isAsked - true if the code is requested now
   * @returns the picture, an empty one until it can be drawn, or nothing if the text is too long
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
    // Loading may have failed when the page was idle.
    await codes.bring();
    this.#host.requestUpdate();
  }

  readonly #ask = (): void => {
    this.#isAsked = true;
    this.#host.requestUpdate();
  };
}
