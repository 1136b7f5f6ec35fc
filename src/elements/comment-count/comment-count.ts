import type { PropertyDeclaration } from 'lit';
import { defineElement } from '../../base/element/define-element.js';
import { formatNumber } from '../../base/language/formats.js';
import { LocalizationController } from '../../base/language/localization.js';
import { str } from '../../base/language/strings.js';
import { emit } from '../../base/reader/events.js';
import { followAddress } from '../../base/reader/navigation.js';
import { whenGone } from '../../base/reader/when-gone.js';
import { countComments } from '../../comments/counts.js';
import { endpointOf } from '../../comments/endpoint.js';
import { type Count, counterOf } from '../../comments/engines/counting.js';
import { type Engine, ENGINES } from '../../comments/engines/names.js';
import { asProviderError, ProviderError } from '../../comments/errors.js';
import { threadOf } from '../../comments/thread-key.js';
import type { CommentProvider } from '../../comments/types.js';
import { Loader } from '../../loader.js';
import { VERSION } from '../../version.js';
import { warnNotAccepted } from '../../warnings.js';
import { reflectSettings, setAgain, type Settings } from './settings.js';

// Types of property declarations.
import type {} from '../../base/element/attributes.js';

/** Attributes that are also properties. */
export const SETTINGS: Settings = new Map<string, PropertyDeclaration>([
  ['endpoint', { framed: 'own' }],
  ['engine', { accepted: ENGINES }],
  ['site', { framed: 'any' }],
  ['thread', { framed: 'any' }],
  ['hide-when-empty', { type: Boolean }],
]);

/** Servers have no HTMLElement. Rendering there reads only the attribute names of this class. */
const PlainElement = typeof HTMLElement === 'undefined' ? (Object as never) : HTMLElement;

/**
 * Shows how many comments a thread has (N 条评论), in lists of articles and in links to the comments.
 * It is text without its own look. All counts of a page share one request. A page may have hundreds
 * of them, so this is a plain custom element without Lit and without styles.
 *
 * @summary Shows the number of comments of a thread.
 * @slot - Your own content. It shows until the number has loaded, and if it fails to load.
 * @csspart count - Number in words.
 * @fires {CustomEvent<{operation: keyof CommentProvider, error: ProviderError}>} customs-comment-failed - Fires when the number fails to load.
 */
export class CustomsCommentCount extends PlainElement {
  /** Name under which `define()` registers the element by default. */
  static readonly tag = 'customs-comment-count';

  /** Version of the library that defines this class. */
  static readonly version: string = VERSION;

  /** @internal Accepted values of the attributes, in Lit's format. */
  static readonly elementProperties = SETTINGS;

  /** @internal */
  static readonly observedAttributes: readonly string[] = [...SETTINGS.keys(), 'lang'];

  /**
   * Registers the element. The first definition of a name wins. A second copy of the library is
   * harmless and warns once.
   *
   * @param tag - name of the element; default: its `tag`
   * @param registry - registry to use; default: the registry of the page
   */
  static define(tag: string = this.tag, registry: CustomElementRegistry = customElements): void {
    defineElement(this, tag, registry);
  }

  /** Address of the comment service, relative to the page.
   * @attr */
  declare endpoint: string;

  /** Engine that stores the comments: `http`, a service that follows the published contract; `waline`, a Waline server; `static`, a JSON file.
   * @attr
   * @default 'http' */
  declare engine: Engine;

  /** Name of the site in the configuration of the service.
   * @attr */
  declare site: string;

  /** Key of the thread. Default: the path of the page, in one form for every way to write it.
   * @attr */
  declare thread: string;

  /** Shows nothing while the thread has no comments.
   * @attr hide-when-empty */
  declare hideWhenEmpty: boolean;

  /** BCP 47 tag of the element's language. Default: the nearest `lang` of an ancestor, else `zh-Hans`.
   * @attr */
  declare lang: string;

