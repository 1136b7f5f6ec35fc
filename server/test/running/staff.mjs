/* People of each role, and their requests. */
import { makeToken } from '../../dist/moderation/tokens.js';
import { send } from './client.mjs';
import { settingsOf } from './service.mjs';

/** A token for each role. */
export const TOKENS = {
  reader: makeToken(),
  moderator: makeToken(),
  publisher: makeToken(),
  administrator: makeToken(),
};

/** Settings with one person of each role, who is called as the role is. */
export const settingsWithRoles = (databaseUrl, site = {}, overrides = {}) =>
  settingsOf(databaseUrl, site, {
    moderatorsReply: false,
    moderators: Object.entries(TOKENS).map(([role, { tokenHash }]) => ({
      name: role,
      role,
      tokenHash,
      sites: ['*'],
    })),
    ...overrides,
  });

/** Sends a request to the moderation with a token. */
export const sendWith = (url, token, method, path, body, headers = {}) =>
  send(url, method, `/v1/moderation${path}`, body, {
    authorization: `Bearer ${token}`,
    ...headers,
  });

/** Makes a token as the administrator of `settingsWithRoles`. */
export const makeStaff = (url, wanted = {}, by = TOKENS.administrator.token) =>
  sendWith(url, by, 'POST', '/staff', { name: '赵', role: 'moderator', sites: ['*'], ...wanted });

/** Revokes a token as the administrator of `settingsWithRoles`. */
export const revokeStaff = (url, id, by = TOKENS.administrator.token) =>
  sendWith(url, by, 'DELETE', `/staff/${id}`);

/** Status and reason that a token gets. */
export async function openSession(url, token, headers = {}) {
  const { status, body } = await sendWith(url, token, 'GET', '/session', undefined, headers);
  return [status, body.reason];
}
