import { nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { str } from '../../base/language/strings.js';
import { emit } from '../../base/reader/events.js';
import { html } from '../../base/templates/html.js';
import { lazily } from '../../base/templates/lazy.js';
import { renderTime } from '../../base/templates/time.js';
import type { StoredDraft } from '../../comments/drafts.js';
import type { CommentRecord } from '../../comments/types.js';
import { LazyModule } from '../../lazy-module.js';
import { authorOf, statusLabel } from './explain.js';

/** Code that makes links of web addresses. Until it has loaded, they are text. */
const links = new LazyModule(() => import('./comment-text.js'));

/** UTF-16 units and lines from which a comment is collapsed. Exact counts would change nothing. */
const LONG = 400;
const MANY_LINES = 10;

/** What renders around the text of a comment. */
interface Surroundings {
  /** The comment that it replies to, if that is not rendered above it. */
  readonly parent?: StoredDraft['parent'];
  /** Content below it. Default: the replies included in the record. */
  readonly below?: unknown;
}

/** Renders comments, and remembers which are expanded. */
export class CommentView {
  readonly #element: CustomsElement;
  readonly #changed: () => void;
  readonly #unfolded = new Set<string>();

  /** @param changed - called when the view has to render again */
  constructor(element: CustomsElement, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  render(record: CommentRecord, { parent, below }: Surroundings = {}): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const { kind, status, createdAt, authorName, replies } = record;
    const isOfficial = kind === 'official-reply';
    const label = isOfficial
      ? msg('官方回复', { id: 'comments.official' })
      : status !== 'published' && statusLabel(element, status);
    const isGone = status === 'withdrawn' && !record.body;
    return html`<li
      class="comment ${isOfficial ? 'official' : ''}"
      part="comment ${isOfficial ? 'official' : ''}"
      tabindex="-1"
    >
      <div class="byline">
        ${
          isGone
            ? html`<span class="muted">${msg('评论已撤回', { id: 'comments.withdrawn' })}</span>`
            : html`<strong part="author"><bdi>${authorOf(element, authorName)}</bdi></strong>`
        }
        ${label && !isGone ? html`<span class="badge" part="badge">${label}</span>` : nothing}
        ${renderTime(element, createdAt)}
      </div>
      ${parent ? this.#renderParent(parent) : nothing}${isGone ? nothing : this.#renderBody(record)}${below ?? this.renderReplies(replies, (reply) => this.render(reply))}
    </li>`;
  }

  /** Renders the replies below a comment; nothing if there are none. */
  renderReplies(
    replies: readonly CommentRecord[],
    renderReply: (reply: CommentRecord) => TemplateResult,
  ): TemplateResult | typeof nothing {
    if (!replies.length) return nothing;
    return html`<ul class="replies" role="list">
      ${repeat(replies, ({ id }) => id, renderReply)}
    </ul>`;
  }

  #toggle(id: string): void {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    const open = this.#unfolded.has(id);
    emit(this.#element, 'customs-toggle', { name: 'comment', open });
    this.#changed();
  }

  #renderParent({ authorName }: NonNullable<StoredDraft['parent']>): TemplateResult {
    const name = authorOf(this.#element, authorName);
    return html`<p class="muted">
      ${this.#element.msg(str`回复：${name}`, { id: 'comments.reply-to' })}
    </p>`;
  }

  #renderText(body: string): unknown {
    if (!/https?:\/\//i.test(body)) return body;
    return lazily({ requestUpdate: this.#changed }, links)?.renderText(body) ?? body;
  }

  #renderBody({ id, body, lang }: CommentRecord): TemplateResult {
    const { msg } = this.#element;
    const isLong = body.length > LONG || body.split('\n').length > MANY_LINES;
    const unfolded = this.#unfolded.has(id);
    const onToggle = (): void => this.#toggle(id);
    return html`<p
        class="text ${isLong && !unfolded ? 'folded' : ''}"
        part="text"
        @focusin=${isLong && !unfolded ? onToggle : nothing}
      >
        <bdi class="lines" lang=${lang ?? nothing}>${this.#renderText(body)}</bdi>
      </p>
      ${
        isLong
          ? html`<button
              class="quiet screen-only"
              part="toggle"
              aria-expanded=${unfolded}
              @click=${onToggle}
            >
              ${unfolded ? msg('收起', { id: 'collapse' }) : msg('展开全文', { id: 'expand' })}
            </button>`
          : nothing
      }`;
  }
}
