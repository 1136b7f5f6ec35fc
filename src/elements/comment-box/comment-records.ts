import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderChoice } from '../../base/templates/choice.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { announce } from '../../base/reader/announcer.js';
import { holdFocus } from '../../base/reader/focus.js';
import { renderHeading } from '../../base/templates/heading.js';
import { speechIcon } from '../../base/templates/icons.js';
import { formatNumber } from '../../base/language/formats.js';
import { str } from '../../base/language/strings.js';
import { renderEmpty, renderFailure } from '../../base/templates/notices.js';
import type { CommentList } from '../../comments/list.js';
import type { CommentSession } from '../../comments/session.js';
import { type Capabilities, type CommentRecord, SORTS } from '../../comments/types.js';
import { CommentView } from './comment-view.js';
import { explainError } from './explain.js';

/** Comments that stand in for the list while it is on its way. */
const PLACEHOLDERS = [1, 2, 3];

/** The records (评论记录) of a thread. */
export class CommentRecords {
  readonly #element: CustomsElement;
  readonly #comment: CommentView;

  /** @param onReply - called with the comment that somebody wants to answer */
  constructor(element: CustomsElement, onReply: (record: CommentRecord) => void) {
    this.#element = element;
    this.#comment = new CommentView(element, onReply);
  }

  /** Reads on, and keeps the place of whoever does so by keyboard. */
  readonly #onMore = async (list: CommentList): Promise<void> => {
    const { msg, localization } = this.#element;
    const before = list.state.pages.length;
    const moveFocus = holdFocus(this.#element);
    await list.loadMore();
    if (list.state.kind === 'failed') await moveFocus('.list-error button');
    const page = list.state.pages[before];
    if (!page) return;
    const count = formatNumber(localization.language, page.length);
    announce(msg(str`又显示了 ${count} 条`, { id: 'comments.more-shown' }), localization.language);
    if (list.state.nextCursor === null) {
      await moveFocus(`[data-page="${before}"] .comment`);
    }
  };

  readonly #onRetry = async (list: CommentList): Promise<void> => {
    const moveFocus = holdFocus(this.#element);
    await list.retry();
    await moveFocus('.list-error button', '.records');
  };

  render(session: CommentSession, capabilities: Capabilities | undefined): TemplateResult {
    const element = this.#element;
    const { msg, localization } = element;
    const { list, posted, submission } = session;
    const { kind, pages, total, published = total } = list.state;
    // Its number stands under the form.
    const latest = submission.state.kind === 'accepted' && submission.state.receipt.token;
    const count = formatNumber(localization.language, published ?? 0);
    // What the list has by now stands there.
    const listed = new Set(pages.flatMap((items) => items.map(({ id }) => id)));
    const unlisted = posted.filter(({ record }) => !listed.has(record.id));
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
                ({ record, token, parent }) =>
                  this.#comment.render(record, { token: token === latest ? null : token, parent }),
              )}
            </ul>`
          : nothing
      }
      ${loaded ? this.#renderPages(session, capabilities) : this.#renderPlaceholders()}
    </div>`;
  }

  readonly #renderSort = (list: CommentList): unknown => {
    const { msg, localization } = this.#element;
    return renderChoice({
      label: msg('排序', { id: 'comments.sort' }),
      name: 'sort',
      lang: localization.language,
      items: [
        msg('最新在前', { id: 'comments.newest' }),
        msg('最早在前', { id: 'comments.oldest' }),
      ],
      chosen: SORTS.indexOf(list.sort),
      onChoose: (index) => void list.load(SORTS[index]),
    });
  };

  readonly #renderPages = (
    session: CommentSession,
    capabilities: Capabilities | undefined,
  ): TemplateResult => {
    const element = this.#element;
    const { msg } = element;
    const { list, posted } = session;
    const { kind, pages, error, nextCursor } = list.state;
    const tokens = new Map(posted.map(({ record, token }) => [record.id, token]));
    const isEmpty = kind === 'ready' && !posted.length && !pages[0]?.length;
    // Typing draws the box anew; a long list of comments must not slow it down.
    const shown = [
      element.localization.language,
      capabilities,
      posted,
      session.repliesRevision,
      this.#comment.revision,
      pages.length > 1,
      // Ages are in minutes.
      Math.floor(Date.now() / 60_000),
    ];
    return html`${pages.map((items, index) =>
      guard(
        [items, ...shown],
        () =>
          html`<ul class="list ${pages.length > 1 ? 'group' : ''}" role="list" data-page=${index}>
            ${repeat(
              items,
              ({ id }) => id,
              (record) => {
                const token = tokens.get(record.id);
                return this.#comment.render(record, { session, capabilities, token });
              },
            )}
          </ul>`,
      ),
    )}
    ${
      isEmpty
        ? renderEmpty(
            speechIcon,
            msg('未查询到任何数据！', { id: 'empty' }),
            capabilities?.open && session.settings.provider.submit
              ? html`<p>${msg('欢迎发表第一条评论。', { id: 'comments.first' })}</p>`
              : nothing,
          )
        : nothing
    }
    ${
      error
        ? html`<div class="error list-error" part="error" role="alert">
            ${renderFailure(msg('评论暂时无法显示', { id: 'comments.list-failed' }))}
            <p class="muted">${explainError(element, error)}</p>
            <button part="retry" @click=${() => void this.#onRetry(list)}>
              ${msg('重试', { id: 'retry' })}
            </button>
          </div>`
        : nothing
    }
    ${
      nextCursor !== null && !error
        ? html`<div class="actions screen-only">
            <button part="more" @click=${() => void this.#onMore(list)}>
              ${
                kind === 'loading-more'
                  ? msg('正在加载', { id: 'loading' })
                  : msg('加载更多评论', { id: 'comments.more' })
              }
            </button>
          </div>`
        : nothing
    }`;
  };

  readonly #renderPlaceholders = (): TemplateResult =>
    html`<div part="loading">
      <p class="muted" role="status">${this.#element.msg('正在加载', { id: 'loading' })}</p>
      ${PLACEHOLDERS.map(() => html`<div class="skeleton placeholder"></div>`)}
    </div>`;
}
