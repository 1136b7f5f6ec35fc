/* What an author takes away: the file, its text, or the way to the embed builder. */
import { html, type TemplateResult } from 'lit';
import { downloadIcon } from '../../src/base/templates/icons.js';
import { block } from '../pages/copy.js';
import type { Context } from './context.js';
import { isBlank } from './findings.js';
import { JSON_ID } from './work-actions.js';

/** Renders the end of the work. */
export function take(context: Context): TemplateResult {
  const { texts, common, agency, json, view, act } = context;
  const lacksName = isBlank(agency.name);
  const open = (address: string): void => location.assign(address);
  return html`<section class="take step" aria-labelledby="take">
    <h2 id="take" tabindex="-1">${texts.take}</h2>
    <p class="hint">${texts.takeHint}</p>
    ${
      lacksName
        ? html`<p class="waiting">
            ${texts.needsName}
            <button
              type="button"
              @click=${() => act.show({ order: 'fields', panel: 'edit' }, '#field-name')}
            >
              ${texts.roles.name}
            </button>
          </p>`
        : html`<div class="actions">
              <button
                type="button"
                class="primary"
                id="continue"
                @click=${() => act.continueInBuilder(open)}
              >
                ${texts.toBuilder}
              </button>
              <button type="button" id="download" @click=${() => act.download()}>
                ${downloadIcon} ${texts.downloadFile}
              </button>
            </div>
            <details class="json">
              <summary>agency.json</summary>
              ${block({
                id: JSON_ID,
                label: 'agency.json',
                code: json,
                outcome: view.copied,
                texts: common,
                onCopy: () => void act.copy(),
              })}
            </details>`
    }
  </section>`;
}
