import { Loader } from '../loader.js';
import { asProviderError, type ProviderError } from './errors.js';
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

type ListPages = Omit<ListState, 'kind' | 'error'>;

/** Asks for one page of the list. */
export type AskPage = (
  cursor: string | undefined,
  sort: Sort,
  signal: AbortSignal,
) => Promise<CommentPage>;

/** Most comments of a page that engines give. */
const LARGEST_PAGE = 50;

/** How many comments are fetched at a time, when this many are wanted. */
export const pageSizeOf = (wanted: number): number =>
  Math.min(LARGEST_PAGE, Math.max(1, Math.trunc(wanted) || 20));

/** A list that is read page by page: the comments of a thread, or the replies to one. */
export class CommentList {
  /** Another object after every change. */
  state: ListState = { kind: 'loading', pages: [], nextCursor: null, total: undefined };

  readonly #ask: AskPage;
  readonly #changed: () => void;
  readonly #loader = new Loader<ListPages, ProviderError>(asProviderError, () => {
    this.#derive();
    this.#changed();
  });
  #sort: Sort;
  /** Of the page that was asked for last. */
  #cursor: string | undefined;

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
  async load(sort = this.#sort): Promise<void> {
    this.#sort = sort;
    await this.#read(undefined);
  }

  /** Reads the next page; a page that failed is asked for again. */
  async loadMore(): Promise<void> {
    const { kind, nextCursor, pages } = this.state;
    if (!pages.length) return this.load();
    if (kind !== 'loading' && kind !== 'loading-more') await this.#read(nextCursor ?? undefined);
  }

  /** Asks again for the page that did not come. */
  async retry(): Promise<void> {
    await this.#loader.retry();
  }

  /** No longer waits for an answer; a page that was on its way counts as not asked for. */
  cancel(): void {
    this.#loader.cancel();
    this.#derive();
  }

  async #read(cursor: string | undefined): Promise<void> {
    this.#cursor = cursor;
    const before = cursor === undefined ? [] : this.state.pages;
    await this.#loader.load(async (signal) => {
      const page = await this.#ask(cursor, this.#sort, signal);
      const { nextCursor, total, published } = page;
      // Engines that count pages give a comment again when a newer one has come in between.
      const known = new Set(before.flatMap((items) => items.map(({ id }) => id)));
      const items = page.items.filter(({ id }) => !known.has(id));
      return { pages: [...before, items], nextCursor, total, published };
    });
  }

  #derive(): void {
    const { state } = this.#loader;
    const { pages, nextCursor, total, published } =
      state.kind === 'ready' ? state.value : this.state;
    const error = state.kind === 'failed' ? state.error : undefined;
    const isMore = this.#cursor !== undefined;
    const kinds = {
      idle: isMore ? 'ready' : 'loading',
      loading: isMore ? 'loading-more' : 'loading',
      ready: 'ready',
      failed: 'failed',
    } as const;
    this.state = { kind: kinds[state.kind], pages, nextCursor, total, published, error };
  }
}
