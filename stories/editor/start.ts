/* The large field for text, which begins the work and adds to it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fileButton } from '../pages/files.js';
import type { Context } from './context.js';
import { blankIcon, pasteIcon } from './icons.js';

const ACCEPTED = '.html,.htm,.txt,.json,.md,text/html,text/plain,application/json';

/** Reads what is pasted at once. What was typed before stays, so that nothing is lost. */
function onPaste(event: ClipboardEvent, { act }: Context): void {
  const { value } = event.target as HTMLTextAreaElement;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const markup = event.clipboardData?.getData('text/html') ?? '';
  if (value.trim() || !(text.trim() || markup)) return;
  event.preventDefault();
  act.show({ typed: text });
  act.read(text, markup);
}

/** Renders the field with what can be done instead of pasting. */
export function pasteField(context: Context, isFirst: boolean): TemplateResult {
  const { texts, view, act } = context;
  const choose = (file: File): void => void act.readFile(file);
  return html`<div class="paste">
    <label for="paste">${isFirst ? texts.paste : texts.more}</label>
    <p class="hint" id="paste-hint">${isFirst ? texts.pasteHint : texts.moreHint}</p>
    <textarea
      id="paste"
      rows=${isFirst ? 10 : 5}
      spellcheck="false"
      aria-describedby="paste-hint paste-problem"
      aria-invalid=${view.problem ? 'true' : nothing}
      .value=${live(view.typed)}
      @input=${({ target }: Event) =>
        act.show({ typed: (target as HTMLTextAreaElement).value, problem: '' })}
      @paste=${(event: ClipboardEvent) => onPaste(event, context)}
    ></textarea>
    <p class="fault" id="paste-problem" role="alert">${view.problem}</p>
    <div class="actions">
      <button type="button" class="primary" id="read" @click=${() => act.read(view.typed)}>
        ${pasteIcon} ${texts.read}
      </button>
      ${fileButton(texts.file, ACCEPTED, choose)}
      ${
        isFirst
          ? html`<button type="button" id="sample" @click=${() => act.readSample()}>
                ${texts.sample}
              </button>
              <button type="button" id="blank" @click=${() => act.startBlank()}>
                ${blankIcon} ${texts.blank}
              </button>`
          : html`<button
              type="button"
              @click=${() => act.show({ isAdding: false, typed: '', problem: '' }, '#more')}
            >
              ${texts.cancel}
            </button>`
      }
    </div>
    <p class="hint">${texts.fileHint}</p>
  </div>`;
}

/** Renders the button for more text, or its field. */
export function moreText(context: Context): TemplateResult {
  const { texts, view, act } = context;
  if (view.isAdding) return pasteField(context, false);
  return html`<button
    type="button"
    id="more"
    @click=${() => act.show({ isAdding: true }, '#paste')}
  >
    ${pasteIcon} ${texts.more}
  </button>`;
}
