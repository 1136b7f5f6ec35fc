/* Pages of lists that were asked for lately, as they were sent. */

/** Pages that are kept; one has 5 to 25 kB, rarely more. */
const MOST = 500;

/**
 * Keeps pages by their tag. The tag is made of the thread's revision, which is read for every request: so a page
 * of the past is never found, in whatever process the thread has changed.
 */
export class PageCache {
  readonly #pages = new Map<string, string>();

  get(tag: string): string | undefined {
    return this.#pages.get(tag);
  }

  set(tag: string, page: string): void {
    // The oldest goes first; a Map keeps the order in which its entries came.
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= MOST && oldest !== undefined) this.#pages.delete(oldest);
    this.#pages.set(tag, page);
  }
}
