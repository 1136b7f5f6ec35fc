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
  const number = (index: number): string => numberOf(listing, index);
  const files = [
    ['txt', msg('文本', { id: 'duties.txt' }), () => toText(agency, number, sourceLine(listing))],
    ['csv', 'CSV', () => toCsv(agency.duties!.items, header)],
    ['json', 'JSON', () => toJson(agency)],
  ] as const;
  const label = msg('下载', { id: 'download' });
  return html`<span class="label">${downloadIcon}${label}</span> ${files.map(
      ([format, kind, write]) =>
        html`<button
          aria-label="${label} ${kind}"
          @click=${() => downloadFrom(element, name, format, write())}
        >
          ${kind}
        </button>`,
    )}`;
}
