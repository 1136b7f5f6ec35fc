/* How requests are counted: few writes, none for a refusal, and the same limit in every process. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Keys } from '../../dist/configuration/keys.js';
import { Blocked } from '../../dist/limits/blocked.js';
import { MemoryCounting } from '../../dist/limits/memory-counting.js';
import { RateLimits } from '../../dist/limits/rate-limits.js';
import { openDatabase } from '../../dist/storage/database.js';
import { DATABASES, endPostgres } from '../running/databases.mjs';

const keys = new Keys('a secret for tests, 32 characters and more');
const HOUR = 3_600_000;

/** A site on which an address may comment three times in ten minutes. */
const siteWith = (limits = {}) => ({
  name: 'customs',
  limits: {
    comments: { max: 3, seconds: 600 },
    network: 0,
    thread: { max: 0, seconds: 600 },
    site: { max: 0, seconds: 600 },
    ...limits,
  },
});

/** Opens a database whose statements are counted. */
async function countedDatabase(test, address) {
  const database = await openDatabase(address, 4, 30_000, () => undefined);
  test.after(() => database.destroy());
  const statements = { count: 0 };
  const plugin = {
    transformQuery: ({ node }) => {
      statements.count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { database: database.withPlugin(plugin), statements };
}

/** What a process knows: nothing at its start. */
function processOn(database, clock, site = siteWith()) {
  const limits = new RateLimits(database, keys, () => clock.now);
  const countersOf = (address, thread) => [
    ...limits.ofAddress(site, 'comments', address),
    ...limits.ofPlace(site, thread ?? 'a'),
  ];
  return {
    limits,
    countersOf,
    /** Counts one comment; undefined when it may pass, else the seconds to wait. */
    comment: (address, thread) =>
      limits.count(countersOf(address, thread)).then(
        () => undefined,
        (problem) => problem.extras.retryAfter,
      ),
  };
}

const passedOf = async (answers) =>
  (await Promise.all(answers)).filter((wait) => wait === undefined).length;

const times = (count, work) => Array.from({ length: count }, (_, at) => work(at));

describe('a limit', () => {
  after(endPostgres);

  for (const [name, address] of Object.entries(DATABASES)) {
    describe(`on ${name}`, () => {
      const clock = { now: Date.now() };

      it('refuses from memory what it has refused before', async (test) => {
        const { database, statements } = await countedDatabase(test, await address(test));
        const { comment } = processOn(database, clock);
        assert.equal(await passedOf(times(4, () => comment('192.0.2.1'))), 3);
        statements.count = 0;
        assert.equal(await passedOf(times(1000, () => comment('192.0.2.1'))), 0);
        assert.equal(statements.count, 0, 'the database hears of none');
        assert.equal(await comment('192.0.2.9'), undefined, 'others pass');
      });

      it('counts what comes at once with few statements', async (test) => {
        const { database, statements } = await countedDatabase(test, await address(test));
        const site = siteWith({ network: 2, thread: { max: 500, seconds: 600 } });
        const { comment } = processOn(database, clock, site);
        const flood = times(1000, () => comment('192.0.2.1'));
        const others = times(100, (at) => comment(`198.51.${at}.1`));
        assert.equal(await passedOf(flood), 3);
        assert.equal(await passedOf(others), 100);
        assert.ok(statements.count < 20, `${statements.count} statements for 1,100 requests`);
      });

      it('lets through exactly as many as it says, from all processes at once', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        const processes = times(3, () => processOn(database, clock));
        const answers = times(60, (at) => processes[at % 3].comment('192.0.2.1'));
        assert.equal(await passedOf(answers), 3);
      });

      it('holds after a restart, and says how long', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        const start = clock.now;
        await passedOf(times(3, () => processOn(database, clock).comment('192.0.2.1')));
        clock.now += 100_000;
        const restarted = processOn(database, clock);
        assert.equal(await restarted.comment('192.0.2.1'), 500);
        assert.equal(await restarted.comment('192.0.2.1'), 500, 'from memory');
        clock.now = start;
      });

      it('begins again when its time is over', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        const { comment } = processOn(database, clock);
        assert.equal(await passedOf(times(5, () => comment('192.0.2.1'))), 3);
        clock.now += 600_000;
        assert.equal(await passedOf(times(5, () => comment('192.0.2.1'))), 3);
      });

      it('begins again when the clock was set back, and shuts nobody out for so long', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        // Keeps within one day, whose key the counters have.
        clock.now = Math.floor(clock.now / (24 * HOUR)) * 24 * HOUR + 12 * HOUR;
        const { comment } = processOn(database, clock);
        assert.equal(await passedOf(times(5, () => comment('192.0.2.1'))), 3);
        clock.now -= 3 * HOUR;
        assert.equal(await passedOf(times(5, () => comment('192.0.2.1'))), 3);
      });

      it('is not used up by what is given back', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        const { comment, limits, countersOf } = processOn(database, clock);
        for (let at = 0; at < 10; at += 1) {
          assert.equal(await comment('192.0.2.1'), undefined);
          await limits.giveBack(countersOf('192.0.2.1'));
        }
        assert.equal(await passedOf(times(5, () => comment('192.0.2.1'))), 3);
      });

      it('of all addresses is not used up by one that has passed its own', async (test) => {
        const { database } = await countedDatabase(test, await address(test));
        const site = siteWith({ thread: { max: 8, seconds: 600 } });
        const { comment } = processOn(database, clock, site);
        assert.equal(await comment('192.0.2.1'), undefined);
        assert.equal(await passedOf(times(100, () => comment('192.0.2.1'))), 2);
        assert.equal(await passedOf(times(10, (at) => comment(`198.51.100.${at}`))), 5);
        const other = times(3, (at) => comment(`198.51.100.${at}`, 'b'));
        assert.equal(await passedOf(other), 3, 'another thread has its own');
      });
    });
  }

  it('of a network holds for the households of one customer', async (test) => {
    const { database } = await countedDatabase(test, DATABASES.SQLite(test));
    const clock = { now: Date.now() };
    const { comment } = processOn(database, clock, siteWith({ network: 4 }));
    const ofHousehold = (at) => comment(`2001:db8:7:${at.toString(16)}::1`);
    assert.equal(await passedOf(times(30, ofHousehold)), 12, 'four times three');
    assert.equal(await comment('2001:db8:8::1'), undefined, 'the next customer');
    assert.equal(await passedOf(times(30, (at) => comment(`203.0.113.${at}`))), 12);
    assert.equal(await comment('203.0.114.1'), undefined);
  });
});

describe('the memory of limits', () => {
  const clock = { now: Date.now() };
  const many = times(30_000, (at) => `counter ${at}`);

  it('has room for so many full counters, and forgets the oldest', () => {
    const blocked = new Blocked(() => clock.now);
    const block = { ends: clock.now + 1000, length: 1000, lookUps: 0 };
    for (const id of many) blocked.add(id, { ...block });
    const kept = many.filter((id) => blocked.find(id));
    assert.ok(kept.length > 1000 && kept.length <= 20_000, `${kept.length} are kept`);
    assert.equal(kept.at(-1), many.at(-1));
  });

  it('has room for so many counts, and forgets the oldest', () => {
    const counting = new MemoryCounting(() => clock.now);
    const take = (id) => counting.take([{ id, max: 1, length: 1000 }]);
    for (const id of many) assert.equal(take(id), undefined);
    assert.ok(take(many.at(-1)), 'the newest is still counted');
    assert.equal(take(many[0]), undefined, 'the oldest is not');
  });
});
