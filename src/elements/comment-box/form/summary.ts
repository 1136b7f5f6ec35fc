import { nothing, type TemplateResult } from 'lit';
import type { CustomsElement } from '../../../base/element/customs-element.js';
import { str } from '../../../base/language/strings.js';
import { focusOn } from '../../../base/reader/focus.js';
import { addressOf } from '../../../base/reader/places.js';
import { html } from '../../../base/templates/html.js';
import { renderFailure } from '../../../base/templates/notices.js';
import type { FieldProblem } from '../../../comments/errors.js';
import type { CommentSession } from '../../../comments/session.js';
import { explainError, explainField, fieldLabel } from '../explain.js';
import { renderNotLost, renderSignIn } from './obstacles.js';

/** Renders everything that prevents sending, in one place that takes the focus. */
export function renderSummary(
  element: CustomsElement,
  { submission: { state, draft }, requirements }: CommentSession,
  problems: readonly FieldProblem[],
): TemplateResult | typeof nothing {
  const error = state.kind === 'refused' && !problems.length ? state.error : undefined;
  if (!error && !problems.length) return nothing;
  return html`<div class="error summary" part="error-summary" role="alert" tabindex="-1">
    ${renderFailure(element.msg('评论未提交成功', { id: 'comments.refused' }))}
    ${error ? html`<p>${explainError(element, error)}</p>` : nothing}
    ${error?.kind === 'unauthorized' ? renderSignIn(element, requirements) : nothing}
    ${
      problems.length
        ? html`<ul>
            ${problems.map((problem) => renderProblem(element, problem))}
          </ul>`
        : nothing
    }
    ${draft.body ? renderNotLost(element) : nothing}
  </div>`;
}

/** Renders a problem as a link to its field. */
function renderProblem(element: CustomsElement, problem: FieldProblem): TemplateResult {
  const onClick = (event: Event): void => {
    // Fragments do not reach into a shadow root.
    event.preventDefault();
    void focusOn(element, `#${problem.field}`);
  };
  const label = fieldLabel(element, problem.field);
  const text = explainField(element, problem);
  return html`<li>
    <a href=${addressOf(problem.field)} target="_self" @click=${onClick}
      >${element.msg(str`${label}：${text}`, { id: 'comments.problem' })}</a
    >
  </li>`;
}
