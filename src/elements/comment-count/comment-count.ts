import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CustomsElement } from '../../base/element/customs-element.js';
import { emit } from '../../base/reader/events.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { countComments } from '../../comments/counts.js';
import { createProvider, type Engine, ENGINES } from '../../comments/engines/engines.js';
import { asProviderError } from '../../comments/errors.js';
import type { CommentProvider } from '../../comments/types.js';

/**
 * How many comments a thread has (N 条评论), for lists of articles and for links to the comments. It is a piece of
 * text without a look of its own; all of them on a page are counted in one request.
 *
 * @summary The number of comments of a thread.
 * @slot - What reads until the number is there, and when it cannot be had.
 * @csspart count - The number in words.
 * @fires {CustomEvent<{operation: keyof CommentProvider, error: ProviderError}>} customs-comment-failed - The number could not be had.
 */
export class CustomsCommentCount extends CustomsElement {
  static override styles = css`
    :host([hidden]) {
      display: none;
    }
  `;
  static override readonly tag = 'customs-comment-count';

  /** Address of the comment service; relative to the page. */
  @property({ framed: 'own' }) endpoint = '';

  /** What keeps the comments: `http`, a service of our contract; `waline`, a server of Waline; `static`, a JSON file. */
  @property({ accepted: ENGINES }) engine: Engine = 'http';

  /** Name of the site, as the configuration of the service has it. */
  @property({ framed: 'any' }) site = '';

  /** Key of the thread. Default: the path of the page. */
  @property({ framed: 'any' }) thread = '';

  /** An engine of the page's own; goes before `engine` and `endpoint`. */
  @property({ attribute: false }) provider: CommentProvider | undefined;

  @state() private count: number | undefined;

  #asked = 0;

  /** Counts again. */
  reload(): void {
    void this.#count();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const names = ['endpoint', 'engine', 'site', 'thread', 'provider'] as const;
    if (names.some((name) => changed.has(name))) void this.#count();
  }

  readonly #count = async (): Promise<void> => {
    const asked = (this.#asked += 1);
    const { endpoint, site } = this;
    const engine = this.accept('engine');
    const thread = this.thread || window.location.pathname;
    if (!this.provider && !endpoint) return;
    const provider = this.provider ?? createProvider(engine, endpoint, site);
    // An engine of the page's own is the same for all who have it; the others are by their address.
    const key = this.provider ?? `${engine} ${endpoint} ${site}`;
    let count: number | undefined;
    try {
      count = await countComments(key, provider, thread);
    } catch (error) {
      emit(this, 'customs-comment-failed', { operation: 'count', error: asProviderError(error) });
    }
    // A late answer to an older question says nothing about this thread.
    if (asked === this.#asked) this.count = count;
  };

  override render(): TemplateResult {
    const { localization, count } = this;
    if (count === undefined || !localization.ready) return html`<slot></slot>`;
    const number = formatNumber(localization.language, count);
    return html`<span part="count" lang=${localization.language}
      >${this.msg(str`${number} 条评论`, { id: 'comments.number-of' })}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'customs-comment-count': CustomsCommentCount;
  }
}
