import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';
import { focusedElement } from '../../base/reader/focus.js';
import { langInside } from '../../base/templates/lang-inside.js';
import { addressOf, followPlace, goTo, routeOfPage } from '../../base/reader/places.js';
import type { Page, PagePart } from './page-parts.js';

/** Identifier of the link to a part. It also names the part for screen readers. */
export const linkTo = (tag: string): string => `to-${tag}`;

/**
 * Leads to the parts of a page, which are in its shadow root, where browsers follow no fragment. The
 * page address names a part by its tag: `#customs-duty-list`.
 */
export class ContentsController implements ReactiveController {
  readonly #host: LitElement;
  /** Route of the page's own scripts; empty before the first rendering, which knows no address. */
  #route = '';
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
    if (!this.#partNamed('')) return;
    this.#readRoute();
    if (this.#isCompared) return;
    this.#isCompared = true;
    const { activeElement, body } = document;
    const isIdle = !activeElement || activeElement === body;
    // A link that was followed before the element listened has the focus.
    if (isIdle || this.#host.renderRoot.querySelector('nav')?.contains(focusedElement()))
      this.#follow();
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
                href=${addressOf(tag, this.#route)}
                target="_self"
                lang=${langInside(lang, localization.language)}
                @click=${(event: MouseEvent) => followPlace(event, tag, this.#moveTo)}
                >${label}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  /** Renders again if the page has gone to another route. */
  #readRoute(): void {
    const route = routeOfPage();
    if (route !== this.#route) this.#host.requestUpdate();
    this.#route = route;
  }

  /** Finds a part by its identifier, or any part. */
  #partNamed(id: string): HTMLElement | undefined {
    const parts = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.part')];
    return id ? parts.find((part) => part.id === id) : parts[0];
  }

  readonly #onHashChange = (): void => {
    this.#readRoute();
    this.#follow();
  };

  readonly #moveTo = (id: string): void => {
    const part = this.#partNamed(id);
    if (part) goTo(part);
  };

  /** Follows the address, unless an earlier page has this part, or the reader is already there. */
  #follow(): void {
    const host = this.#host;
    const id = window.location.hash.slice(1);
    if (!id || focusedElement()?.id === id) return;
    const pages = [...document.querySelectorAll<HTMLElement>(host.localName)];
    const first = pages.find((page) => page.shadowRoot?.getElementById(id));
    if ((first ?? host) === host) void host.updateComplete.then(() => this.#moveTo(id));
  }
}
