/* Starts the comment server Waline on SQLite, alone on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIn } from '../../fixtures/install-packages.mjs';
import { createTables } from './database.mjs';
import { listRequest } from './requests.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const LONGEST_START = 30_000;

/** What keeps Waline from calling other hosts, and from refusing a second comment within a minute. */
const SETTINGS = {
  NODE_ENV: 'production',
  // Dates are kept without a zone; one without summer time reads back what it wrote.
  TZ: 'UTC',
  // It asks this address at every request, before all else.
  OAUTH_URL: 'data:application/json,{"services":[]}',
  // Unless told so it sends every comment to Akismet, with a key of its own.
  AKISMET_KEY: 'false',
  // A library for a database that is not in use asks a host of Tencent whether this is its cloud.
  TENCENTCLOUD: 'true',
  // Browsers would load a picture of every author from elsewhere.
  GRAVATAR_STR: 'data:,',
  // The seconds between two comments of one address; 0 still refuses some where a second of the clock ends.
  IPQPS: '-60',
  // Without one nobody can sign in. The first who registers is the administrator.
  JWT_TOKEN: 'known to everyone, for tests only',
};

/**
 * Starts Waline in a child process and waits until it answers.
 * @param {object} options
 * @param {string} options.data Folder of the database; missing tables are created, comments are kept.
 * @param {number} [options.port] 0 takes a free one.
 * @param {boolean} [options.audit] Whether comments wait for approval.
 * @param {Record<string, string>} [options.environment] More settings of Waline; they win.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` has no slash at its end.
 */
export async function startWaline({ port = 0, data, audit = false, environment = {} }) {
  installIn(folder, 'Waline (compiling SQLite may take minutes)');
  await createTables(data);
  const child = spawn(process.execPath, [join(folder, 'server.mjs')], {
    // Nothing of the surroundings: another database or a proxy there would be taken.
    env: {
      ...SETTINGS,
      SQLITE_PATH: data,
      COMMENT_AUDIT: String(audit),
      WALINE_PORT: String(port),
      ...environment,
    },
    // It logs a dozen lines a comment; reading them would be measured along with it.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text) => (complaints = (complaints + text).slice(-4000)));

  const closed = once(child, 'close');
  const stop = async () => {
    child.kill();
    // The worker holds stderr too: it is closed when both have ended.
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
