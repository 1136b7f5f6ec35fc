import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Loader } from '../../loader.js';
import { followAncestors, nearestLanguage } from './ancestors.js';
import { chooseLanguage } from './choice.js';
import {
  hasStrings,
  loadStrings,
  matchLocale,
  type Message,
  type Strings,
  translate,
} from './strings.js';
import { SOURCE_LOCALE, wellFormed, writtenAlike } from './tags.js';

/** What localised templates need from an element. */
export interface Localized {
  readonly localization: LocalizationController;
  readonly msg: Message;
}

/** Any element that renders itself, with Lit or without. */
type Host = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> & HTMLElement;

/** Gives one element its language and its strings. Follows changes. `chooseLanguage` has the rule. */
export class LocalizationController implements ReactiveController {
  /** BCP 47 tag of the page around the element: the nearest `lang`. */
  wanted = '';

  /** BCP 47 tag of the data, which counts on pages without `lang`. */
  dataLanguage = '';

  /** BCP 47 tag of data that does not name its language. Page translators do not translate it. */
  textLanguage = SOURCE_LOCALE;

  /** The locale closest to the language of the element. */
  locale = '';

  /** BCP 47 tag of the rendered text, also used for formatting. */
  language = SOURCE_LOCALE;

  /** Returns a string in the element's language, with the values of a `str` template inserted. */
  readonly msg = ((template: Parameters<typeof translate>[1], options?: { id?: string }) => {
    this.#hasSpoken = true;
    return translate(this.#shown, template, options?.id);
  }) as Message;

  /** BCP 47 tag of the element, before it is known whether its strings load. */
  #followed = '';

  /** Locale of the rendered strings. It changes once the next ones have loaded or failed. */
  #shown = '';

  /** True once the element has used a string. */
  #hasSpoken = false;

  readonly #host: Host;
  readonly #strings: Loader<Strings, unknown>;
  #stop: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#strings = new Loader<Strings, unknown>((error) => error, this.#update);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = followAncestors(this.#host, this.#update);
    this.#update();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#strings.cancel();
  }

  /** Updates the language from the page. Runs before each rendering. */
  follow(): void {
    if (!this.#host.isConnected) return;
    const before = this.locale;
    const named = nearestLanguage(this.#host);
    this.wanted = wellFormed(named);
    // Page translators name a language. Where none is named, that of the data may still come.
    this.#choose([named, this.dataLanguage], named && this.#hasSpoken ? this.#followed : '');
    this.textLanguage = named ? this.#followed : SOURCE_LOCALE;
    if (hasStrings(this.locale)) this.#strings.cancel();
    else if (this.locale !== before || this.#strings.state.kind === 'idle') void this.#load();
    this.#show();
  }

  /** Sets the language on a server, where there is no page. Its strings must be loaded. */
  assume(tag: string): void {
    this.#hasSpoken = false;
    this.#choose([tag]);
    this.#show();
  }

  /** True when there are strings to render. */
  get ready(): boolean {
    return this.#shown !== '';
  }

  /** True if the strings of the element's language did not load, and others stand in for them. */
  get isMissing(): boolean {
    return this.#strings.state.kind === 'failed' && !hasStrings(this.locale);
  }

  /** Requests the strings again if they failed to load. */
  retry(): void {
    if (this.#strings.state.kind === 'failed') this.#strings.reset();
  }

  readonly #update = (): void => this.#host.requestUpdate();

  #choose(named: readonly string[], shown?: string): void {
    this.#followed = chooseLanguage(named, shown);
    this.locale = matchLocale(this.#followed);
  }

  #show(): void {
    const { locale } = this;
    if (hasStrings(locale)) this.#shown = locale;
    else if (this.#strings.state.kind === 'failed') this.#shown = SOURCE_LOCALE;
    else if (!this.#hasSpoken) this.#shown = '';
    const isAsked = writtenAlike(this.#followed, this.#shown);
    this.language = isAsked ? this.#followed : this.#shown || SOURCE_LOCALE;
  }

  async #load(): Promise<void> {
    const { locale } = this;
    const outcome = await this.#strings.load((signal) => loadStrings(locale, signal));
    if (outcome?.kind === 'failed') {
      console.warn(`customs-widgets: the strings of "${locale}" are missing.`, outcome.error);
    }
  }
}
