/* The agency that the elements show: built in, from the editor, typed, or fetched. */
import type { Agency, AgencyInput } from 'customs-widgets';
import { decodeText } from '../../src/decode.js';
import { checkJson, type Checked, type JsonProblem, type Parse } from '../pages/json-check.js';
import { isFromDisk } from '../pages/header.js';
import type { Choices } from './choices.js';
import { isForeign } from './policy.js';

/** What is known of the data. */
export interface Source {
  readonly status: 'ready' | 'reading' | 'empty' | 'foreign' | 'disk' | 'failed' | 'invalid';
  readonly agency?: Agency;
  /** The agency as its author wrote it. */
  readonly written?: AgencyInput;
  readonly problems: readonly JsonProblem[];
}

const only = (status: Source['status']): Source => ({ status, problems: [] });

function sourceOf({ agency, value, problems }: Checked): Source {
  // Only what follows the schema has an agency.
  if (agency) return { status: 'ready', agency, written: value as AgencyInput, problems };
  return { status: problems.length ? 'invalid' : 'empty', problems };
}

/** Finds the agency of the choices. After a fetch, `changed` is called. */
export class Sources {
  readonly #fetched = new Map<string, Source>();
  readonly #checked = new Map<string, Source>();
  readonly #parse: Parse;
  readonly #builtIn: Readonly<Record<string, Readonly<Record<string, Agency>>>>;
  readonly #draft: () => string;
  readonly #changed: () => void;

  /**
   * @param parse - `parse` of the library
   * @param builtIn - built-in agencies by name and language
   * @param draft - reads the JSON that the editor has kept
   */
  constructor(
    parse: Parse,
    builtIn: Readonly<Record<string, Readonly<Record<string, Agency>>>>,
    draft: () => string,
    changed: () => void,
  ) {
    this.#parse = parse;
    this.#builtIn = builtIn;
    this.#draft = draft;
    this.#changed = changed;
  }

  /** Reads the data of the choices. */
  read({ data, attributes, json }: Pick<Choices, 'data' | 'attributes' | 'json'>): Source {
    if (data === 'json') return this.#check('json', json);
    if (data === 'editor') return this.#check('editor', this.#draft());
    if (data !== 'src') {
      const agency = this.#builtIn[data]?.[String(attributes['lang'] || 'zh-Hans')];
      return agency ? { status: 'ready', agency, problems: [] } : only('failed');
    }
    const src = String(attributes['src'] || '');
    if (!src) return only('empty');
    if (isFromDisk()) return only('disk');
    const { href } = new URL(src, location.href);
    return isForeign(href.replace(location.origin, '')) ? only('foreign') : this.#fetch(href);
  }

  /** Checks a text; the same one only once, so that the preview gets the same object. */
  #check(kind: string, text: string): Source {
    const key = `${kind} ${text}`;
    const known = this.#checked.get(key);
    if (known) return known;
    const source = sourceOf(checkJson(text, this.#parse));
    for (const old of this.#checked.keys())
      if (old.startsWith(`${kind} `)) this.#checked.delete(old);
    this.#checked.set(key, source);
    return source;
  }

  #fetch(address: string): Source {
    const known = this.#fetched.get(address);
    if (known) return known;
    const reading = only('reading');
    this.#fetched.set(address, reading);
    void this.#load(address).then((source) => {
      this.#fetched.set(address, source);
      this.#changed();
    });
    return reading;
  }

  async #load(address: string): Promise<Source> {
    try {
      const response = await fetch(address);
      if (!response.ok) return only('failed');
      const bytes = new Uint8Array(await response.arrayBuffer());
      const text = decodeText(bytes, response.headers.get('content-type') ?? '');
      return sourceOf(checkJson(text, this.#parse));
    } catch {
      return only('failed');
    }
  }
}
