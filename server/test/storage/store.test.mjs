/* Many comments that are published at once in one thread. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { openDatabase } from '../../dist/storage/database.js';
import { readPage } from '../../dist/storage/lists.js';
import { store } from '../../dist/storage/store.js';
import { findThread, threadId } from '../../dist/storage/threads.js';
import { DATABASES, endPostgres } from '../running/databases.mjs';

const THREAD = threadId('customs', 'hot');

const submission = (overrides = {}) => ({
  threadId: THREAD,
  site: 'customs',
  threadKey: 'hot',
  kind: 'comment',
  parentId: '',
  body: randomUUID(),
  lang: null,
  authorName: null,
  contact: null,
  identity: null,
  consent: { version: '1', at: 1 },
  idempotencyHash: randomUUID(),
  requestHash: 'request',
  receiptHash: (id) => `receipt of ${id}`,
  publish: true,
  actor: 'citizen',
  now: 1,
  ...overrides,
});

const positions = (comments) => comments.map(({ position }) => position);

const readAll = (database, parentId = '') =>
  readPage(database, { threadId: THREAD, parentId, sort: 'oldest', limit: 1000, bytes: 2 ** 30 });

/** How many processes share a database. */
const PROCESSES = { SQLite: 1, PostgreSQL: 2 };

/** Opens the same database as often as processes would. */
async function open(test, makeDatabase, times = 1) {
  const url = await makeDatabase(test);
  const databases = [];
  for (let time = 0; time < times; time += 1) {
    databases.push(await openDatabase(url, 4, 0, () => undefined));
  }
  test.after(() => Promise.all(databases.map((database) => database.destroy())));
  return databases;
}

for (const [name, makeDatabase] of Object.entries(DATABASES)) {
  describe(`comments that are published at once, on ${name}`, () => {
    after(endPostgres);

    it('get their places in the order in which they came, and are counted', async (test) => {
      const [database] = await open(test, makeDatabase);
      const stored = await Promise.all(
        Array.from({ length: 120 }, () => store(database, submission())),
      );
      const comments = stored.map(({ value }) => value);
      const expected = Array.from({ length: 120 }, (_, at) => at + 1);
      assert.deepEqual(positions(comments), expected);
      const listed = await readAll(database);
      assert.deepEqual(positions(listed), expected);
      assert.deepEqual(
        listed.map(({ id }) => id),
        comments.map(({ id }) => id),
      );
      const { revision, listed: number, published } = await findThread(database, THREAD);
      assert.deepEqual([revision, number, published], [120, 120, 120]);
      const entries = await database.selectFrom('audit').select('comment_id').execute();
      assert.deepEqual(
        entries.map((entry) => entry.comment_id).sort(),
        comments.map(({ id }) => id).sort(),
      );
    });

    it('appear to readers only behind those that they have seen', async (test) => {
      const databases = await open(test, makeDatabase, PROCESSES[name]);
      let isOver = false;
      const reading = (async () => {
        let seen = [];
        while (!isOver) {
          const read = positions(await readAll(databases.at(-1)));
          assert.deepEqual(read.slice(0, seen.length), seen);
          seen = read;
        }
      })();
      await Promise.all(
        Array.from({ length: 200 }, (_, at) =>
          store(databases[at % databases.length], submission()),
        ),
      );
      isOver = true;
      await reading;
      assert.equal((await readAll(databases[0])).length, 200);
    });

    it('are refused one by one, and leave the others alone', async (test) => {
      const [database] = await open(test, makeDatabase);
      const proof = () => ({ id: 'used twice', forgetAt: 1 });
      const stored = await Promise.all([
        store(database, submission()),
        store(database, submission({ proof: proof() })),
        store(database, submission({ proof: proof() })),
        store(database, submission({ parentId: 'nowhere' })),
        store(database, submission({ proof: { id: 'used once', forgetAt: 1 } })),
      ]);
      assert.deepEqual(
        stored.map(({ refused }) => refused),
        [undefined, undefined, 'used-proof', 'parent', undefined],
      );
      assert.deepEqual(positions(await readAll(database)), [1, 2, 3]);
      assert.equal((await findThread(database, THREAD)).revision, 3);
    });

    it('count as replies of the comment that they answer', async (test) => {
      const [database] = await open(test, makeDatabase);
      const { value: parent } = await store(database, submission());
      await Promise.all([
        ...Array.from({ length: 5 }, () => store(database, submission({ parentId: parent.id }))),
        store(database, submission()),
      ]);
      const [first, second] = await readAll(database);
      assert.deepEqual([first.reply_count, second.reply_count], [5, 0]);
      assert.equal((await readAll(database, parent.id)).length, 5);
      const { listed, published } = await findThread(database, THREAD);
      assert.deepEqual([listed, published], [2, 7]);
    });

    it('are stored once for each key, whichever process gets it', async (test) => {
      const databases = await open(test, makeDatabase, PROCESSES[name]);
      const keys = Array.from({ length: 40 }, () => randomUUID());
      // Each process gets the keys in another order, and takes several together.
      const stored = await Promise.all([
        ...keys.map((key) => store(databases[0], submission({ idempotencyHash: key }))),
        ...keys
          .reverse()
          .map((key) => store(databases.at(-1), submission({ idempotencyHash: key }))),
      ]);
      assert.equal(stored.filter(({ value }) => value).length, 40);
      assert.equal((await readAll(databases[0])).length, 40);
      assert.equal((await findThread(databases[0], THREAD)).revision, 40);
    });
  });
}
