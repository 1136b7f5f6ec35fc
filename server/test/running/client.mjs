/* Sends the requests of citizens and moderators. */
import { randomUUID } from 'node:crypto';
import { administrator } from './service.mjs';

/** Sends JSON and reads JSON. */
export async function send(url, method, path, body, headers = {}) {
  const response = await fetch(url + path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && !/ndjson/.test(response.headers.get('content-type')) ? JSON.parse(text) : text,
  };
}

/** Makes a draft that the service accepts. */
export const draft = (overrides = {}) => ({
  body: '办事指南很清楚。',
  consent: { version: '1', at: new Date().toISOString() },
  ...overrides,
});

export const commentsPath = (thread, site = 'customs') =>
  `/v1/sites/${site}/threads/${encodeURIComponent(thread)}/comments`;

/** Posts a draft under a key of its own. */
export const post = (url, thread, body = draft(), key = randomUUID(), headers = {}) =>
  send(url, 'POST', commentsPath(thread), body, { 'idempotency-key': key, ...headers });

export const list = (url, thread, query = '') => send(url, 'GET', commentsPath(thread) + query);

export const asAdministrator = { authorization: `Bearer ${administrator.token}` };

/** Sends a moderator's request. */
export const moderate = (url, method, path, body, headers = {}) =>
  send(url, method, `/v1/moderation${path}`, body, { ...asAdministrator, ...headers });

/** Publishes, rejects or erases a comment at whatever version it is. */
export async function decide(url, id, decision) {
  const { headers } = await moderate(url, 'GET', `/comments/${id}`);
  return moderate(url, 'PATCH', `/comments/${id}`, decision, { 'if-match': headers.get('etag') });
}

/** Posts a draft and publishes it. */
export async function publish(url, thread, body = draft()) {
  const { body: receipt } = await post(url, thread, body);
  await decide(url, receipt.id, { status: 'published' });
  return receipt;
}

/** Imports a file, given as text. */
export async function importFile(url, body) {
  const response = await fetch(`${url}/v1/moderation/sites/customs/import`, {
    method: 'POST',
    headers: { ...asAdministrator, 'content-type': 'application/x-ndjson' },
    body,
  });
  return { status: response.status, body: await response.json() };
}
