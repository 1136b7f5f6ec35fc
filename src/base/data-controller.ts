import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BUILT_IN_AGENCIES, builtInAddress } from '../agency/built-in.js';
import { parseWith, problem } from '../agency/parse.js';
import type { Schema } from '../agency/schema.js';
import type { Agency, Problem } from '../agency/types.js';
import { nearestLanguage, type LocalizationController } from './localization.js';
import { request, type RequestError } from './requests.js';

/** What an element can be showing; it is always exactly one of these. */
export type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly agency: Agency }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** What the controller asks of its element. */
export interface DataHost extends ReactiveControllerHost, HTMLElement {
  readonly src: string;
  readonly data: unknown;
  readonly agency: string;
  readonly localization: LocalizationController;
  readonly schema: Schema;
  readMarkup(lang: string): unknown;
  hasContent(agency: Agency): boolean;
  settled(state: State): void;
}

/** Where the value comes from: it is at hand, has to be fetched, or the page is still being read. */
type Origin = { value: unknown } | { url: string } | { problem: Problem } | 'not yet';

/**
 * Brings one element its data: from `.data`, else `src`, else JSON or markup between its tags, else a
 * built-in data set. An answer that is overtaken by a newer request is dropped.
 */
export class DataController implements ReactiveController {
  state: State = { kind: 'loading' };

  readonly #host: DataHost;
  #children: MutationObserver | undefined;
  #inputs: readonly unknown[] = [];
  #request: AbortController | undefined;
  #fresh = false;

  constructor(host: DataHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#children = new MutationObserver(this.#lightDomChanged);
    this.#children.observe(this.#host, { childList: true, subtree: true, characterData: true });
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', this.#lightDomChanged, { once: true });
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#children?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#lightDomChanged);
    this.#request?.abort();
    if (this.state.kind === 'loading') this.#inputs = [];
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { data, src, agency, localization } = this.#host;
    const builtIn = data === undefined && !src;
    const inputs = [data, src, agency, builtIn && localization.locale];
    if (inputs.some((input, index) => input !== this.#inputs[index]) || !this.#inputs.length) {
      this.#inputs = inputs;
      this.#load();
    }
  }

  /** Starts over from the source, past the answers already at hand. */
  reload(): void {
    this.#inputs = [];
    this.#fresh = true;
    this.#host.localization.retry();
    this.#host.requestUpdate();
  }

  readonly #lightDomChanged = (): void => {
    const { data, src } = this.#host;
    if (data === undefined && !src) this.#inputs = [];
    this.#host.requestUpdate();
  };

  readonly #origin = (): Origin => {
    const { data, src, agency, localization } = this.#host;
    if (data !== undefined) return { value: data };
    if (src) {
      try {
        return { url: new URL(src, this.#host.baseURI).href };
      } catch {
        return { problem: problem('', 'format', 'src="https://example.org/agency.json"') };
      }
    }
    const pageIsLoading = document.readyState === 'loading';
    const inline = [...this.#host.children].find((child) =>
      child.matches('script[type="application/json"]'),
    );
    if (inline) {
      try {
        return { value: JSON.parse(inline.textContent) as unknown };
      } catch (error) {
        return pageIsLoading
          ? 'not yet'
          : { problem: problem('', 'format', `JSON (${String(error)})`) };
      }
    }
    const markup = agency ? undefined : this.#host.readMarkup(nearestLanguage(this.#host));
    if (markup !== undefined) return { value: markup };
    if (!agency && pageIsLoading) return 'not yet';
    const url = builtInAddress(agency || 'gacc', localization.locale);
    if (url) return { url };
    return { problem: problem('', 'format', `agency="${BUILT_IN_AGENCIES.join('" | "')}"`) };
  };

  readonly #load = (): void => {
    this.#request?.abort();
    const fresh = this.#fresh;
    this.#fresh = false;
    const origin = this.#origin();
    if (origin === 'not yet') {
      this.state = { kind: 'loading' };
    } else if ('problem' in origin) {
      this.#settle({ kind: 'failed', problems: [origin.problem] });
    } else if ('value' in origin) {
      this.#settle(this.#read(origin.value));
    } else {
      void this.#fetch(origin.url, fresh);
    }
  };

  readonly #fetch = async (url: string, fresh: boolean): Promise<void> => {
    const { signal } = (this.#request = new AbortController());
    // Another language of the same text replaces it when it is there; until then the old one reads on.
    if (this.state.kind !== 'ready' || this.#host.src) this.state = { kind: 'loading' };
    const state = await request(url, signal, fresh).then(
      (value) => this.#read(value),
      (error: unknown): State => ({ kind: 'failed', problems: [(error as RequestError).problem] }),
    );
    // Overtaken by a newer request, or no longer in the page.
    if (signal.aborted) return;
    this.#settle(state);
    this.#host.requestUpdate();
  };

  readonly #read = (value: unknown): State => {
    const result = parseWith(this.#host.schema, value);
    if (!result.ok) return { kind: 'failed', problems: result.problems };
    const { agency } = result;
    return this.#host.hasContent(agency) ? { kind: 'ready', agency } : { kind: 'empty' };
  };

  readonly #settle = (state: State): void => {
    this.state = state;
    this.#host.settled(state);
  };
}
