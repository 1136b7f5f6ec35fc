import { nothing, type TemplateResult } from 'lit';
import { announce } from '../../../base/reader/announcer.js';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import type { Portable } from '../../../base/templates/take-away-controller.js';
import { focusOn } from '../../../base/reader/focus.js';
import { html } from '../../../base/templates/html.js';
import { renderHeading } from '../../../base/templates/heading.js';
import { tickIcon } from '../../../base/templates/icons.js';
import type { CommentSession } from '../../../comments/session.js';
import type { SubmissionState } from '../../../comments/submission.js';
import { explainError } from '../explain.js';
import { ReceiptNumber } from '../receipt-number.js';
import { renderSignIn } from './obstacles.js';

type Unconfirmed = Extract<SubmissionState, { kind: 'unconfirmed' }>;

/** Names the outcome of the last comment; `undefined` while it is in the form or being sent. */
export function outcomeHeading(
  { msg }: CustomsElement,
  state: SubmissionState,
): string | undefined {
  if (state.kind === 'unconfirmed') return msg('尚未确认', { id: 'comments.unconfirmed' });
  if (state.kind !== 'accepted') return undefined;
  return state.receipt.status === 'published'
    ? msg('评论已发布', { id: 'comments.published-now' })
    : msg('评论已提交，等待审核', { id: 'comments.accepted' });
}

/** Renders the outcome of the last comment: accepted, or not yet known. */
export class Outcome {
  readonly #element: CustomsElement & Portable;
  readonly #number: ReceiptNumber;

  constructor(element: CustomsElement & Portable) {
    this.#element = element;
    this.#number = new ReceiptNumber(element, () => element.requestUpdate());
  }

  render(session: CommentSession): TemplateResult | typeof nothing {
    const element = this.#element;
    const { state } = session.submission;
    const heading = outcomeHeading(element, state);
    if (!heading) return nothing;
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
      ${state.kind === 'accepted' ? this.#renderNumber(state.receipt.token) : nothing}
      ${state.kind === 'unconfirmed' ? this.#renderQuestion(session, state) : nothing}
    </div>`;
  }

  #renderNumber(token: string | null): TemplateResult | typeof nothing {
    if (!token) return nothing;
    return html`${this.#number.render(token)}
      <p class="muted">
        ${this.#element.msg('请保存回执编号，凭它可以查询结果、撤回评论。', {
          id: 'comments.keep-number',
        })}
      </p>`;
  }

  #renderQuestion(
    { submission, requirements }: CommentSession,
    { asking, error }: Unconfirmed,
  ): TemplateResult {
    const element = this.#element;
    const { msg } = element;
    const words = msg('正在确认…', { id: 'comments.asking' });
    const onConfirm = (): void => {
      submission.retry();
      announce(element, words);
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
      ${error ? html`<p class="muted">${explainError(element, error)}</p>` : nothing}
      <div class="actions">
        <button part="confirm" aria-disabled=${asking} @click=${onConfirm}>
          ${asking ? words : msg('立即确认', { id: 'comments.confirm' })}
        </button>
        ${error?.kind === 'unauthorized' ? renderSignIn(element, requirements) : nothing}
        <button class="quiet" part="take-back" @click=${onTakeBack}>
          ${msg('放弃确认，继续编辑', { id: 'comments.take-back' })}
        </button>
      </div>
      <p class="muted">
        ${msg('放弃确认后再提交，可能出现两条相同的评论。', { id: 'comments.take-back-hint' })}
      </p>`;
  }
}
