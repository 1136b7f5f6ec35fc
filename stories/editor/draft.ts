/* The draft, kept in the storage of the browser: it survives a reload, and all tabs share it. */
import { AGENCY_KEY } from '../pages/storage.js';
import { asWork, isEmpty, type Work } from './work.js';

const DRAFT = 'customs-editor/draft';

/** What is needed of a storage. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Asks the browser for its storage, which it may forbid. */
export function storageOf(page: Pick<Window, 'localStorage'>): Store | undefined {
  try {
    return page.localStorage;
  } catch {
    return undefined;
  }
}

export class Drafts {
  /** False once something could not be stored: forbidden, or full. */
  canStore = true;

  readonly #store: Store | undefined;
  #written: string | undefined;

  constructor(store: Store | undefined) {
    this.#store = store;
  }

  /** Reads the draft; `undefined` if there is none that can be used. */
  read(): Work | undefined {
    try {
      const text = this.#store?.getItem(DRAFT) ?? undefined;
      this.#written = text;
      return text === undefined ? undefined : asWork(JSON.parse(text));
    } catch {
      return undefined;
    }
  }

  /** Stores the draft. */
  write(work: Work): void {
    const text = isEmpty(work) ? undefined : JSON.stringify(work);
    if (text !== this.#written && this.#put(DRAFT, text)) this.#written = text;
  }

  /**
   * Tells whether another tab has changed the draft.
   *
   * @param event - an event `storage`, which other tabs cause
   */
  isForeign({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean {
    return (key === DRAFT || key === null) && (newValue ?? undefined) !== this.#written;
  }

  /** Stores the agency for the embed builder. Returns false if that is not possible. */
  handOver(json: string): boolean {
    return this.#put(AGENCY_KEY, json);
  }

  #put(key: string, text: string | undefined): boolean {
    try {
      if (!this.#store) throw new Error('No storage');
      if (text === undefined) this.#store.removeItem(key);
      else this.#store.setItem(key, text);
      this.canStore = true;
    } catch {
      this.canStore = false;
    }
    return this.canStore;
  }
}
