import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { emit } from '../../base/reader/events.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { renderTime } from '../../base/templates/time.js';
import type { StoredDraft } from '../../comments/drafts.js';
import type { CommentSession } from '../../comments/session.js';
import type { Capabilities, CommentRecord } from '../../comments/types.js';
import { authorOf } from './author.js';
import { renderText } from './comment-text.js';
import { explainError } from './explain.js';
import { ReceiptNumber } from './receipt-number.js';
import { ReportPanel } from './report-panel.js';
import { statusLabel } from './status.js';

/** UTF-16 units and lines from which on a comment is collapsed; exact counting would change nothing. */
const LONG = 400;
const MANY_LINES = 10;

/** What stands around a comment. */
export interface Surroundings {
  /** Absent where nothing can be done with the comment: in a receipt, in an answer. */
  readonly session?: CommentSession;
  readonly capabilities?: Capabilities | undefined;
  /** The receipt number of a comment of this visit. */
  readonly token?: string | null | undefined;
  /** The comment that one of this visit answers. */
  readonly parent?: StoredDraft['parent'];
}

/** Draws comments with their replies, and remembers which are unfolded. */
export class CommentView {
  readonly #element: CustomsElement;
  readonly #onReply: (record: CommentRecord) => void;
  readonly #reports: ReportPanel;
  readonly #number: ReceiptNumber;
  readonly #unfolded = new Set<string>();

  /** Counts the changes of what is unfolded or reported. */
  revision = 0;

  constructor(element: CustomsElement, onReply: (record: CommentRecord) => void) {
    this.#element = element;
    this.#onReply = onReply;
    this.#reports = new ReportPanel(element, this.#changed);
    this.#number = new ReceiptNumber(element, this.#changed);
  }

  readonly #toggle = (id: string): void => {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    const open = this.#unfolded.has(id);
    emit(this.#element, 'customs-toggle', { name: 'comment', open });
    this.#changed();
  };

  readonly #changed = (): void => {
    this.revision += 1;
    this.#element.requestUpdate();
  };

  render(record: CommentRecord, around: Surroundings): TemplateResult {
    const { msg } = this.#element;
    const { kind, status, createdAt, authorName } = record;
    const isOfficial = kind === 'official-reply';
    const label = isOfficial
      ? msg('官方回复', { id: 'comments.official' })
      : status !== 'published' && statusLabel(this.#element, status);
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
            : html`<strong part="author"><bdi>${authorOf(this.#element, authorName)}</bdi></strong>`
        }
        ${label && !isGone ? html`<span class="badge" part="badge">${label}</span>` : nothing}
        ${renderTime(this.#element, createdAt)}
      </div>
      ${this.#renderParent(around)} ${isGone ? nothing : this.#renderBody(record)}
      ${around.token ? this.#number.render(around.token) : nothing}
      ${this.#renderActions(record, around)} ${this.#renderReplies(record, around)}
    </li>`;
  }

  readonly #renderParent = ({ parent }: Surroundings): TemplateResult | typeof nothing => {
    if (!parent) return nothing;
    const name = authorOf(this.#element, parent.authorName);
    return html`<p class="muted">
      ${this.#element.msg(str`回复：${name}`, { id: 'comments.reply-to' })}
    </p>`;
  };

  readonly #renderBody = ({ id, body, lang }: CommentRecord): TemplateResult => {
    const { msg } = this.#element;
    const isLong = body.length > LONG || body.split('\n').length > MANY_LINES;
    const unfolded = this.#unfolded.has(id);
    return html`<p
        class="text ${isLong && !unfolded ? 'folded' : ''}"
        part="text"
        @focusin=${isLong && !unfolded ? () => this.#toggle(id) : nothing}
      >
        <bdi class="lines" lang=${lang ?? nothing}>${renderText(body)}</bdi>
      </p>
      ${
        isLong
          ? html`<button
              class="quiet screen-only"
              part="toggle"
              aria-expanded=${unfolded}
              @click=${() => this.#toggle(id)}
            >
              ${unfolded ? msg('收起', { id: 'collapse' }) : msg('展开全文', { id: 'expand' })}
            </button>`
          : nothing
      }`;
  };

  readonly #renderActions = (
    record: CommentRecord,
    { session, capabilities }: Surroundings,
  ): TemplateResult | typeof nothing => {
    if (!session || record.status !== 'published') return nothing;
    const { msg } = this.#element;
    const { provider } = session.settings;
    const name = authorOf(this.#element, record.authorName);
    const canReply = capabilities?.open && provider.submit;
    const canReport =
      record.kind === 'comment' && capabilities?.reportReasons.length && provider.report;
    if (!canReply && !canReport) return nothing;
    return html`<div class="actions screen-only">
        ${
          canReply
            ? html`<button
                class="quiet"
                part="reply"
                aria-label=${msg(str`回复：${name}`, { id: 'comments.reply-to' })}
                @click=${() => this.#onReply(record)}
              >
                ${msg('回复', { id: 'comments.reply' })}
              </button>`
            : nothing
        }
        ${canReport ? this.#reports.renderButton(record, name) : nothing}
      </div>
      ${canReport ? this.#reports.renderPanel(record, session, capabilities.reportReasons) : nothing}`;
  };

  readonly #renderReplies = (
    { id, replies, replyCount }: CommentRecord,
    around: Surroundings,
  ): TemplateResult | typeof nothing => {
    const { msg, localization } = this.#element;
    const { session } = around;
    if (!replyCount && !replies.length) return nothing;
    const list = session?.replies.get(id);
    const shown = list?.state.pages.flat() ?? [];
    const items = shown.length ? shown : replies;
    const hidden = replyCount - items.length;
    const count = formatNumber(localization.language, hidden);
    const isLoading = list?.state.kind === 'loading' || list?.state.kind === 'loading-more';
    const isWhole = list?.state.kind === 'ready' && list.state.nextCursor === null;
    // The button may go, so the focus moves to the first of what came.
    const onOpen = async (event: Event): Promise<void> => {
      const item = (event.currentTarget as HTMLElement).closest('.comment')!;
      await session!.loadReplies(id);
      await this.#element.updateComplete;
      const replies = item.querySelectorAll<HTMLElement>(':scope > .replies > .comment');
      if (session!.replies.get(id)?.state.kind === 'ready') replies[shown.length]?.focus();
    };
    return html`${
      items.length
        ? html`<ul class="replies" role="list">
            ${repeat(
              items,
              (reply) => reply.id,
              (reply) => this.render(reply, { ...around, token: undefined }),
            )}
          </ul>`
        : nothing
    }
    ${
      list?.state.error
        ? html`<p class="problem" role="alert">${explainError(this.#element, list.state.error)}</p>`
        : nothing
    }
    ${
      session && hidden > 0 && !isWhole
        ? html`<button class="quiet screen-only" part="replies" @click=${onOpen}>
            ${
              isLoading
                ? msg('正在加载', { id: 'loading' })
                : msg(str`查看 ${count} 条回复`, { id: 'comments.replies' })
            }
          </button>`
        : nothing
    }`;
  };
}
