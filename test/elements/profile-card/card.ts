import { CustomsProfileCard, type Agency } from '../../../src/index.js';
import { sample } from '../../fixtures/agencies.js';
import { part, place } from '../../fixtures/page.js';

CustomsProfileCard.define();

/** An agency whose summary is too long for a card. */
export const long: Agency = { ...sample, summary: '很长的概述。'.repeat(80) };

/** Places a card with this data, as `change` leaves it. */
export const card = (
  data: Agency,
  change?: (one: CustomsProfileCard) => void,
): Promise<CustomsProfileCard> => place('customs-profile-card', data, change);

/** Where the QR code leads. */
export const qrLink = (element: Element): string => part(element, 'qr').querySelector('a')!.href;
