/*
 * What a refusal costs beside an acceptance: comments are sent without pause by an address that has not passed its
 * limit and by one that has, in turns. Run it with `node server/bench/refusals.mjs`; BENCH_SECONDS sets the length of a
 * turn.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { commentsPath, draft } from '../test/running/client.mjs';
import { scratchFolder } from '../test/running/databases.mjs';
import { settingsOf, startService } from '../test/running/service.mjs';
import { startCleanup } from './cleanup.mjs';
import { CONNECTIONS } from './load.mjs';
import { TEXT } from './scale.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const ROUNDS = 3;

/** Starts a service on which an address may send so many comments. */
async function serviceWith(cleanup, max) {
  const databaseUrl = `file:${join(scratchFolder(cleanup), 'comments.sqlite')}`;
  const limits = { comments: { max }, network: 1, thread: { max }, site: { max } };
  return startService(cleanup, settingsOf(databaseUrl, { limits }, { logLevel: 'info' }));
}

/** Sends comments for some seconds, and gives how many were answered with a status in a second. */
async function ask({ url }, status, seconds) {
  const result = await autocannon({
    ...{ url, connections: CONNECTIONS, duration: seconds },
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          ...{ method: 'POST', path: commentsPath('a') },
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify(draft({ body: TEXT })),
        }),
      },
    ],
  });
  const { [status]: { count = 0 } = {}, ...others } = result.statusCodeStats;
  const unexpected = Object.keys(others).filter((other) => other !== '202');
  if (unexpected.length > 0) throw new Error(`answered with ${unexpected.join(', ')}`);
  return count / result.duration;
}

const cleanup = startCleanup();
try {
  const accepting = await serviceWith(cleanup, 1_000_000_000);
  const refusing = await serviceWith(cleanup, 1);
  await ask(accepting, 202, 2);
  await ask(refusing, 429, 2);
  const ratios = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const accepted = await ask(accepting, 202, SECONDS);
    const refused = await ask(refusing, 429, SECONDS);
    ratios.push(refused / accepted);
    console.log(`accepted ${Math.round(accepted)} a second, refused ${Math.round(refused)}`);
  }
  ratios.sort((one, other) => one - other);
  console.log(`refusals an acceptance: ${ratios[(ROUNDS - 1) / 2].toFixed(1)} (the middle round)`);
} finally {
  await cleanup.run();
}
