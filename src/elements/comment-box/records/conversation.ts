import { nothing, type TemplateResult } from 'lit';
import { html } from '../../../base/templates/html.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import type { Portable } from '../../../base/templates/take-away-controller.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import type { CommentSession } from '../../../comments/session.js';
import type { Capabilities, CommentRecord } from '../../../comments/types.js';
import { CommentView } from '../comment-view.js';
import { authorOf, explainError } from '../explain.js';
import { ReceiptNumber } from '../receipt-number.js';
import type { PostedComment } from '../../../comments/posted.js';
import { Reports } from './reports.js';

/** What the actions on a comment need. */
export interface Means {
  readonly session: CommentSession;
  readonly capabilities: Capabilities | undefined;
}

/** Renders the comments of a thread, with replies and actions. */
export class Conversation {
  readonly #element: CustomsElement & Portable;
  readonly #onReply: (record: CommentRecord) => void;
  readonly #comment: CommentView;
  readonly #reports: Reports;
  readonly #number: ReceiptNumber;

  /**
   * @param changed - called when the comments have to render again
   * @param onReply - called with the comment to reply to
   */
  constructor(
    element: CustomsElement & Portable,
    changed: () => void,
    onReply: (record: CommentRecord) => void,
  ) {
    this.#element = element;
    this.#onReply = onReply;
    this.#comment = new CommentView(element, changed);
    this.#reports = new Reports(element, changed);
    this.#number = new ReceiptNumber(element, changed);
  }

  /** Renders a comment of this visit that the list does not contain yet. */
  renderPosted({ record, token, parent }: PostedComment): TemplateResult {
    const below = token ? this.#number.render(token) : nothing;
    return this.#comment.render(record, { parent, below });
  }

  /** @param token - receipt number, if the comment was posted in this visit */
  render(record: CommentRecord, means: Means, token?: string | null): TemplateResult {
    const below = html`${token ? this.#number.render(token) : nothing}
    ${this.#renderActions(record, means)} ${this.#renderReplies(record, means)}`;
    return this.#comment.render(record, { below });
  }

  #renderActions(
    record: CommentRecord,
    { session, capabilities }: Means,
  ): TemplateResult | typeof nothing {
    if (record.status !== 'published') return nothing;
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
      ${canReport ? this.#reports.renderForm(record, session, capabilities.reportReasons) : nothing}`;
  }

  #renderReplies(
    { id, replies, replyCount }: CommentRecord,
    means: Means,
  ): TemplateResult | typeof nothing {
    if (!replyCount && !replies.length) return nothing;
    const element = this.#element;
    const { msg, localization } = element;
    const { session } = means;
    const list = session.replies.get(id);
    const { kind, error, nextCursor, pages = [] } = list?.state ?? {};
    const shown = pages.flat();
    const items = shown.length ? shown : replies;
    const hidden = replyCount - items.length;
    const count = formatNumber(localization.language, hidden);
    const isLoading = kind === 'loading' || kind === 'loading-more';
    const isWhole = kind === 'ready' && nextCursor === null;
    // Moves focus to the first new reply, because the button may disappear.
    const onOpen = async (event: Event): Promise<void> => {
      const item = (event.currentTarget as HTMLElement).closest('.comment')!;
      await session.loadReplies(id);
      await element.updateComplete;
      const replies = item.querySelectorAll<HTMLElement>(':scope > .replies > .comment');
      if (session.replies.get(id)?.state.kind === 'ready') replies[shown.length]?.focus();
    };
    return html`${this.#comment.renderReplies(items, (reply) => this.render(reply, means))}
    ${error ? html`<p class="problem" role="alert">${explainError(element, error)}</p>` : nothing}
    ${
      hidden > 0 && !isWhole
        ? html`<button class="quiet screen-only" part="replies" @click=${onOpen}>
            ${
              isLoading
                ? msg('正在加载', { id: 'loading' })
                : msg(str`查看 ${count} 条回复`, { id: 'comments.replies' })
            }
          </button>`
        : nothing
    }`;
  }
}
