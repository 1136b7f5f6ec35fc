/* How SQLite finds what is asked for: along an index, and never by looking at everything or by sorting it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CompiledQuery } from 'kysely';
import { openDatabase } from '../../dist/storage/database.js';
import { dueComments, dueContacts } from '../../dist/storage/due.js';
import { readPage } from '../../dist/storage/lists.js';
import { readQueue } from '../../dist/storage/queue.js';
import { exportLines } from '../../dist/storage/transfer.js';
import { DATABASES } from '../running/databases.mjs';

/** Takes everything that a generator gives. */
async function drain(generator) {
  for await (const _value of generator);
}

const queue = (request) => (database) =>
  readQueue(database, { site: 'a', searchContacts: true, sort: 'oldest', limit: 21, ...request });

const due = { site: 'a', status: 'published', since: 'published_at', before: 1 };

/** What is read → by which index of the comments. */
const READS = {
  'a page of a list': [
    (database) =>
      readPage(database, {
        threadId: 't',
        parentId: '',
        sort: 'newest',
        limit: 11,
        bytes: 131_072,
      }),
    'comment_listed',
  ],
  'an export': [(database) => drain(exportLines(database, 'a')), 'comment_site'],
  'the comments of a site': [queue({}), 'comment_site'],
  'those of one status': [queue({ status: 'pending' }), 'comment_queue'],
  'those of a thread': [queue({ threadId: 't' }), 'comment_thread'],
  'those of a thread and a status': [queue({ threadId: 't', status: 'pending' }), 'comment_thread'],
  'reported ones': [queue({ reported: true }), 'comment_reported'],
  'reported ones of one status': [
    queue({ reported: true, status: 'published' }),
    'comment_reported_status',
  ],
  'a search': [queue({ text: '海关', sort: 'newest', after: 'z' }), 'comment_site'],
  'a search in a thread': [queue({ text: '海关', threadId: 't' }), 'comment_thread'],
  'what is due': [(database) => drain(dueComments(database, due)), 'comment_queue'],
  'contacts that are due': [(database) => drain(dueContacts(database, 'a', 1)), 'comment_site'],
};

describe('SQLite', () => {
  for (const [name, [read, index]] of Object.entries(READS)) {
    it(`finds ${name} by ${index}`, async (test) => {
      const database = await openDatabase(DATABASES.SQLite(test), 1, 0, () => undefined);
      test.after(() => database.destroy());
      const queries = [];
      const transformQuery = ({ node, queryId }) => {
        queries.push(database.getExecutor().compileQuery(node, queryId));
        return node;
      };
      const transformResult = ({ result }) => Promise.resolve(result);
      await read(database.withPlugin({ transformQuery, transformResult }));
      const plans = await Promise.all(
        queries.map(async ({ sql, parameters }) => {
          const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
          return (await database.executeQuery(plan)).rows.map(({ detail }) => detail);
        }),
      );
      const steps = plans.flat();
      const ofComments = steps.filter((step) => /^(SEARCH|SCAN) comment /.test(step));
      assert.ok(ofComments.length > 0);
      for (const step of ofComments) assert.match(step, new RegExp(`INDEX ${index} \\(`));
      // A page is cut by the index first. Its few rows are sorted again while their bytes are summed.
      const isCut =
        name === 'a page of a list' && steps.some((step) => step === 'CO-ROUTINE found');
      const sorts = steps.filter((step) => step.includes('TEMP B-TREE'));
      assert.ok(sorts.length <= (isCut ? 1 : 0), steps.join('; '));
    });
  }
});
