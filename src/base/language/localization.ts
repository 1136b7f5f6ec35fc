import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Loader } from '../../loader.js';
import { followAncestors, nearestLanguage } from './ancestors.js';
import {
  hasStrings,
  loadStrings,
  matchLocale,
  type Message,
  type Strings,
  translate,
} from './strings.js';
import { SOURCE_LOCALE, wellFormed, writtenAlike } from './tags.js';

/** Whoever speaks: an element, as far as its words are concerned. */
export interface Localized {
  readonly localization: LocalizationController;
  readonly msg: Message;
}

/** Any element that draws itself, with Lit or without. */
type Host = Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'> & HTMLElement;

/** Gives one element its language: the nearest `lang`, followed live, and the strings for it. */
export class LocalizationController implements ReactiveController {
  /** BCP 47 tag that the page asks for: the nearest `lang`. */
  wanted = '';

  /** The locale that comes closest to it. */
  locale = '';

  /** BCP 47 tag of what is shown, for formatting too. */
  language = SOURCE_LOCALE;

  /** The string in the element's language; the values of a `str` template are put in. */
  readonly msg = ((template: Parameters<typeof translate>[1], options?: { id?: string }) =>
    translate(this.#shown, template, options?.id)) as Message;

  /** The locale of the strings that are shown; it changes when the next ones are there, or known not to come. */
  #shown = '';

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

  /** Looks what the page asks for by now; before each rendering. */
  follow(): void {
    if (!this.#host.isConnected) return;
    const before = this.locale;
    this.wanted = nearestLanguage(this.#host);
    this.locale = matchLocale(this.wanted);
    if (hasStrings(this.locale)) this.#strings.cancel();
    else if (this.locale !== before || this.#strings.state.kind === 'idle') void this.#load();
    this.#show();
  }

  /** Takes a language as given, where there is no page to ask: on a server. Its strings have to be at hand. */
  assume(tag: string): void {
    this.wanted = wellFormed(tag);
    this.locale = matchLocale(this.wanted);
    this.#shown = '';
    this.#show();
  }

  /** Whether there are strings to show. */
  get ready(): boolean {
    return this.#shown !== '';
  }

  /** Asks again for strings that did not come. */
  retry(): void {
    if (this.#strings.state.kind === 'failed') this.#strings.reset();
  }

  readonly #update = (): void => this.#host.requestUpdate();

  #show(): void {
    const { wanted, locale } = this;
    if (hasStrings(locale)) this.#shown = locale;
    else if (this.#strings.state.kind === 'failed') this.#shown = SOURCE_LOCALE;
    this.language = writtenAlike(wanted, this.#shown) ? wanted : this.#shown || SOURCE_LOCALE;
  }

  async #load(): Promise<void> {
    const { locale } = this;
    const outcome = await this.#strings.load((signal) => loadStrings(locale, signal));
    if (outcome?.kind === 'failed') {
      console.warn(`customs-widgets: the strings of "${locale}" are missing.`, outcome.error);
    }
  }
}
