/* Runs the commands of an application, and ends what they started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/** No framework may tell its maker that a test ran. */
const SILENT = {
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
};

const isWindows = process.platform === 'win32';

/** Starts a command in a group of its own, so that all of it can be ended, and collects what it prints. */
function start(folder, [command, ...words], env) {
  const child = spawn(command, words, {
    cwd: folder,
    detached: !isWindows,
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...SILENT, ...env },
  });
  const running = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => (running.output += data));
  }
  return running;
}

/**
 * Runs a command until it ends.
 *
 * @param folder - where
 * @param words - the command and its arguments
 * @param env - more variables of the environment
 * @returns what it printed; throws that if it failed
 */
export async function runIn(folder, words, env = {}) {
  const running = start(folder, words, env);
  const [status] = await once(running.child, 'close');
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}:\n${running.output}`);
  return running.output;
}

/**
 * Starts a server, and waits until it answers.
 *
 * @param folder - where
 * @param words - the command and its arguments
 * @param address - a page of the server
 * @param env - more variables of the environment
 * @returns `output()`, what it has printed; `end()`, which ends it
 */
export async function serveFrom(folder, words, address, env = {}) {
  const running = start(folder, words, env);
  const { child } = running;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async () => {
    if (hasEnded()) return;
    if (isWindows) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
    await once(child, 'close');
  };
  const answers = () =>
    fetch(address).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (hasEnded()) throw new Error(`${words.join(' ')} ended:\n${running.output}`);
    await pause(50);
  }
  return { output: () => running.output, end };
}
