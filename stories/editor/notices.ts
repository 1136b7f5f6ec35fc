/* What the author has to know about the draft. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from './context.js';
import { isEmpty } from './work.js';

/** Renders the notices. Their box is always there, so that screen readers speak what comes in. */
export function notices({ texts, view, work, act }: Context): TemplateResult {
  // The field for text shows its problems itself.
  const problem = view.isAdding || isEmpty(work) ? '' : view.problem;
  return html`<div class="notices" role="status">
    ${problem ? html`<p class="notice" id="problem">${problem}</p>` : nothing}
    ${
      view.isForeign
        ? html`<div class="notice" id="foreign">
            <p>${texts.foreign}</p>
            <div class="actions">
              <button type="button" @click=${() => act.takeForeign()}>${texts.takeForeign}</button>
              <button type="button" @click=${() => act.show({ isForeign: false }, '#main')}>
                ${texts.keepOwn}
              </button>
            </div>
          </div>`
        : nothing
    }
    ${view.canStore ? nothing : html`<p class="notice" id="cannot-store">${texts.cannotStore}</p>`}
  </div>`;
}
