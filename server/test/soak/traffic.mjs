/*
 * What citizens and moderators do all day, at a steady rate, with a record of what the service promised. It runs in a
 * thread of its own, so that its work is not taken for slowness of the service.
 */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { draft, list, moderate, post } from '../running/client.mjs';

/** What a hundred requests are. */
const MIX = { comment: 40, repeat: 10, list: 35, receipt: 10, publish: 5 };
const ORDER = Object.entries(MIX).flatMap(([action, count]) => Array(count).fill(action));
/** Threads that the comments belong to. */
const THREADS = 20;
/** How many of the latest comments are repeated, looked up and published. */
const RECENT = 200;
/** More requests are not under way at once. They are counted as left out: a soak must end. */
const MOST_UNDER_WAY = 500;

/** Statuses that each action may have. 503 may come at any time, and is counted. */
const RIGHT = {
  comment: [202],
  // 409: the same comment was just being repeated.
  repeat: [200, 202, 409],
  list: [200],
  receipt: [200],
  publish: [200, 412, 409],
};

class Traffic {
  /** Text → id of each comment that was acknowledged. */
  acknowledged = new Map();
  counts = { sent: 0, refused: 0, leftOut: 0 };
  /** What was answered wrongly. */
  wrong = [];
  #url;
  #recent = [];
  #underWay = new Set();
  #number = 0;

  constructor(url) {
    this.#url = url;
  }

  /** Sends so many requests a second until it is told to stop. Gives the function that stops it. */
  start(rate) {
    const begin = performance.now();
    let due = 0;
    const timer = setInterval(() => {
      const wanted = ((performance.now() - begin) / 1000) * rate;
      for (; due < wanted; due += 1) this.#send(ORDER[(due * 37) % ORDER.length]);
    }, 5);
    return async () => {
      clearInterval(timer);
      await Promise.all(this.#underWay);
    };
  }

  #send(wanted) {
    const action = this.#recent.length === 0 ? 'comment' : wanted;
    if (this.#underWay.size >= MOST_UNDER_WAY) {
      this.counts.leftOut += 1;
      return;
    }
    this.counts.sent += 1;
    const work = this.#act(action).then(
      (status) => {
        if (status === 503) this.counts.refused += 1;
        else if (!RIGHT[action].includes(status)) this.wrong.push(`${action}: ${status}`);
      },
      (error) => this.wrong.push(`${action}: ${error.cause?.code ?? error.message}`),
    );
    this.#underWay.add(work);
    void work.then(() => this.#underWay.delete(work));
  }

  async #act(action) {
    const known = this.#recent[this.#number++ % RECENT] ?? this.#recent.at(-1);
    if (action === 'list') return (await list(this.#url, `/${this.#number % THREADS}`)).status;
    if (action === 'comment') return this.#comment();
    if (action === 'repeat') return this.#repeat(known);
    if (action === 'receipt') {
      const answer = await fetch(`${this.#url}/v1/receipts/${known.token}`);
      await answer.text();
      return answer.status;
    }
    return this.#publish(known);
  }

  async #comment() {
    const key = randomUUID();
    const thread = `/${this.#number % THREADS}`;
    const body = draft({ body: `办事指南很清楚。${key}` });
    const answer = await post(this.#url, thread, body, key);
    if (answer.status !== 202) return answer.status;
    const { id, token } = answer.body;
    this.acknowledged.set(body.body, id);
    this.#recent[this.acknowledged.size % RECENT] = { id, token, thread, key, body };
    return answer.status;
  }

  async #publish({ id }) {
    const path = `/comments/${id}`;
    // The module that makes tokens makes others in each thread.
    const { authorization } = workerData;
    const { status, headers } = await moderate(this.#url, 'GET', path, undefined, {
      authorization,
    });
    if (status !== 200) return status;
    const decision = { status: 'published' };
    const condition = { authorization, 'if-match': headers.get('etag') };
    return (await moderate(this.#url, 'PATCH', path, decision, condition)).status;
  }

  /** Sends a comment again: the answer must name the one that was stored before. */
  async #repeat({ thread, key, body, id }) {
    const answer = await post(this.#url, thread, body, key);
    if (answer.status < 300 && answer.body.id !== id) {
      throw new Error('another comment was stored');
    }
    return answer.status;
  }
}

const traffic = new Traffic(workerData.url);
const stop = traffic.start(workerData.rate);
parentPort.once('message', async () => {
  await stop();
  const { acknowledged, counts, wrong } = traffic;
  parentPort.postMessage({ acknowledged, counts, wrong });
});
