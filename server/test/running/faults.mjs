/* Clients and locks for tests of failures. */
import pg from 'pg';
import { moderate, post } from './client.mjs';
import { query } from './databases.mjs';
import { until } from './service.mjs';

/**
 * Posts as our form does: the same key until there is a receipt.
 *
 * @param whereabouts - gives the service, or a promise of it while it starts again
 */
export async function postUntilStored(whereabouts, thread, key, body) {
  return until(async () => {
    const { url } = await whereabouts();
    const answer = await post(url, thread, body, key).catch(() => undefined);
    if (answer && answer.status < 500 && ![200, 202, 409].includes(answer.status)) {
      throw new Error(answer.text);
    }
    return answer && [200, 202].includes(answer.status) && answer.body;
  });
}

/** Finds sessions that wait for a lock in the database of a test. */
const WAITING = `select 1 from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

/** Holds a lock in a transaction of its own. */
async function hold(address, statement, values = []) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('begin');
  await client.query(statement, values);
  return {
    isWaitedFor: async () => (await query(address, WAITING)).length > 0,
    release: async () => {
      await client.query('commit');
      await client.end();
    },
  };
}

/** Holds the table of threads, so that whoever reads or writes a comment has to wait. */
export const lockThreads = (address) => hold(address, 'lock table thread');

/** Holds one thread, so that whoever publishes in it has to wait. */
export const lockThread = (address, key) =>
  hold(address, 'select 1 from thread where key = $1 for update', [key]);

/** Reads all comments of the site, as an administrator exports them. */
export async function stored(url) {
  const { text } = await moderate(url, 'GET', '/sites/customs/export');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ type }) => type === 'comment');
}
