import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { BUILT_IN_AGENCIES, builtInAddress } from '../../agency/built-in.js';
import { parseWith, problem } from '../../agency/parse.js';
import type { Schema } from '../../agency/schema.js';
import type { Agency, Problem } from '../../agency/model.js';
import { isBeingParsed } from '../language/ancestors.js';
import type { LocalizationController } from '../language/localization.js';
import type { RequestError } from '../../request.js';
import { requestOnce } from '../../answers.js';
import { problemOf } from '../../agency/parse.js';

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

/** Where the value comes from. `key` tells one source from another: what is shown already is not read again. */
type Origin =
  | { readonly key: unknown; readonly value: unknown }
  | { readonly key: string; readonly url: string }
  | { readonly key: string; readonly problem: Problem }
  | 'not yet';

/**
 * Brings one element its data: from `.data`, else `src`, else the built-in set that `agency` names, else
 * JSON or markup between its tags, else the default set. An answer that is overtaken is dropped.
 */
export class DataController implements ReactiveController {
  state: State = { kind: 'loading' };

  readonly #host: DataHost;
  #children: MutationObserver | undefined;
  #inputs: readonly unknown[] = [];
  #key: unknown;
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
    this.#lightDomChanged();
  }

  hostDisconnected(): void {
    this.#children?.disconnect();
    document.removeEventListener('DOMContentLoaded', this.#lightDomChanged);
    if (this.#request) this.#leave();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { data, src, agency, localization } = this.#host;
    // The locale follows from the language, so that one stands for both.
    const inputs = [data, src, agency, localization.wanted];
    if (inputs.every((input, index) => input === this.#inputs[index])) return;
    this.#inputs = inputs;
    this.#load();
  }

  /** Starts over from the source, past the answers already at hand. */
  reload(): void {
    this.#inputs = [];
    this.#fresh = true;
    this.#host.localization.retry();
    this.#host.requestUpdate();
  }

  readonly #lightDomChanged = (): void => {
    this.#inputs = [];
    this.#host.requestUpdate();
  };

  readonly #origin = (): Origin => {
    const { data, src, agency, baseURI, localization } = this.#host;
    if (data) return { key: data, value: data };
    // `null`, and what templates make of it: an empty text in Preact, `false` of `loaded && agency`.
    if (data !== undefined) return 'not yet';
    if (src) {
      try {
        const url = new URL(src, baseURI).href;
        return { key: url, url };
      } catch {
        return failure('src="https://example.org/agency.json"');
      }
    }
    if (!agency) {
      if (isBeingParsed(this.#host)) return 'not yet';
      const inside = this.#lightDom();
      if (inside) return inside;
    }
    const url = builtInAddress(agency || 'gacc', localization.locale);
    return url ? { key: url, url } : failure(`agency="${BUILT_IN_AGENCIES.join('" | "')}"`);
  };

  /** What stands between the tags: JSON, or markup that the element can read. */
  readonly #lightDom = (): Origin | undefined => {
    const script = this.#host.querySelector(':scope > script[type="application/json"]');
    if (script) {
      const key = script.textContent;
      try {
        return { key, value: JSON.parse(key) as unknown };
      } catch (error) {
        return failure(`JSON (${String(error)})`);
      }
    }
    const value = this.#host.readMarkup(this.#host.localization.wanted);
    return value === undefined ? undefined : { key: JSON.stringify(value), value };
  };

  readonly #load = (): void => {
    const fresh = this.#fresh;
    this.#fresh = false;
    const origin = this.#origin();
    if (origin !== 'not yet' && origin.key === this.#key && !fresh) return;
    const before = this.#key;
    this.#leave();
    if (origin === 'not yet') {
      this.state = { kind: 'loading' };
      return;
    }
    this.#key = origin.key;
    if ('url' in origin) {
      const sameText = !this.#host.src && folderOf(before) === folderOf(origin.url);
      void this.#fetch(origin.url, fresh, sameText);
    } else {
      this.state =
        'problem' in origin
          ? { kind: 'failed', problems: [origin.problem] }
          : this.#read(origin.value);
      this.#host.settled(this.state);
    }
  };

  readonly #leave = (): void => {
    this.#request?.abort();
    this.#request = undefined;
    this.#key = undefined;
  };

  /** `sameText`: only the language is another, so what is shown reads on until that is there, if ever. */
  readonly #fetch = async (url: string, fresh: boolean, sameText: boolean): Promise<void> => {
    const { signal } = (this.#request = new AbortController());
    const keeps = sameText && this.state.kind === 'ready';
    if (!keeps) this.state = { kind: 'loading' };
    const state = await requestOnce(url, signal, fresh).then(
      (value) => this.#read(value),
      (error: unknown): State => ({ kind: 'failed', problems: [problemOf(error as RequestError)] }),
    );
    // Overtaken by a newer request, or no longer in the page.
    if (signal.aborted) return;
    this.#request = undefined;
    if (!keeps || state.kind !== 'failed') this.state = state;
    this.#host.settled(state);
    this.#host.requestUpdate();
  };

  readonly #read = (value: unknown): State => readState(this.#host, value);
}

/** What an element shows of a value. */
export function readState(
  { schema, hasContent }: Pick<DataHost, 'schema' | 'hasContent'>,
  value: unknown,
): State {
  const result = parseWith(schema, value);
  if (!result.ok) return { kind: 'failed', problems: result.problems };
  const { agency } = result;
  return hasContent(agency) ? { kind: 'ready', agency } : { kind: 'empty' };
}

const failure = (detail: string): Origin => ({
  key: detail,
  problem: problem('', 'format', detail),
});

/** The address without the name of the file; the languages of a built-in set lie in one folder. */
const folderOf = (key: unknown): string => String(key).replace(/[^/]*$/, '');
