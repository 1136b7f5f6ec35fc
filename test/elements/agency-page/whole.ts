import { CustomsAgencyPage, define } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { place, within } from '../../fixtures/page.js';

define();

/** Places a page with this data, as `change` leaves it. */
export const create = (
  data: unknown = sample,
  change?: (page: CustomsAgencyPage) => void,
): Promise<CustomsAgencyPage> => place('customs-agency-page', data, change);

/** The elements that a page draws. */
export const drawn = (page: Element): HTMLElement[] => [
  ...within(page).querySelectorAll<HTMLElement>('[part=section] > *'),
];

/** Their tags. */
export const tags = (page: Element): string[] => drawn(page).map(({ localName }) => localName);

/** The element of this name that a page draws. */
export const drawnAs = <Tag extends keyof HTMLElementTagNameMap>(
  page: Element,
  tag: Tag,
): HTMLElementTagNameMap[Tag] => within(page).querySelector(tag)!;
