import { gapAfter } from '../../agency/joined.js';
import type { Agency, Duty } from '../../agency/model.js';
import { sourceText } from '../../base/templates/citation.js';
import type { CustomsElement } from '../../base/element/customs-element.js';
import type { Portable } from '../../base/templates/take-away-controller.js';
import type { DeepLinkController } from './deep-link.js';
import { itemNumber, type Numbering } from '../../base/language/numbering.js';
import { addressOf } from '../../base/reader/places.js';

/** Everything that the texts of a list depend on. */
export interface Listing {
  readonly element: CustomsElement & Portable;
  readonly agency: Agency;
  readonly numbering: Numbering;
  readonly deepLink: Pick<DeepLinkController, 'target' | 'route' | 'onClick'>;
  /** Search text. */
  readonly query: string;
  /** The duty copied last, and whether copying worked. */
  readonly copied: { readonly id: string; readonly done: boolean } | undefined;
}

/** A duty and its position in the list. */
export interface Row {
  readonly duty: Duty;
  readonly index: number;
}

/** Number before a duty: its own, as the document prints it, else in the language of the duties. */
export const numberOf = ({ agency, numbering }: Listing, { number }: Duty, index: number): string =>
  (numbering === 'locale' ? number : undefined) ?? itemNumber(index + 1, numbering, agency.lang);

/** Address of a duty. */
export const addressOfDuty = (listing: Listing, { id }: Duty): string =>
  addressOf(id, listing.deepLink.route);

/** Names the source of the duties in one line. */
export function sourceLine({ element, agency }: Listing): string {
  const source = agency.duties?.source ?? agency.source;
  const label = element.msg('来源：', { id: 'source' });
  return `${label}${source ? sourceText(element, source) : agency.name}`;
}

/** Text of a copied duty, with its number, source and address. */
export function citation(listing: Listing, duty: Duty, index: number): string {
  const { title, text = '' } = duty;
  const number = numberOf(listing, duty, index);
  const line = number + gapAfter(number) + title + (text && gapAfter(title) + text);
  return `${line}\n${sourceLine(listing)} ${addressOfDuty(listing, duty)}`;
}
