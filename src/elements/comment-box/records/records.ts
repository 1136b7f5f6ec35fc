import { nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import type { Portable } from '../../../base/templates/take-away-controller.js';
import { formatNumber } from '../../../base/language/formats.js';
import { str } from '../../../base/language/strings.js';
import { announce } from '../../../base/reader/announcer.js';
import { holdFocus } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderChoice } from '../../../base/templates/choice.js';
import { renderHeading } from '../../../base/templates/heading.js';
import { speechIcon } from '../../../base/templates/icons.js';
import { renderEmpty, renderFailure } from '../../../base/templates/notices.js';
import type { ProviderError } from '../../../comments/errors.js';
import type { CommentList } from '../../../comments/list.js';
import type { CommentSession } from '../../../comments/session.js';
import { type CommentRecord, SORTS } from '../../../comments/types.js';
import { explainError, explanations } from '../explain.js';
import { Conversation, type Means } from './conversation.js';

/** Placeholders for comments while the list loads. */
const PLACEHOLDERS = [1, 2, 3];

/** The records (评论记录) of a thread. */
export class CommentRecords {
  readonly #element: CustomsElement & Portable;
  readonly #conversation: Conversation;
  /** Number of changes of what the reader expanded and copied. */
  #revision = 0;

  /** @param onReply - called with the comment to reply to */
  constructor(element: CustomsElement & Portable, onReply: (record: CommentRecord) => void) {
    this.#element = element;
    const changed = (): void => {
      this.#revision += 1;
      element.requestUpdate();
    };
    this.#conversation = new Conversation(element, changed, onReply);
  }

