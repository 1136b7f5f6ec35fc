import { html, type TemplateResult } from 'lit';
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
    ['txt', msg('文本', { id: 'duties.txt' })],
    ['csv', 'CSV'],
    ['json', 'JSON'],
  ] as const;
  const save = async (format: (typeof files)[number][0]): Promise<void> => {
    const { toCsv, toJson, toText } = await import('../../agency/export/duty-files.js');
    const texts = {
      txt: () => toText(agency, number, sourceLine(listing)),
      csv: () => toCsv(agency.duties!.items, header),
      json: () => toJson(agency),
    };
    downloadFrom(element, name, format, texts[format]());
  };
  const label = msg('下载', { id: 'download' });
  return html`<span class="label">${downloadIcon}${label}</span> ${files.map(
      ([format, kind]) =>
        html`<button aria-label="${label} ${kind}" @click=${() => save(format)}>${kind}</button>`,
    )}`;
}
