/* The preview with its widths and colours. */
import { html, nothing, type TemplateResult } from 'lit';
import { radios } from '../pages/choices.js';
import type { Context } from './context.js';
import type { Preview } from './preview.js';
import { downloads } from './whole/downloads.js';
import type { WholePage } from './whole/types.js';

/**
 * Renders the preview.
 *
 * @param isShown - true if there is something to see in it
 * @param page - the whole page, if one is made
 */
export function previewSection(
  context: Context,
  preview: Preview,
  isShown: boolean,
  page: WholePage | undefined,
): TemplateResult {
  const { texts, choices, onChange } = context;
  const { scale } = preview;
  const small = { small: true, hidden: true };
  return html`<section class="preview" aria-labelledby="preview">
    <div class="preview-head">
      <h2 id="preview">${texts.preview}</h2>
      ${radios({
        ...small,
        name: 'width',
        legend: texts.width,
        value: choices.width,
        options: (['phone', 'desktop'] as const).map((value) => [value, texts[value]] as const),
        onChange: (width) => onChange({ width }),
      })}
      ${radios({
        ...small,
        name: 'scheme',
        legend: texts.scheme,
        value: choices.scheme,
        options: (['light', 'dark'] as const).map((value) => [value, texts[value]] as const),
        onChange: (scheme) => onChange({ scheme }),
      })}
    </div>
    <div class="stage-frame" role="group" tabindex="0" aria-label=${texts.stage}>
      ${preview.stage}
    </div>
    <p class="hint">
      ${isShown ? nothing : texts.previewWaits} ${preview.isMadeUp ? texts.demoComments : nothing}
      ${isShown && scale < 1 ? texts.scaled(Math.round(scale * 100)) : nothing}
    </p>
    ${page ? downloads(page, context) : html`<p class="to-code"><a href="#code-section">${texts.toCode}</a></p>`}
  </section>`;
}
