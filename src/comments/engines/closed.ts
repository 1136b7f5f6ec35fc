import type { Capabilities } from '../types.js';

/** What engines that say nothing about themselves take: nothing. */
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
