/* The requests of the moderation page. Addresses are relative to this file, wherever the service sits. */
import { language } from './language.js';
import { readToken } from './storage.js';

const BASE = new URL('../v1/', import.meta.url);
/** Longer than any healthy answer takes; a file may take as long as it needs. */
const PATIENCE = 30_000;
const NDJSON = 'application/x-ndjson';

/** An answer that is an error; `key` is the stable key of the contract, or `network`. */
export class Problem extends Error {
  constructor(key, details = {}) {
    super(details.title ?? key);
    this.key = key;
    this.details = details;
  }
}

let onUnauthorized = () => {};

/** Names what is to happen when the token is no longer accepted; the listener is told why. */
export function whenUnauthorized(listener) {
  onUnauthorized = listener;
}

async function problemOf(response) {
  const details = await response.json().catch(() => ({}));
  const fallback = { 401: 'unauthorized', 403: 'forbidden', 404: 'not-found', 429: 'rate-limited' };
  const key = /^\/problems\/([a-z-]+)$/.exec(details.type)?.[1];
  return new Problem(key ?? fallback[response.status] ?? 'internal', {
    ...details,
    retryAfter: details.retryAfter ?? (Number(response.headers.get('Retry-After')) || undefined),
  });
}

async function send(path, options = {}) {
  const { method = 'GET', query = {}, headers = {}, body, type, patience } = options;
  const { token = readToken(), keepalive = false } = options;
  const address = new URL(path, BASE);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '')
      address.searchParams.set(name, value);
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience ?? PATIENCE);
  try {
    const response = await fetch(address, {
      method,
      body,
      keepalive,
      cache: 'no-store',
      signal: abort.signal,
      headers: {
        'Accept-Language': language(),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }),
        ...headers,
      },
    });
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return null;
    return type === NDJSON && method === 'GET' ? await response.blob() : await response.json();
  } catch (error) {
    if (!(error instanceof Problem)) throw new Problem('network');
    // An answer to a token of before must not end the session of now.
    if (error.key === 'unauthorized' && token === readToken()) onUnauthorized(error.details.reason);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const comment = (id) => `moderation/comments/${encodeURIComponent(id)}`;
const proposal = (id) => `moderation/approvals/${encodeURIComponent(id)}`;
const site = (name) => `moderation/sites/${encodeURIComponent(name)}`;
const HOURS = 6 * 60 * 60 * 1000;

/** The requests, by what they are for. Each gives the answer's JSON, or throws a Problem. */
export const api = {
  session: () => send('moderation/session'),
  /** Begins a sign-in at the identity provider. */
  beginSignIn: (secret) =>
    send('moderation/sign-in', { method: 'POST', body: JSON.stringify({ secret }) }),
  /** Ends it: gives the token of the session. */
  openSession: (secret, answer) =>
    send('moderation/session', { method: 'POST', body: JSON.stringify({ secret, answer }) }),
  /** Ends a session on the service, also when the page is left meanwhile. */
  endSession: (token) => send('moderation/session', { method: 'DELETE', token, keepalive: true }),
  queue: (query) => send('moderation/comments', { query }),
  comment: (id) => send(comment(id)),
  decide: ({ id, version }, decision) =>
    send(comment(id), {
      method: 'PATCH',
      headers: { 'If-Match': `"${version}"` },
      body: JSON.stringify(decision),
    }),
  /** Puts the reports of a comment aside. */
  keep: ({ id, version }) =>
    send(`${comment(id)}/reports`, {
      method: 'DELETE',
      headers: { 'If-Match': `"${version}"` },
    }),
  reply: (id, key, body) =>
    send(`${comment(id)}/replies`, {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: JSON.stringify({ body }),
    }),
  /** The replies that the public sees. */
  replies: ({ site: name, thread, id }, cursor) =>
    send(`sites/${encodeURIComponent(name)}/threads/${encodeURIComponent(thread)}/comments`, {
      query: { parentId: id, sort: 'oldest', limit: 50, cursor },
    }),
  hold: (id, reason) =>
    send(`${comment(id)}/hold`, { method: 'PUT', body: JSON.stringify({ reason }) }),
  lift: (id) => send(`${comment(id)}/hold`, { method: 'DELETE' }),
  /** What waits for a second person. */
  proposals: (query) => send('moderation/approvals', { query }),
  approve: (id) => send(`${proposal(id)}/approval`, { method: 'POST' }),
  refuse: (id) => send(proposal(id), { method: 'DELETE' }),
  audit: (query) => send('moderation/audit', { query }),
  export: (name) => send(`${site(name)}/export`, { type: NDJSON, patience: HOURS }),
  import: (name, file) =>
    send(`${site(name)}/import`, { method: 'POST', body: file, type: NDJSON, patience: HOURS }),
};

/** A text that nobody guesses, such as a new Idempotency-Key. Made by hand because `randomUUID` is missing on plain http. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
