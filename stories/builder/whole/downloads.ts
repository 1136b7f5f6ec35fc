/* The files of a whole page, to download beside the preview. */
import { html, nothing, type TemplateResult } from 'lit';
import { downloadIcon } from '../../../src/base/templates/icons.js';
import { downloadText, outcomeOf } from '../../pages/copy.js';
import type { Context } from '../context.js';
import { WHOLE_TEXTS } from './texts.js';
import type { SiteFile, WholePage } from './types.js';

const ID = 'downloads';

const TYPES = { html: 'text/html', json: 'application/json', css: 'text/css' } as const;

/** Saves a file of the page. */
export const downloadFile = ({ name, kind, code }: SiteFile): void =>
  downloadText(name, code, TYPES[kind]);

/** Renders a button for each file, and the way to the page's code. */
export function downloads({ files }: WholePage, context: Context): TemplateResult {
  const { choices, common, copied, onDownload } = context;
  const texts = WHOLE_TEXTS[choices.page];
  const isMine = copied.id === ID;
  return html`${
      files.length
        ? html`<div class="actions" id=${ID} role="group" aria-label=${texts.downloads}>
            ${files.map(
              (file) =>
                html`<button type="button" @click=${() => onDownload(ID, file)}>
                  ${downloadIcon} ${common.download(file.name)}
                </button>`,
            )}
            ${outcomeOf(common, isMine ? copied : {})}
          </div>`
        : nothing
    }
    <p class="to-code"><a href="#code-section">${texts.toResult}</a></p>`;
}
