import { html, type TemplateResult } from 'lit';
import { toCsv, toJson, toText } from '../../agency/export/duty-files.js';
import { downloadFrom } from '../../base/reader/actions.js';
import { downloadIcon } from '../../base/templates/icons.js';
import { numberOf, sourceLine, type Listing } from './duty-text.js';

/** The buttons that save the list: as text, as a table and as data. */
export function renderDownloads(listing: Listing): TemplateResult {
  const { element, agency } = listing;
  const { msg } = element;
  const name = `${agency.name}-${msg('主要职能', { id: 'duties.heading' })}`;
  const header = [
    msg('序号', { id: 'duties.number' }),
    msg('职能', { id: 'duties.title' }),
    msg('说明', { id: 'duties.text' }),
  ] as const;
  const files = {
    txt: () => toText(agency, (index) => numberOf(listing, index), sourceLine(listing)),
    csv: () => toCsv(agency.duties!.items, header),
    json: () => toJson(agency),
  };
  const labels = { txt: msg('文本', { id: 'duties.txt' }), csv: 'CSV', json: 'JSON' };
  const label = msg('下载', { id: 'download' });
  return html`<span class="label">${downloadIcon}${label}</span> ${(
      ['txt', 'csv', 'json'] as const
    ).map(
      (format) =>
        html`<button
          aria-label="${label} ${labels[format]}"
          @click=${() => downloadFrom(element, name, format, files[format]())}
        >
          ${labels[format]}
        </button>`,
    )}`;
}
