/* One measured run: connections that are kept alive, each of which asks again as soon as it was answered. */
import autocannon from 'autocannon';

export const CONNECTIONS = 10;
/** Milliseconds between two looks at the clock: a run may take so much longer than it was told to. */
const TICK = 100;

/** The value below which a share of the sorted values lies. */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * Makes the check of answers that are always the same. Only their ends are looked at, which have plain characters:
 * autocannon breaks a character whose bytes come in two pieces.
 */
export const sameEnds = (expected) => (answer) =>
  [[0, 40], [-40]].every((part) => answer.slice(...part) === expected.slice(...part));

/**
 * @typedef {object} Case
 * @property {string} engine
 * @property {'list' | 'create'} action
 * @property {number} size Published comments of the thread.
 * @property {string} url Origin of the server.
 * @property {() => { method: string, path: string, headers: Record<string, string>, body?: string }} makeRequest
 * @property {(body: string) => boolean} isRight Whether an answer says what it should.
 */

/**
 * Sends requests for some seconds.
 * @param {Case} measured
 * @param {number} seconds
 * @returns What was measured: requests a second, milliseconds; and how many requests were sent and answered.
 * @throws When an answer was not what it should be: then nothing was measured.
 */
export async function load({ engine, action, size, url, makeRequest, isRight }, seconds) {
  let sent = 0;
  let wrong;
  const times = [];
  const setupRequest = (request) => {
    sent += 1;
    return { ...request, ...makeRequest() };
  };
  const run = autocannon({
    ...{ url, connections: CONNECTIONS, duration: seconds, sampleInt: TICK },
    requests: [{ setupRequest }],
    verifyBody: isRight,
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  run.on('reqMismatch', (body) => (wrong ??= body));
  const result = await run;
  const answered = result['2xx'];
  if (result.errors || result.non2xx || result.mismatches) {
    const { errors, non2xx, mismatches } = result;
    throw new Error(
      `${engine}, ${action}, ${size} comments: ${JSON.stringify({ answered, errors, non2xx, mismatches })}` +
        ` ${(wrong ?? '').slice(0, 300)}`,
    );
  }
  // The server is still at work on what was under way; the next run begins when it no longer is.
  const { path, ...last } = makeRequest();
  await (await fetch(url + path, last)).text();
  times.sort((one, other) => one - other);
  return {
    rate: answered / result.duration,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    sent: sent + 1,
    answered,
  };
}
