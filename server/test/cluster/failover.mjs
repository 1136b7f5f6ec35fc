/*
 * npm run test:cluster: the primary of a cluster dies at once while citizens write. Needs the packages patroni,
 * etcd-server, haproxy, pgbouncer and postgresql of Debian. No part of npm test, because it takes three minutes.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { draft, post } from '../running/client.mjs';
import { stored } from '../running/faults.mjs';
import { startPgBouncer } from '../running/pgbouncer.mjs';
import { settingsOf, startService, until } from '../running/service.mjs';
import { startCluster } from './cluster.mjs';
import { NO_CLUSTER } from './programs.mjs';

const PROCESSES = 3;
const CITIZENS = 16;
/** How many comments are stored before the primary dies, and at least how many after it. */
const ENOUGH = 300;

/** What the README recommends: a server that has come back is found in a second, and nobody waits for long. */
const POOLER = { poolSize: 20, settings: ['server_login_retry = 1', 'query_wait_timeout = 5'] };

const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Citizens who write all the time, and send each comment with one key until there is a receipt. */
class Citizens {
  /** What was acknowledged, and when. */
  receipts = [];
  refused = 0;
  broken = 0;
  #isOver = false;

  constructor(services, moderation) {
    this.expected = moderation === 'after' ? 201 : 202;
    this.done = Promise.all(Array.from({ length: CITIZENS }, () => this.#write(services)));
  }

  end() {
    this.#isOver = true;
    return this.done;
  }

  async #write(services) {
    let turn = 0;
    while (!this.#isOver) {
      const [key, thread] = [randomUUID(), `page ${turn % 5}`];
      const body = draft({ body: randomUUID() });
      let answer;
      do {
        // Each attempt goes to another process, as behind one address.
        const { url } = services[turn++ % services.length];
        answer = await this.#attempt(url, thread, body, key);
      } while (!answer);
      this.receipts.push({ ...answer.body, body: body.body, at: Date.now() });
    }
  }

  async #attempt(url, thread, body, key) {
    const answer = await post(url, thread, body, key).catch(() => undefined);
    if (answer && [this.expected, 200].includes(answer.status)) return answer;
    if (answer && ![503, 409].includes(answer.status)) throw new Error(answer.text);
    if (!answer) this.broken += 1;
    else if (answer.status === 503) this.refused += 1;
    // Waits as long as the service asks for, which our form does too.
    await wait(Number(answer?.headers.get('retry-after') ?? 1));
    return undefined;
  }
}

/** The longest time between one receipt and the next, seconds. */
function longestPause(receipts) {
  const times = receipts.map(({ at }) => at).sort((one, other) => one - other);
  const pauses = times.slice(1).map((time, at) => time - times[at]);
  return Math.max(...pauses) / 1000;
}

describe('a cluster whose primary is killed', { skip: NO_CLUSTER }, () => {
  for (const moderation of ['before', 'after']) {
    it(
      `loses and doubles nothing, with review ${moderation}`,
      { timeout: 180_000 },
      async (test) => {
        const cluster = await startCluster(test);
        const settings = settingsOf(await startPgBouncer(test, cluster.url, POOLER), {
          moderation,
        });
        const services = [];
        // One after the other: a machine for tests has few cores.
        for (let at = 0; at < PROCESSES; at += 1) services.push(await startService(test, settings));
        const citizens = new Citizens(services, moderation);
        await until(() => citizens.receipts.length >= ENOUGH);
        const killed = await cluster.primary();
        await killed.kill();
        const before = citizens.receipts.length;
        await until(() => citizens.receipts.length >= before + ENOUGH);
        await citizens.end();
        const primary = await cluster.primary();
        assert.notEqual(primary.name, killed.name);

        const { receipts } = citizens;
        const found = await stored(services[0].url);
        const sorted = (comments) => comments.map(({ id, body }) => `${id} ${body}`).sort();
        assert.deepEqual(sorted(found), sorted(receipts), 'acknowledged is what is stored');
        assert.equal(new Set(found.map(({ body }) => body)).size, found.length, 'once each');

        killed.start();
        await until(() => killed.is('replica'));
        test.diagnostic(
          `no receipt for ${longestPause(receipts)} s; answered 503: ${citizens.refused}; ` +
            `broken connections: ${citizens.broken}; acknowledged: ${receipts.length}; stored: ${found.length}`,
        );
      },
    );
  }
});
