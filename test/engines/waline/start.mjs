/* Starts the comment server Waline on SQLite, only on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../../fixtures/install-packages.mjs';
import { createTables } from './database.mjs';
import { listRequest } from './requests.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const LONGEST_START = 30_000;

/**
 * Settings that keep Waline from reaching other hosts, and from refusing a second comment within a
 * minute.
 */
const SETTINGS = {
  NODE_ENV: 'production',
  // Dates are stored without a zone. In one without summer time, they read back as written.
  TZ: 'UTC',
  // It requests this address first, in every request.
  OAUTH_URL: 'data:application/json,{"services":[]}',
  // By default it sends every comment to Akismet, with its own key.
  AKISMET_KEY: 'false',
  // A library for an unused database asks a Tencent host whether this is its cloud.
  TENCENTCLOUD: 'true',
  // By default browsers load a picture of every author from another host.
  GRAVATAR_STR: 'data:,',
  // Seconds between two comments of one address. 0 still refuses some at the end of a second.
  IPQPS: '-60',
  // Without it nobody can sign in. The first user who registers is the administrator.
  JWT_TOKEN: 'known to everyone, for tests only',
};

/** Installs Waline, unless it is there. */
export const installWaline = () => installIn(folder, 'Waline');

/**
 * Starts Waline in a child process and waits until it responds.
 * @param {object} options
 * @param {string} options.data Folder of the database; missing tables are created, comments are
 * kept.
 * @param {number} [options.port] 0 for any free port.
 * @param {boolean} [options.audit] True if comments wait for approval.
 * @param {Record<string, string>} [options.environment] More settings of Waline, with precedence.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` has no slash at its end.
 */
export async function startWaline({ port = 0, data, audit = false, environment = {} }) {
  installWaline();
  await createTables(data);
  const child = spawn(process.execPath, [join(folder, 'server.mjs')], {
    // Inherits no environment, which might name another database or a proxy.
    env: {
      ...SETTINGS,
      SQLITE_PATH: data,
      COMMENT_AUDIT: String(audit),
      WALINE_PORT: String(port),
      ...environment,
    },
    // It logs a dozen lines per comment. Reading them would be measured too.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text) => (complaints = (complaints + text).slice(-4000)));

  const closed = once(child, 'close');
  const stop = async () => {
    child.kill();
    // The worker holds stderr too, so it closes when both have ended.
    await closed;
  };
  try {
    const signal = AbortSignal.timeout(LONGEST_START);
    const ended = closed.then(() => Promise.reject(new Error('It ended.')));
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    const url = `http://127.0.0.1:${message.port}`;
    const response = await fetch(url + listRequest('/', 1).path, { signal });
    if (!response.ok) throw new Error(`It answers ${response.status}.`);
    return { url, stop };
  } catch (cause) {
    await stop();
    throw new Error(`Waline did not start.\n${complaints}`, { cause });
  }
}
