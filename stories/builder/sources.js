/* The agency that the element shows: built in, fetched, or written by the webmaster. */
import { checkJson } from './json.js';
import { isForeign } from './policy.js';

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** Finds the agency of the choices. After a fetch, `changed` is called. */
export class Sources {
  #answers = new Map();
  #checked = { text: '', result: { problems: [] } };
  #parse;
  #folder;
  #changed;

  /**
   * @param parse - `parse` of the library
   * @param folder - folder of the library on this page
   * @param changed - called after a fetch
   */
  constructor(parse, folder, changed) {
    this.#parse = parse;
    this.#folder = folder;
    this.#changed = changed;
  }

  /**
   * @param choices - the choices
   * @returns `status` (`ready`, `reading`, `empty`, `foreign`, `failed` or `invalid`), and the
   * `agency` or `problems`
   */
  read({ data, attributes, json }) {
    if (data === 'json') return this.#check(json);
    if (data !== 'src')
      return this.#fetch(`${this.#folder}${data}/${attributes.lang || 'zh-Hans'}.json`);
    if (!attributes.src) return { status: 'empty' };
    if (isForeign(new URL(attributes.src, location.href).href.replace(location.origin, ''))) {
      return { status: 'foreign' };
    }
    return this.#fetch(attributes.src);
  }

  #check(text) {
    if (text !== this.#checked.text) {
      this.#checked = { text, result: checkJson(text, this.#parse) };
    }
    const { agency, problems } = this.#checked.result;
    if (agency) return { status: 'ready', agency };
    return problems.length ? { status: 'invalid', problems } : { status: 'empty' };
  }

  #fetch(address) {
    if (!this.#answers.has(address)) {
      this.#answers.set(address, { status: 'reading' });
      this.#load(address).then((answer) => {
        this.#answers.set(address, answer);
        this.#changed();
      });
    }
    return this.#answers.get(address);
  }

  async #load(address) {
    try {
      const agency = await fetchJson(address);
      const result = this.#parse(agency);
      if (result.ok) return { status: 'ready', agency: Object.freeze(agency) };
      return { status: 'invalid', problems: result.problems };
    } catch {
      return { status: 'failed' };
    }
  }
}
