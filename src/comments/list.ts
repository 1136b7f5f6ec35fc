import { asProviderError } from './loading.js';
import type { ProviderError } from './errors.js';
import type { CommentPage, CommentRecord, Sort } from './types.js';

/** What is shown of a list. */
export interface ListState {
  /** `loading`: the first page is on its way; `loading-more`: another one. */
  readonly kind: 'loading' | 'ready' | 'loading-more' | 'failed';
  /** The pages so far; while the first one is asked for again, those of before. */
  readonly pages: readonly (readonly CommentRecord[])[];
  readonly nextCursor: string | null;
  /** See `CommentPage`; `undefined` while it is not known. */
  readonly total: number | undefined;
  readonly published?: number | undefined;
  /** Why the latest page did not come. */
  readonly error?: ProviderError | undefined;
}

const NOTHING: ListState = { kind: 'loading', pages: [], nextCursor: null, total: undefined };

/** Asks for one page of the list. */
export type AskPage = (
  cursor: string | undefined,
  sort: Sort,
  signal: AbortSignal,
) => Promise<CommentPage>;

/** A list that is read page by page: the comments of a thread, or the replies to one. */
export class CommentList {
  state = NOTHING;

  readonly #ask: AskPage;
  readonly #changed: () => void;
  #sort: Sort;
  #asked: string | undefined;
  #controller: AbortController | undefined;

  /** @param changed - called after every change of the state */
  constructor(ask: AskPage, sort: Sort, changed: () => void) {
    this.#ask = ask;
    this.#sort = sort;
    this.#changed = changed;
  }

  get sort(): Sort {
    return this.#sort;
  }

  /** Reads the list from its first page. */
  load(sort = this.#sort): Promise<void> {
    this.#sort = sort;
    return this.#read({ ...this.state, kind: 'loading' }, undefined);
  }

  /** Reads the next page; a page that failed is asked for again. */
  loadMore(): Promise<void> {
    const { kind, nextCursor, pages } = this.state;
    if (!pages.length) return this.load();
    if (kind === 'loading' || kind === 'loading-more') return Promise.resolve();
    return this.#read({ ...this.state, kind: 'loading-more' }, nextCursor ?? undefined);
  }

  /** Asks again for the page that did not come. */
  retry(): Promise<void> {
    const kind = this.#asked === undefined ? 'loading' : 'loading-more';
    return this.#read({ ...this.state, kind }, this.#asked);
  }

  /** No longer waits for an answer; a page that was on its way counts as not asked for. */
  cancel(): void {
    this.#controller?.abort();
    if (this.state.kind === 'loading-more') this.state = { ...this.state, kind: 'ready' };
  }

  readonly #read = async (meanwhile: ListState, cursor: string | undefined): Promise<void> => {
    this.cancel();
    this.#asked = cursor;
    const { signal } = (this.#controller = new AbortController());
    this.#set({ ...meanwhile, error: undefined });
    let next: ListState;
    try {
      const page = await this.#ask(cursor, this.#sort, signal);
      const before = cursor === undefined ? [] : meanwhile.pages;
      // Engines that count pages give a comment again when a newer one has come in between.
      const known = new Set(before.flatMap((items) => items.map(({ id }) => id)));
      const { nextCursor, total, published } = page;
      const items = page.items.filter(({ id }) => !known.has(id));
      next = { kind: 'ready', pages: [...before, items], nextCursor, total, published };
    } catch (error) {
      next = { ...meanwhile, kind: 'failed', error: asProviderError(error) };
    }
    if (!signal.aborted) this.#set(next);
  };

  readonly #set = (state: ListState): void => {
    this.state = state;
    this.#changed();
  };
}
