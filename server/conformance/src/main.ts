#!/usr/bin/env node
/* The command that tests any backend against the contract, from outside. */
import { writeFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Options, writeOptions } from './environment.js';
import { terminalWords, wordsIn } from './words.js';

const SUITES = fileURLToPath(new URL('suites.js', import.meta.url));

let words = terminalWords;

class UsageError extends Error {}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

function readArguments(): Options | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        token: { type: 'string' },
        origin: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Leaves out the rest, which is about arguments that start with a dash.
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(words.badOption(reason ?? ''));
  }
  const { values, positionals } = parsed;
  if (values.lang !== undefined) {
    const spoken = wordsIn(values.lang);
    if (!spoken) throw new UsageError(words.noLanguage(values.lang));
    words = spoken;
  }
  if (values.help) return undefined;
  const [url, second] = positionals;
  if (url === undefined) throw new UsageError(words.noUrl);
  if (positionals.length > 2) throw new UsageError(words.manyUrls);
  for (const address of [...positionals, ...(values.origin === undefined ? [] : [values.origin])]) {
    if (!/^https?:\/\/[^/]/.test(address) || !URL.canParse(address)) {
      throw new UsageError(words.badUrl(address));
    }
  }
  const { site, token, origin } = values;
  return { url, second, site, token, origin };
}

/** Runs all suites in a process of their own. */
async function runSuites(): Promise<{ passed: number; failed: number; skipped: number }> {
  // Hides the other test run that this may be a part of; Node would run nothing.
  delete process.env['NODE_TEST_CONTEXT'];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files: [SUITES] });
  // Counts tests only, but a file that breaks is a failure.
  stream.on('test:pass', ({ name, skip, details }) => {
    if (details.type === 'suite' || name === SUITES) return;
    if (skip === undefined || skip === false) counts.passed += 1;
    else counts.skipped += 1;
  });
  stream.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') counts.failed += 1;
  });
  for await (const lines of stream.compose(new spec())) process.stdout.write(String(lines));
  return counts;
}

/** Finds why the tests would be of no use: a backend that does not answer, or answers wrong. */
async function findObstacle({ url, second }: Options): Promise<string | undefined> {
  let address = url;
  try {
    await import('./setting.js');
    if (second === undefined) return undefined;
    address = second;
    await fetch(second, { redirect: 'manual' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { cause, message } = error;
    const reason = cause instanceof Error && cause.message ? cause.message : message;
    return words.obstacle(address, reason);
  }
}

async function main(): Promise<number> {
  const options = readArguments();
  if (!options) {
    say(words.help);
    return 0;
  }
  writeOptions(options);
  const obstacle = await findObstacle(options);
  if (obstacle !== undefined) {
    complain(obstacle);
    return 1;
  }
  const counts = await runSuites();
  const file = process.env['CONFORMANCE_COUNTS'];
  if (file) writeFileSync(file, JSON.stringify(counts));
  const { passed, failed, skipped } = counts;
  // Stays the same in every language, for programs that read the log.
  say(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (!passed && !failed) complain(words.nothing);
  return passed && !failed ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  complain(error.message);
  process.exitCode = 2;
}
