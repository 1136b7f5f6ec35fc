/* The elements, live, with what there is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from './context.js';

/** Renders each element that has something to show. */
export function preview(context: Context): TemplateResult {
  const { texts, agency } = context;
  const data = { ...agency, name: agency.name || texts.noName };
  const hasProfile = agency.name || agency.summary || agency.overview;
  return html`<section class="preview" aria-labelledby="preview">
    <h2 id="preview" tabindex="-1">${texts.preview}</h2>
    <p class="hint">${hasProfile || agency.duties ? texts.previewHint : texts.nothingToShow}</p>
    <div class="stage" lang=${agency.lang}>
      ${
        hasProfile
          ? html`<customs-profile-card
              variant="full"
              qr="none"
              heading-level="3"
              .data=${data}
            ></customs-profile-card>`
          : nothing
      }
      ${
        agency.duties
          ? html`<customs-duty-list heading-level="3" .data=${data}></customs-duty-list>`
          : nothing
      }
      ${
        agency.ranks
          ? html`<customs-rank-ladder heading-level="3" .data=${data}></customs-rank-ladder>`
          : nothing
      }
      ${
        agency.links
          ? html`<customs-link-list heading-level="3" .data=${data}></customs-link-list>`
          : nothing
      }
    </div>
  </section>`;
}
