import type { Capabilities } from '../types.js';

/** Default capabilities, for engines that publish none: nothing is accepted. */
export const CLOSED: Capabilities = {
  open: false,
  moderation: undefined,
  contact: 'off',
  identity: 'off',
  captcha: [],
  consent: undefined,
  limits: { body: 2000, authorName: 32, contact: 128, pageSize: 50 },
  reportReasons: [],
};
