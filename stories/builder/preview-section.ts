/* The preview with its widths and colours. */
import { html, nothing, type TemplateResult } from 'lit';
import { radios } from '../pages/choices.js';
import type { Context } from './context.js';
import type { Preview } from './preview.js';

/** Renders the preview. `isShown`: there is something to see in it. */
export function previewSection(
  { texts, choices, onChange }: Context,
  preview: Preview,
  isShown: boolean,
): TemplateResult {
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
    <p class="to-code"><a href="#code-section">${texts.toCode}</a></p>
  </section>`;
}
