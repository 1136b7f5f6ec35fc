/* The page of the editor: which part stands where. */
import { html, nothing, type TemplateResult } from 'lit';
import { header } from '../pages/header.js';
import { check } from './check.js';
import type { Context } from './context.js';
import type { Dragging } from './drag.js';
import { facts } from './facts.js';
import { list } from './list.js';
import { notices } from './notices.js';
import { preview } from './preview.js';
import { moreText, pasteField } from './start.js';
import { take } from './take.js';
import { toolbar } from './toolbar.js';
import { isEmpty } from './work.js';

/** Renders the page: at first the field for text, then the passages beside what they became. */
export function layout(context: Context, drag: Dragging): TemplateResult {
  const { texts, view, work, act } = context;
  const isFirst = isEmpty(work);
  const columns = (): TemplateResult =>
    html`<div class="columns" data-panel=${view.panel}>
      <div class="edit-panel">
        ${list(context, drag)} ${moreText(context)} ${facts(context)} ${take(context)}
      </div>
      <div class="side-panel">${check(context)} ${preview(context)}</div>
    </div>`;
  return html`${header({
      language: view.language,
      page: 'editor',
      onLanguage: (language) => act.show({ language, outcome: '' }),
    })}
    <main id="main" tabindex="-1">
      <div class="intro">
        <h1>${texts.title}</h1>
        ${isFirst ? html`<p>${texts.lead}</p>` : nothing}
      </div>
      ${notices(context)} ${toolbar(context)} ${isFirst ? pasteField(context, true) : columns()}
    </main>`;
}
