import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../base/reader/announcer.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import { focusOn } from '../../base/reader/focus.js';
import { renderHeading } from '../../base/templates/heading.js';
import { tickIcon } from '../../base/templates/icons.js';
import type { CommentSession } from '../../comments/session.js';
import { explainError } from './explain.js';
import type { ReceiptNumber } from './receipt-number.js';
import { renderSignIn } from './sign-in.js';

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
  number: ReceiptNumber,
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
    <div id="outcome-heading" class="outcome-heading">
      ${state.kind === 'accepted' ? tickIcon : nothing}${renderHeading(
        element.level + 2,
        heading,
        'subheading',
      )}
    </div>
    ${
      state.kind === 'accepted'
        ? renderNumber(element, state.receipt.token, number)
        : renderQuestion(element, session)
    }
  </div>`;
}

function renderNumber(
  element: CustomsElement,
  token: string | null,
  number: ReceiptNumber,
): TemplateResult | typeof nothing {
  if (!token) return nothing;
  return html`${number.render(token)}
    <p class="muted">
      ${element.msg('请保存回执编号，凭它可以查询结果、撤回评论。', { id: 'comments.keep-number' })}
    </p>`;
}

function renderQuestion(element: CustomsElement, session: CommentSession): TemplateResult {
  const { msg, localization } = element;
  const { submission } = session;
  const { state } = submission;
  if (state.kind !== 'unconfirmed') return html``;
  const asking = msg('正在确认…', { id: 'comments.asking' });
  const onConfirm = (): void => {
    submission.retry();
    announce(asking, localization.language);
  };
  const onTakeBack = (): void => {
    submission.takeBack();
    void focusOn(element, '#body');
  };
  return html`<p>
      ${msg('暂时无法确认评论是否提交成功，正在重新确认，不会重复发布。', {
        id: 'comments.unconfirmed-waiting',
      })}
    </p>
    ${state.error ? html`<p class="muted">${explainError(element, state.error)}</p>` : nothing}
    <div class="actions">
      <button part="confirm" aria-disabled=${state.asking} @click=${onConfirm}>
        ${state.asking ? asking : msg('立即确认', { id: 'comments.confirm' })}
      </button>
      ${state.error?.kind === 'unauthorized' ? renderSignIn(element, session) : nothing}
      <button class="quiet" part="take-back" @click=${onTakeBack}>
        ${msg('放弃确认，继续编辑', { id: 'comments.take-back' })}
      </button>
    </div>
    <p class="muted">
      ${msg('放弃确认后再提交，可能出现两条相同的评论。', { id: 'comments.take-back-hint' })}
    </p>`;
}
