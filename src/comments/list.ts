import { Loader } from '../loader.js';
import { asProviderError, type ProviderError } from './errors.js';
import type { CommentPage, CommentRecord, Sort } from './types.js';

/** State of a list, for rendering. */
export interface ListState {
  /** `loading`: the first page is loading. `loading-more`: another page is loading. */
  readonly kind: 'loading' | 'ready' | 'loading-more' | 'failed';
  /** The pages so far. While the first one reloads, the old pages stay. */
  readonly pages: readonly (readonly CommentRecord[])[];
  readonly nextCursor: string | null;
  /** See `CommentPage`; `undefined` while unknown. */
  readonly total: number | undefined;
  readonly published?: number | undefined;
  /** Reason why the latest page failed to load. */
  readonly error?: ProviderError | undefined;
}

type ListPages = Omit<ListState, 'kind' | 'error'>;

/** Requests one page of the list. */
export type AskPage = (
  cursor: string | undefined,
  sort: Sort,
  signal: AbortSignal,
) => Promise<CommentPage>;

/** Most comments that engines return in one page. */
const LARGEST_PAGE = 50;

/** Limits the wanted page size to what engines accept. */
export const pageSizeOf = (wanted: number): number =>
  Math.min(LARGEST_PAGE, Math.max(1, Math.trunc(wanted) || 20));

/** A list that loads page by page: the comments of a thread, or the replies to a comment. */
export class CommentList {
  /** A new object after every change. */
  state: ListState = { kind: 'loading', pages: [], nextCursor: null, total: undefined };

  readonly #ask: AskPage;
  readonly #changed: () => void;
  readonly #loader = new Loader<ListPages, ProviderError>(asProviderError, () => {
    this.#derive();
    this.#changed();
  });
  #sort: Sort;
  /** Cursor of the last requested page. */
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

  /** True if nothing was requested yet, or the request was cancelled. */
  get isIdle(): boolean {
    return this.#loader.state.kind === 'idle';
  }

  /** Loads the list from its first page. */
  async load(sort = this.#sort): Promise<void> {
    this.#sort = sort;
    await this.#read(undefined);
  }

  /** Loads the next page. Repeats the request if it failed. */
  async loadMore(): Promise<void> {
    const { kind, nextCursor, pages } = this.state;
    if (!pages.length) return this.load();
    if (kind !== 'loading' && kind !== 'loading-more') await this.#read(nextCursor ?? undefined);
  }

  /** Repeats the request for the page that failed. */
  async retry(): Promise<void> {
    await this.#loader.retry();
  }

  /** Cancels the request. The page counts as not requested. */
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
      // Engines that number their pages repeat a comment if a newer one was posted in between.
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
