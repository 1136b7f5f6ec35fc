/* Runs the Node tests, on the built files and on the comment service, and counts them. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from '../../.tools/project.mjs';
import { startPostgres } from '../../server/test/running/databases.mjs';

/** Each file waits for browsers and servers of its own, so more run at a time than there are cores. */
const CONCURRENCY = 3;

/** A file that has not ended by then never will: it has left something open. It is ended, and counts as failed. */
const PATIENCE = 15 * 60_000;

/** These take longest, so they begin first. */
const LONGEST = [
  'test/stories/documentation.test.mjs',
  'test/stories/stories.test.mjs',
  'server/test/conformance/contract.test.mjs',
];

/** These take long and a gigabyte, so `npm run test:applications` runs them. */
const APPLICATIONS = 'test/applications/server-rendered/';

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith(APPLICATIONS))
    .sort();

/** Runs them all, and tells how many `passed` and `failed`, and how long each of the `files` took. */
export async function runNodeTests() {
  const others = ['test', 'server/test'].flatMap(filesIn).filter((name) => !LONGEST.includes(name));
  const files = [...LONGEST, ...others].map((name) => join(root, name));
  // All files of the service share one PostgreSQL.
  const postgres = await startPostgres();
  process.env.TEST_POSTGRES = postgres.url;
  const counts = { passed: 0, failed: 0, files: {} };
  const add = (outcome) => (test) => {
    if (test.nesting === 0) {
      const file = relative(root, test.file ?? test.name);
      counts.files[file] = (counts.files[file] ?? 0) + test.details.duration_ms;
    }
    if (test.details.type !== 'suite' && test.skip === undefined) counts[outcome] += 1;
  };
  const events = run({ files, concurrency: CONCURRENCY, timeout: PATIENCE });
  events.on('test:pass', add('passed'));
  events.on('test:fail', add('failed'));
  for await (const text of events.compose(new spec())) process.stdout.write(text);
  await postgres.remove();
  return counts;
}
