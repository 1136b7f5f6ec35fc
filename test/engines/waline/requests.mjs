/* Requests as the client of Waline sends them, in a form for autocannon and `fetch`. */

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36';

/**
 * @typedef {object} EngineRequest
 * @property {string} method
 * @property {string} path Path and query, without the origin.
 * @property {Record<string, string>} headers
 * @property {string} [body]
 */

/**
 * Adds a comment of a guest. Waline refuses the same text twice in a thread, with status 200 and an
 * `errno` that is not 0.
 * @param {string} thread Path of the page.
 * @param {string} body Text of the comment, Markdown.
 * @returns {EngineRequest}
 */
export function createRequest(thread, body) {
  const comment = {
    url: thread,
    comment: body,
    nick: 'Reader',
    mail: '',
    link: '',
    ua: USER_AGENT,
  };
  return {
    method: 'POST',
    path: '/api/comment?lang=en-US',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(comment),
  };
}

/**
 * Lists the first page of a thread, newest first.
 * @param {string} thread Path of the page.
 * @param {number} pageSize At most 100.
 * @returns {EngineRequest}
 */
export function listRequest(thread, pageSize) {
  const query = new URLSearchParams({
    path: thread,
    pageSize: String(pageSize),
    page: '1',
    lang: 'en-US',
    sortBy: 'insertedAt_desc',
  });
  return { method: 'GET', path: `/api/comment?${query}`, headers: {} };
}