  /** @internal */
  readonly localization = new LocalizationController(this);

  readonly #number = new Loader<number, ProviderError>(asProviderError, () => this.requestUpdate());
  #provider: CommentProvider | undefined;
  /** Engine and thread of the last request. */
  #asked: readonly unknown[] = [];
  #isPending = false;
  #unfollow: (() => void) | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    setAgain(this, [...SETTINGS.keys(), 'provider']);
  }

  connectedCallback(): void {
    this.localization.hostConnected();
    this.#unfollow = followAddress(() => {
      if (!this.thread) this.requestUpdate();
    });
  }

  disconnectedCallback(): void {
    this.localization.hostDisconnected();
    this.#unfollow?.();
    whenGone(this, () => {
      if (this.#number.cancel()) this.#asked = [];
    });
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Custom engine of the page. Takes precedence over `engine` and `endpoint`. */
  get provider(): CommentProvider | undefined {
    return this.#provider;
  }

  set provider(provider: CommentProvider | undefined) {
    this.#provider = provider;
    this.requestUpdate();
  }

  /** @internal Does nothing: the only controller is already known. */
  addController(): void {}

  /** @internal Renders the element in a microtask, once for all changes. */
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

  /** Loads the number again. */
  reload(): void {
    this.#asked = [];
    this.requestUpdate();
  }

  /** Requests the number, unless it was already requested for this thread and engine, or address. */
  #follow(): void {
    const { provider, engine, site } = this;
    const [endpoint, thread] = [endpointOf(this), threadOf(this)];
    const key = provider ?? (endpoint && `${engine} ${endpoint} ${site}`);
    const asked = [key, thread];
    if (!key || asked.every((one, index) => one === this.#asked[index])) return;
    const isAgain = !this.#asked.length;
    this.#asked = asked;
    if (!thread) this.#number.reset();
    else void this.#count(key, thread, isAgain);
  }

  async #count(key: unknown, thread: string, keep: boolean): Promise<void> {
    const ask = (signal: AbortSignal): Promise<number> =>
      countComments(key, this.#counter(), thread, signal);
    const outcome = await this.#number.load(ask, keep);
    if (outcome?.kind !== 'failed') return;
    emit(this, 'customs-comment-failed', { operation: 'count', error: outcome.error });
  }

  /** @throws ProviderError */
  #counter(): Count {
    const { provider, engine, site } = this;
    if (provider) {
      if (!provider.count) throw new ProviderError('protocol');
      return (threads, signal) => provider.count!(threads, signal);
    }
    const isAccepted = ENGINES.includes(engine);
    if (!isAccepted) warnNotAccepted(this, 'engine', engine, ENGINES);
    return counterOf(isAccepted ? engine : ENGINES[0], { endpoint: endpointOf(this), site });
  }

  #draw(): void {
    const { localization, shadowRoot } = this;
    const { state } = this.#number;
    const isKnown = localization.ready && state.kind === 'ready';
    const shown = document.createElement(isKnown ? 'span' : 'slot');
    if (isKnown) {
      const number = formatNumber(localization.language, state.value);
      shown.setAttribute('part', 'count');
      shown.lang = localization.language;
      shown.textContent = localization.msg(str`${number} 条评论`, { id: 'comments.number-of' });
    } else if (localization.ready && this.#asked[1] === '' && !this.hideWhenEmpty) {
      // Readers see it where the author wrote nothing.
      shown.textContent = localization.msg('本页网址不支持评论', { id: 'comments.no-thread' });
    }
    shadowRoot!.textContent = '';
    if (!isKnown || state.value || !this.hideWhenEmpty) shadowRoot!.append(shown);
  }
}

reflectSettings(CustomsCommentCount.prototype, SETTINGS);

declare global {
  interface HTMLElementTagNameMap {
    'customs-comment-count': CustomsCommentCount;
  }
}
