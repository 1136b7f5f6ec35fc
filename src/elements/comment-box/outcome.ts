import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../base/announcer.js';
import type { CustomsElement } from '../../base/customs-element.js';
import { focusOn } from '../../base/focus.js';
import { renderHeading } from '../../base/heading.js';
import type { CommentSession } from '../../comments/session.js';
import { renderReceiptNumber } from './receipt-number.js';

/** What became of the comment that was sent last, in a few words; nothing while it is in the form or on its way. */
function outcomeHeading(
  { msg }: CustomsElement,
  { submission: { state } }: CommentSession,
): string | undefined {
  if (state.kind === 'unconfirmed') return msg('尚未确认', { id: 'comments.unconfirmed' });
  if (state.kind !== 'accepted') return undefined;
  return state.receipt.status === 'published'
    ? msg('评论已发布', { id: 'comments.published-now' })
    : msg('评论已提交，等待审核', { id: 'comments.accepted' });
}

/** Says what became of it, for the case that the focus does not go there. */
export function announceOutcome(element: CustomsElement, session: CommentSession): void {
  const heading = outcomeHeading(element, session);
  if (heading) announce(heading, element.localization.language);
}

/** What became of the comment that was sent last: taken, or not known yet. */
export function renderOutcome(
  element: CustomsElement,
  session: CommentSession,
): TemplateResult | typeof nothing {
  const heading = outcomeHeading(element, session);
  if (!heading) return nothing;
  const { state } = session.submission;
  return html`<div
    class="outcome screen-only"
    part="outcome"
    role="group"
    tabindex="-1"
    aria-labelledby="outcome-heading"
  >
    <div id="outcome-heading">${renderHeading(element.level + 2, heading, 'subheading')}</div>
    ${
      state.kind === 'accepted'
        ? renderNumber(element, state.receipt.token)
        : renderQuestion(element, session)
    }
  </div>`;
}

function renderNumber(
  element: CustomsElement,
  token: string | null,
): TemplateResult | typeof nothing {
  if (!token) return nothing;
  return html`${renderReceiptNumber(element, token)}
    <p class="muted">
      ${element.msg('请保存回执编号，凭它可以查询结果、撤回评论。', { id: 'comments.keep-number' })}
    </p>`;
}

function renderQuestion(element: CustomsElement, { submission }: CommentSession): TemplateResult {
  const { msg } = element;
  const { state } = submission;
  const onTakeBack = (): void => {
    submission.takeBack();
    void focusOn(element, '#body');
  };
  return html`<p>
      ${
        state.kind === 'unconfirmed' && state.waiting
          ? msg('不知道评论是否已经送达，正在重新确认，不会重复发布。', {
              id: 'comments.unconfirmed-waiting',
            })
          : msg('仍不知道评论是否已经送达。您写的内容已保留，请稍后再次确认。', {
              id: 'comments.unconfirmed-still',
            })
      }
    </p>
    <div class="actions">
      <button part="confirm" @click=${() => void submission.retry()}>
        ${msg('立即确认', { id: 'comments.confirm' })}
      </button>
      <button class="quiet" part="take-back" @click=${onTakeBack}>
        ${msg('放弃确认，继续编辑', { id: 'comments.take-back' })}
      </button>
    </div>
    <p class="muted">
      ${msg('放弃确认后再提交，可能出现两条相同的评论。', { id: 'comments.take-back-hint' })}
    </p>`;
}