  /** Renders only after a change: each key press renders the box, and long lists are slow. */
  render(session: CommentSession): unknown {
    const { list, posted, repliesRevision, submission, requirements } = session;
    const { state } = requirements.capabilities;
    const { language } = this.#element.localization;
    // The outcome under the form already shows this number.
    const latest = submission.state.kind === 'accepted' ? submission.state.receipt.token : null;
    const means = { session, capabilities: state.kind === 'ready' ? state.value : undefined };
    // Inputs of each comment. Ages are in minutes.
    const minute = Math.floor(Date.now() / 60_000);
    const { module } = explanations;
    const drawn = [this.#revision, module, language, minute];
    const inputs = [means.capabilities, posted, repliesRevision, ...drawn];
    return guard([list.state, session, latest, this.#element.level, ...inputs], () =>
      this.#renderRecords(means, latest, inputs),
    );
  }

  /** Loads more comments. Keyboard users keep their place. */
  async #onMore(list: CommentList): Promise<void> {
    const { msg, localization } = this.#element;
    const before = list.state.pages.length;
    const moveFocus = holdFocus(this.#element);
    await list.loadMore();
    if (list.state.kind === 'failed') await moveFocus('.list-error button');
    const page = list.state.pages[before];
    if (!page) return;
    const count = formatNumber(localization.language, page.length);
    announce(this.#element, msg(str`又显示了 ${count} 条`, { id: 'comments.more-shown' }));
    if (list.state.nextCursor === null) {
      await moveFocus(`[data-page="${before}"] .comment`);
    }
  }

  async #onRetry(list: CommentList): Promise<void> {
    const moveFocus = holdFocus(this.#element);
    await list.retry();
    await moveFocus('.list-error button', '.records');
  }

  #renderRecords(means: Means, latest: string | null, inputs: readonly unknown[]): TemplateResult {
    const element = this.#element;
    const { msg, localization } = element;
    const { list, posted } = means.session;
    const { kind, pages, total, published = total } = list.state;
    const count = formatNumber(localization.language, published ?? 0);
    // Comments that the list already contains render there.
    const listed = new Set(pages.flatMap((items) => items.map(({ id }) => id)));
    const unlisted = posted
      .filter(({ record }) => !listed.has(record.id))
      .map((one) => (one.token === latest ? { ...one, token: null } : one));
    const loaded = kind !== 'loading' || pages.length > 0;
    return html`<div
      class="records"
      part="records"
      role="group"
      tabindex="-1"
      aria-labelledby="records-heading"
      aria-busy=${kind === 'loading' || kind === 'loading-more'}
    >
      <div class="title">
        <div id="records-heading">
          ${renderHeading(element.level + 1, msg('评论记录', { id: 'comments.records' }), 'subheading')}
        </div>
        ${
          published
            ? html`<p class="muted" part="count">
                ${msg(str`共 ${count} 条评论`, { id: 'comments.count' })}
              </p>`
            : nothing
        }
        ${pages[0]?.length ? this.#renderSort(list) : nothing}
      </div>
      ${
        unlisted.length
          ? html`<ul class="list" role="list" part="posted">
              ${repeat(
                unlisted,
                ({ record }) => record.id,
                (one) => this.#conversation.renderPosted(one),
              )}
            </ul>`
          : nothing
      }
      ${loaded ? this.#renderPages(means, inputs) : this.#renderPlaceholders()}
    </div>`;
  }

  #renderSort(list: CommentList): unknown {
    const { msg, localization } = this.#element;
    return renderChoice({
      label: msg('排序', { id: 'comments.sort' }),
      name: 'sort',
      language: localization.language,
      lang: localization.language,
      items: [
        msg('最新在前', { id: 'comments.newest' }),
        msg('最早在前', { id: 'comments.oldest' }),
      ],
      chosen: SORTS.indexOf(list.sort),
      onChoose: (index) => void list.load(SORTS[index]),
    });
  }

  #renderPages(means: Means, inputs: readonly unknown[]): TemplateResult {
    const { list, posted } = means.session;
    const { kind, pages, error, nextCursor } = list.state;
    const tokens = new Map(posted.map(({ record, token }) => [record.id, token]));
    const isEmpty = kind === 'ready' && !posted.length && !pages[0]?.length;
    const group = pages.length > 1 ? 'group' : '';
    // A new page does not render the earlier ones again.
    return html`${pages.map((items, index) =>
      guard(
        [items, group, ...inputs],
        () =>
          html`<ul class="list ${group}" role="list" data-page=${index}>
            ${repeat(
              items,
              ({ id }) => id,
              (record) => this.#conversation.render(record, means, tokens.get(record.id)),
            )}
          </ul>`,
      ),
    )}
    ${isEmpty ? this.#renderEmpty(means) : nothing}
    ${error ? this.#renderFailed(list, error) : nothing}
    ${
      nextCursor !== null && !error
        ? html`<div class="actions screen-only">
            <button part="more" @click=${() => void this.#onMore(list)}>
              ${
                kind === 'loading-more'
                  ? this.#element.msg('正在加载', { id: 'loading' })
                  : this.#element.msg('加载更多评论', { id: 'comments.more' })
              }
            </button>
          </div>`
        : nothing
    }`;
  }

  #renderEmpty({ session, capabilities }: Means): TemplateResult {
    const { msg } = this.#element;
    return renderEmpty(
      speechIcon,
      msg('未查询到任何数据！', { id: 'empty' }),
      capabilities?.open && session.settings.provider.submit
        ? html`<p>${msg('欢迎发表第一条评论。', { id: 'comments.first' })}</p>`
        : nothing,
    );
  }

  #renderFailed(list: CommentList, error: ProviderError): TemplateResult {
    const { msg } = this.#element;
    return html`<div class="error list-error" part="error" role="alert">
      ${renderFailure(msg('评论暂时无法显示', { id: 'comments.list-failed' }))}
      <p class="muted">${explainError(this.#element, error)}</p>
      <button part="retry" @click=${() => void this.#onRetry(list)}>
        ${msg('重试', { id: 'retry' })}
      </button>
    </div>`;
  }

  #renderPlaceholders(): TemplateResult {
    return html`<div part="loading">
      <p class="muted" role="status">${this.#element.msg('正在加载', { id: 'loading' })}</p>
      ${PLACEHOLDERS.map(() => html`<div class="skeleton placeholder"></div>`)}
    </div>`;
  }
}
