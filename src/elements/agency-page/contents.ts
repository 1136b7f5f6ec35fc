import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { pageAddress } from '../../base/reader/page-address.js';
import type { Page, PagePart } from './page-parts.js';

/** Identifier of the link to a part. It also names the part for screen readers. */
export const linkTo = (tag: string): string => `to-${tag}`;

/** Finds the focused element, through all shadow roots. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

/**
 * Leads to the parts of a page, which are in its shadow root, where browsers follow no fragment. The
 * page address names a part by its tag: `#customs-duty-list`.
 */
export class ContentsController implements ReactiveController {
  readonly #host: LitElement;
  /** True once the address of the page was compared with the parts. */
  #isCompared = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Listens to the page address. */
  hostConnected(): void {
    window.addEventListener('hashchange', this.#onHashChange);
  }

  /** Stops listening. */
  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#onHashChange);
  }

  /** Follows the page address once there are parts. Readers who use the page stay where they are. */
  hostUpdated(): void {
    if (this.#isCompared || !this.#partNamed('')) return;
    this.#isCompared = true;
    const { activeElement, body } = document;
    const isIdle = !activeElement || activeElement === body;
    // A link that was followed before the element listened has the focus.
    if (isIdle || this.#host.renderRoot.querySelector('nav')?.contains(focused())) this.#follow();
  }

  /** Renders the table of contents. */
  render({ msg, localization }: Page, parts: readonly PagePart[]): TemplateResult {
    return html`<nav class="contents screen-only" part="contents" aria-labelledby="contents">
      <p id="contents" class="muted" part="contents-title">
        ${msg('本页内容', { id: 'page.contents' })}
      </p>
      <ul role="list">
        ${parts.map(
          ({ tag, label, lang }) =>
            html`<li>
              <a
                id=${linkTo(tag)}
                part="contents-link"
                href="${pageAddress()}#${tag}"
                lang=${langInside(lang, localization.language)}
                @click=${this.#onClick}
                >${label}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  /** Finds a part by its identifier, or any part. */
  #partNamed(id: string): HTMLElement | undefined {
    const parts = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.part')];
    return id ? parts.find((part) => part.id === id) : parts[0];
  }

  readonly #onClick = (event: MouseEvent): void => {
    // With such a key, browsers open another window.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { hash } = event.currentTarget as HTMLAnchorElement;
    this.#moveTo(hash.slice(1));
    window.location.hash = hash;
  };

  readonly #onHashChange = (): void => this.#follow();

  /** Follows the address, unless an earlier page has this part, or the reader is already there. */
  #follow(): void {
    const host = this.#host;
    const id = window.location.hash.slice(1);
    if (!id || focused()?.id === id) return;
    const pages = [...document.querySelectorAll<HTMLElement>(host.localName)];
    const first = pages.find((page) => page.shadowRoot?.querySelector(`#${CSS.escape(id)}`));
    if ((first ?? host) === host) void host.updateComplete.then(() => this.#moveTo(id));
  }

  #moveTo(id: string): void {
    const part = this.#partNamed(id);
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Otherwise the page decides, with `scroll-behavior`.
    part?.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'auto' });
    part?.focus({ preventScroll: true });
  }
}
