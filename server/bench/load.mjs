/* One measured run: connections that are kept alive, each of which asks again as soon as it was answered. */
import autocannon from 'autocannon';

export const CONNECTIONS = 10;
/** Milliseconds between two looks at the clock: a run may take so much longer than it was told to. */
const TICK = 100;
/** The status that says: too much to do, come back later. */
const OVERLOAD = 503;

/** The value below which a share of the sorted values lies. */
export const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * Makes the check of answers that are always the same. Only their ends are looked at, which have plain characters:
 * autocannon breaks a character whose bytes come in two pieces.
 */
export const sameEnds = (expected) => (answer) =>
  [[0, 40], [-40]].every((part) => answer.slice(...part) === expected.slice(...part));

/** A refusal is counted by its status. */
const isProblem = (body) => body.startsWith('{"type":');

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
 * Sends requests for some seconds, from connections that each have `pipelining` requests under way.
 *
 * @param {Case} measured
 * @param {number} seconds
 * @returns What was measured: milliseconds, requests a second; how many were sent, answered, refused because of
 *   overload, answered with another status, answered with other words, and never answered.
 */
export async function send(
  { url, makeRequest, isRight },
  seconds,
  { connections = CONNECTIONS, pipelining = 1 } = {},
) {
  let sent = 0;
  let wrong = '';
  const times = [];
  const setupRequest = (request) => {
    sent += 1;
    return { ...request, ...makeRequest() };
  };
  const run = autocannon({
    ...{ url, connections, pipelining, duration: seconds, sampleInt: TICK },
    requests: [{ setupRequest }],
    verifyBody: (body) => isRight(body) || isProblem(body),
  });
  run.on('reqMismatch', (body) => (wrong ||= body));
  run.on('response', (_client, status, _bytes, milliseconds) => {
    if (status < 300) times.push(milliseconds);
  });
  const result = await run;
  const { duration, errors, mismatches, non2xx, '2xx': answered, statusCodeStats } = result;
  const shed = statusCodeStats[OVERLOAD]?.count ?? 0;
  times.sort((one, other) => one - other);
  return {
    ...{ rate: answered / duration, p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    ...{ sent, answered, shed, refused: non2xx - shed, mismatches, errors, wrong },
  };
}

/** Waits until the server is no longer at work on what was under way when a run ended. */
export async function settle({ url, makeRequest }) {
  const { path, ...last } = makeRequest();
  await (await fetch(url + path, last)).text();
}

/**
 * Sends requests for some seconds, each of which has to be answered.
 *
 * @param {Case} measured
 * @throws When an answer was not what it should be: then nothing was measured.
 */
export async function load(measured, seconds) {
  const result = await send(measured, seconds);
  const { answered, shed, refused, mismatches, errors, wrong } = result;
  if (shed || refused || mismatches || errors) {
    const { engine, action, size } = measured;
    throw new Error(
      `${engine}, ${action}, ${size} comments: ` +
        `${JSON.stringify({ answered, shed, refused, mismatches, errors })} ${wrong.slice(0, 300)}`,
    );
  }
  await settle(measured);
  return { ...result, sent: result.sent + 1 };
}
