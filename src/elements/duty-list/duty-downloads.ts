import type { TemplateResult } from 'lit';
import type { TakeAwayController } from '../../base/templates/take-away-controller.js';
import { html } from '../../base/templates/html.js';
import { downloadIcon } from '../../base/templates/icons.js';
import { numberOf, sourceLine, type Listing } from './duty-text.js';

/** Renders the buttons that save the list: as text, as a table and as data. */
export function renderDownloads(listing: Listing): TemplateResult {
  const { agency } = listing;
  const { msg, takeAway } = listing.element;
  const name = `${agency.name}-${msg('主要职能', { id: 'duties.heading' })}`;
  const header = [
    msg('序号', { id: 'duties.number' }),
    msg('职能', { id: 'duties.title' }),
    msg('说明', { id: 'duties.text' }),
  ] as const;
  const { items } = agency.duties!;
  const number = (index: number): string => numberOf(listing, items[index]!, index);
  type Write = Parameters<TakeAwayController['save']>[2];
  const text: Write = ({ toText }) => toText(agency, number, sourceLine(listing));
  const table: Write = ({ toCsv }) => toCsv(items, header);
  const files = [
    ['txt', msg('文本', { id: 'duties.txt' }), text],
    ['csv', 'CSV', table],
    ['json', 'JSON', (({ toJson }) => toJson(agency)) as Write],
  ] as const;
  const label = msg('下载', { id: 'download' });
  return html`<span class="label">${downloadIcon}${label}</span> ${files.map(
      ([format, kind, write]) =>
        html`<button
          aria-label="${label} ${kind}"
          @click=${() => void takeAway.save(name, format, write)}
        >
          ${kind}
        </button>`,
    )}`;
}
