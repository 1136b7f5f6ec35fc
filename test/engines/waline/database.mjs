/*
 * The database of Waline. Its package contains no schema, so the columns are those that its
 * controllers write. Three things are fixed. Keys increment by themselves. Dates are filled in by
 * default, because the adapter leaves every date out of its INSERT. They are in local time, because
 * the adapter reads them so. As in Waline's own database, only the keys are indexed.
 */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const DATE = `DATETIME DEFAULT (datetime('now', 'localtime'))`;
const REQUIRED = `TEXT NOT NULL DEFAULT ''`;
const REACTIONS = Array.from({ length: 9 }, (_, index) => [`reaction${index}`, 'INTEGER']);

/** Table → column → type, without the key and the dates that every table has. */
const TABLES = {
  wl_Comment: {
    ...{ url: 'TEXT', comment: 'TEXT', status: REQUIRED, insertedAt: DATE, like: 'INTEGER' },
    ...{ nick: 'TEXT', mail: 'TEXT', link: 'TEXT', ip: 'TEXT', ua: 'TEXT', sticky: 'NUMERIC' },
    ...{ user_id: 'INTEGER', pid: 'INTEGER', rid: 'INTEGER' },
  },
  wl_Counter: { url: 'TEXT', time: 'INTEGER', ...Object.fromEntries(REACTIONS) },
  wl_Users: {
    ...{ display_name: REQUIRED, email: REQUIRED, password: REQUIRED, type: REQUIRED },
    ...{ label: 'TEXT', avatar: 'TEXT', url: 'TEXT', '2fa': 'TEXT' },
  },
};

/** Opens the database in a folder for one piece of work, and closes it. */
async function withDatabase(data, work) {
  // The packages may be installed only after this file has loaded.
  const { Database } = createRequire(import.meta.url)('sqlite3');
  const database = await new Promise((resolve, reject) => {
    const opened = new Database(join(data, 'waline.sqlite'), (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const call = (method, ...values) =>
    new Promise((resolve, reject) => {
      database[method](...values, (error, result) => (error ? reject(error) : resolve(result)));
    });
  try {
    return await work(call);
  } finally {
    await call('close');
  }
}

/**
 * Creates the missing tables.
 * @param {string} data Folder of the database; created if missing.
 */
export async function createTables(data) {
  await mkdir(data, { recursive: true });
  const statements = Object.entries(TABLES).map(([table, columns]) => {
    const list = Object.entries({ ...columns, createdAt: DATE, updatedAt: DATE });
    const types = list.map(([column, type]) => `"${column}" ${type}`).join(', ');
    return `CREATE TABLE IF NOT EXISTS ${table} (id INTEGER PRIMARY KEY AUTOINCREMENT, ${types});`;
  });
  await withDatabase(data, (call) => call('exec', statements.join('\n')));
}

/**
 * Inserts approved comments without the server, one second apart, the newest now. Their dates are
 * in UTC, the local time of the server that `start.mjs` starts.
 * @param {string} data Folder of the database.
 * @param {string} thread Path of the page they belong to.
 * @param {number} count Number of comments.
 * @param {string} body Text of all comments; a number is appended.
 */
export async function insertComments(data, thread, count, body) {
  const sql = `
    WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < $count)
    INSERT INTO wl_Comment (url, comment, status, nick, mail, link, ip, ua, insertedAt)
    SELECT $thread, $body || ' ' || n, 'approved', 'Reader ' || n, '', '', '127.0.0.1', '',
      datetime('now', (n - $count) || ' seconds')
    FROM number`;
  const values = { $count: count, $thread: thread, $body: body };
  await withDatabase(data, (call) => call('run', sql, values));
}

/**
 * Counts the comments of a thread in any state, to check what a measurement has written.
 * @param {string} data Folder of the database.
 * @param {string} thread Path of the page.
 * @returns {Promise<number>}
 */
export async function countComments(data, thread) {
  const sql = 'SELECT count(*) AS count FROM wl_Comment WHERE url = ?';
  const { count } = await withDatabase(data, (call) => call('get', sql, [thread]));
  return count;
}
