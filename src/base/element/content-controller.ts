import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { markup, readContent } from '../../agency/content.js';
import type { Part } from '../../agency/parts.js';
import { AWAITED, type Source } from '../../agency/source.js';
import { isBeingParsed } from '../language/ancestors.js';

/** Watches the content that an author writes inside an element. */
export class ContentController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  /** Content that was read last, and its language. */
  #known: { readonly content: Source | undefined; readonly lang: string } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.#forget);
    this.#observer.observe(this.#host, { childList: true, subtree: true, characterData: true });
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', this.#forget, { once: true });
    }
    this.#known = undefined;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#forget);
  }

  /**
   * Reads the current content.
   *
   * @param part - the part that the element shows
   * @param lang - BCP 47 tag of the text
   */
  read(part: Part, lang: string): Source | undefined {
    // The parser of the page may still add content.
    if (isBeingParsed(this.#host)) return AWAITED;
    if (this.#known?.lang !== lang) {
      this.#known = { content: readContent(this.#host, part, lang), lang };
    }
    const { content } = this.#known;
    if (content === AWAITED) void markup.bring().then((module) => module && this.#forget());
    return content;
  }

  readonly #forget = (): void => {
    this.#known = undefined;
    this.#host.requestUpdate();
  };
}
