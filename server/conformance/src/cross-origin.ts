/* Sends requests as a browser does for a page of another origin. */
import { type Answer, send, type Sending } from './client.js';
import { commentsPath } from './citizen.js';
import { capabilities, site } from './setting.js';

/** Path of the counts of the site under test. */
export const countsPath = `/v1/sites/${encodeURIComponent(site)}/counts`;

/** Sends a request that a page of this origin makes. */
export function sendFrom(origin: string, path: string, sending: Sending = {}): Promise<Answer> {
  return send(path, { ...sending, headers: { ...sending.headers, origin } });
}

/** Sends a preflight, as browsers do before a request that a form could not make. */
export function preflight(
  origin: string,
  path: string,
  method: string,
  names = '',
): Promise<Answer> {
  return sendFrom(origin, path, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': method,
      ...(names ? { 'access-control-request-headers': names } : {}),
    },
  });
}

const kind = capabilities.captcha[0] ?? 'pow';

/** What pages ask for: name → path and request. */
export const REQUESTS: Record<string, [string, Sending?]> = {
  capabilities: [`/v1/capabilities?site=${encodeURIComponent(site)}`],
  'a list': [commentsPath('conformance')],
  counts: [countsPath, { method: 'POST', json: { threads: ['a'] } }],
  'a challenge': ['/v1/challenges', { method: 'POST', json: { site, thread: 'a', kind } }],
};
