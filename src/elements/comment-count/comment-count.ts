import type { PropertyDeclaration } from 'lit';
import { defineElement } from '../../base/element/define-element.js';
import { formatNumber } from '../../base/language/formats.js';
import { LocalizationController } from '../../base/language/localization.js';
import { str } from '../../base/language/strings.js';
import { emit } from '../../base/reader/events.js';
import { countComments } from '../../comments/counts.js';
import { type Count, counterOf } from '../../comments/engines/counting.js';
import { type Engine, ENGINES } from '../../comments/engines/names.js';
import { asProviderError, ProviderError } from '../../comments/errors.js';
import type { CommentProvider } from '../../comments/types.js';
import { Loader } from '../../loader.js';
import { VERSION } from '../../version.js';
import { warnNotAccepted } from '../../warnings.js';

// What properties can say of their attributes.
import type {} from '../../base/element/attributes.js';

/** The attributes that are properties too. */
const SETTINGS: ReadonlyMap<string, PropertyDeclaration> = new Map<string, PropertyDeclaration>([
  ['endpoint', { framed: 'own' }],
  ['engine', { accepted: ENGINES }],
  ['site', { framed: 'any' }],
  ['thread', { framed: 'any' }],
]);

/** On a server there are no elements; rendering asks this one for the names of its attributes alone. */
const PlainElement = typeof HTMLElement === 'undefined' ? (Object as never) : HTMLElement;

/**
 * How many comments a thread has (N 条评论), for lists of articles and for links to the comments. It is a piece of
 * text without a look of its own; all of them on a page are counted in one request. A page may have hundreds of them,
 * so it is a plain custom element: it carries neither Lit nor styles.
 *
 * @summary The number of comments of a thread.
 * @slot - Your own content. It shows until the number is there, and when the number cannot be had.
 * @csspart count - The number in words.
 * @fires {CustomEvent<{operation: keyof CommentProvider, error: ProviderError}>} customs-comment-failed - The number could not be had.
 */
export class CustomsCommentCount extends PlainElement {
  /** Name under which `define()` registers the element. */
  static readonly tag = 'customs-comment-count';

  /** Version of the library that this class comes from. */
  static readonly version: string = VERSION;

  /** @internal What the attributes accept, said as Lit says it. */
  static readonly elementProperties = SETTINGS;

  /** @internal */
  static readonly observedAttributes: readonly string[] = [...SETTINGS.keys(), 'lang'];

  /**
   * Registers the element. The first definition of a name wins; a second copy of the library is harmless
   * and warns once.
   *
   * @param tag - name of the element; default: its own
   * @param registry - where to register; default: the registry of the page
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this, tag, registry);
  }

  /** Address of the comment service; relative to the page.
   * @attr */
  declare endpoint: string;

  /** What keeps the comments: `http`, a service of our contract; `waline`, a server of Waline; `static`, a JSON file.
   * @attr
   * @default 'http' */
  declare engine: Engine;

  /** Name of the site, as the configuration of the service has it.
   * @attr */
  declare site: string;

  /** Key of the thread. Default: the path of the page.
   * @attr */
  declare thread: string;

  /** BCP 47 tag of the language of the element; default: the nearest `lang` above it, else `zh-Hans`.
   * @attr */
  declare lang: string;

  /** @internal */
  readonly localization = new LocalizationController(this);

  readonly #number = new Loader<number, ProviderError>(asProviderError, () => this.requestUpdate());
  #provider: CommentProvider | undefined;
  /** The engine and the thread that were asked for last. */
  #asked: readonly unknown[] = [];
  #isPending = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    // What was set before the element was defined lies over the properties of the class.
    for (const name of [...SETTINGS.keys(), 'provider'] as 'provider'[]) {
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (own && Reflect.deleteProperty(this, name)) this[name] = own.value as CommentProvider;
    }
  }

  connectedCallback(): void {
    this.localization.hostConnected();
  }

  disconnectedCallback(): void {
    this.localization.hostDisconnected();
    if (this.#number.cancel()) this.#asked = [];
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** An engine of the page's own; goes before `engine` and `endpoint`. */
  get provider(): CommentProvider | undefined {
    return this.#provider;
  }

  set provider(provider: CommentProvider | undefined) {
    this.#provider = provider;
    this.requestUpdate();
  }

  /** @internal There is one controller, and it is known. */
  addController(): void {}

  /** @internal Draws the element soon, once for all that has changed. */
  requestUpdate(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    queueMicrotask(() => {
      this.#isPending = false;
      if (!this.isConnected) return;
      this.localization.follow();
      this.#follow();
      this.#draw();
    });
  }

  /** Counts again. */
  reload(): void {
    this.#asked = [];
    this.requestUpdate();
  }

  /** Asks for the number, unless that was done for this thread of this engine. */
  #follow(): void {
    const { provider, endpoint, engine, site } = this;
    const thread = this.thread || window.location.pathname;
    // An engine of the page's own is the same for all who have it; the others are by their address.
    const key = provider ?? (endpoint && `${engine} ${endpoint} ${site}`);
    const asked = [key, thread];
    if (!key || asked.every((one, index) => one === this.#asked[index])) return;
    const isAgain = !this.#asked.length;
    this.#asked = asked;
    void this.#count(key, thread, isAgain);
  }

  async #count(key: unknown, thread: string, keep: boolean): Promise<void> {
    const ask = (): Promise<number> => countComments(key, this.#counter(), thread);
    const outcome = await this.#number.load(ask, keep);
    if (outcome?.kind !== 'failed') return;
    emit(this, 'customs-comment-failed', { operation: 'count', error: outcome.error });
  }

  /** @throws ProviderError */
  #counter(): Count {
    const { provider, endpoint, engine, site } = this;
    if (provider) {
      if (!provider.count) throw new ProviderError('protocol');
      return (threads, signal) => provider.count!(threads, signal);
    }
    const accepted = ENGINES.includes(engine);
    if (!accepted) warnNotAccepted(this, 'engine', engine, ENGINES);
    return counterOf(accepted ? engine : ENGINES[0], { endpoint, site });
  }

  #draw(): void {
    const { localization, shadowRoot } = this;
    const { state } = this.#number;
    const isKnown = state.kind === 'ready' && localization.ready;
    const shown = document.createElement(isKnown ? 'span' : 'slot');
    if (isKnown) {
      const number = formatNumber(localization.language, state.value);
      shown.setAttribute('part', 'count');
      shown.lang = localization.language;
      shown.textContent = localization.msg(str`${number} 条评论`, { id: 'comments.number-of' });
    }
    shadowRoot!.textContent = '';
    shadowRoot!.append(shown);
  }
}

for (const [name, { accepted = [''] }] of SETTINGS) {
  Object.defineProperty(CustomsCommentCount.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Element) {
      return this.getAttribute(name) ?? accepted[0];
    },
    set(this: Element, value: string) {
      this.setAttribute(name, value);
    },
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-comment-count': CustomsCommentCount;
  }
}
