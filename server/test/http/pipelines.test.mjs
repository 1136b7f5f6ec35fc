/* Clients that send requests ahead of their answers. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { commentsPath, draft, post, publish } from '../running/client.mjs';
import { stored } from '../running/faults.mjs';
import { insideService } from '../running/inside.mjs';
import { until } from '../running/service.mjs';
import { databaseThreads } from '../running/threads.mjs';

/** Writes a request with a comment as it goes over the wire. */
function requestWith(text, isChunked = false) {
  const body = JSON.stringify(draft({ body: text }));
  const head = [
    `POST ${commentsPath('a')} HTTP/1.1`,
    'Host: service',
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
    isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const content = isChunked
    ? `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`
    : body;
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${content}`);
}

/** Opens a connection, and collects the status lines and bodies that come back. */
async function openConnection(test, url) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  test.after(() => socket.destroy());
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => (text += data));
  await once(socket, 'connect');
  return {
    socket,
    statuses: () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status)),
    ids: () => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id),
  };
}

describe('a connection that sends ahead', () => {
  it('has few requests begun at a time, and nobody else waits for the others', async (test) => {
    const threads = databaseThreads(test);
    const { url, service } = await insideService(test);
    let begun = 0;
    service.app.server.on('request', ({ method }) => (begun += method === 'POST' ? 1 : 0));
    threads[0].hold();
    const { socket, statuses } = await openConnection(test, url);
    const COUNT = 150;
    const requests = Array.from({ length: COUNT }, (_, at) => requestWith(`第 ${at} 条`));
    await new Promise((resolve) => socket.write(Buffer.concat(requests), resolve));
    await until(() => begun > 0);
    for (let at = 0; at < 5; at += 1) assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.ok(begun <= 10, `${begun} have begun`);
    threads[0].release();
    await until(() => statuses().length === COUNT);
    assert.deepEqual(statuses(), Array(COUNT).fill(202));
    assert.equal((await stored(url)).length, COUNT);
  });

  it('is answered in its order, whatever the pieces in which requests come', async (test) => {
    const { url } = await insideService(test);
    const texts = Array.from({ length: 24 }, (_, at) => `${at}${'字'.repeat((at % 4) * 500)}`);
    const bytes = Buffer.concat(texts.map((text, at) => requestWith(text, at % 3 === 0)));
    const { socket, statuses, ids } = await openConnection(test, url);
    for (let at = 0; at < bytes.length; at += 1371) {
      await new Promise((resolve) => socket.write(bytes.subarray(at, at + 1371), resolve));
    }
    await until(() => ids().length === texts.length);
    assert.deepEqual(statuses(), Array(texts.length).fill(202));
    const bodies = new Map((await stored(url)).map(({ id, body }) => [id, body]));
    assert.deepEqual(
      ids().map((id) => bodies.get(id)),
      texts,
    );
  });

  it('and does not take its answers is read no further until it does', async (test) => {
    const { url, service } = await insideService(test);
    // A page of this thread is larger than what a connection holds back for its client.
    for (let at = 0; at < 40; at += 1) await publish(url, 'a', draft({ body: '字'.repeat(900) }));
    const { socket, statuses } = await openConnection(test, url);
    socket.pause();
    let begun = 0;
    service.app.server.on('request', ({ method }) => (begun += method === 'POST' ? 1 : 0));
    const page = Buffer.from(`GET ${commentsPath('a')}?limit=40 HTTP/1.1\r\nHost: service\r\n\r\n`);
    const COUNT = 100;
    for (let at = 0; at < COUNT; at += 1) {
      socket.write(Buffer.concat([page, requestWith('字'.repeat(1900), at % 2 === 0)]));
    }
    await until(() => begun > 5);
    for (let at = 0; at < 20; at += 1) assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.ok(begun < COUNT, `${begun} have begun`);
    socket.resume();
    await until(() => statuses().length === 2 * COUNT);
    assert.deepEqual(statuses(), Array.from({ length: COUNT }, () => [200, 202]).flat());
  });

  it('that closes leaves what it has sent ahead unread', async (test) => {
    const threads = databaseThreads(test);
    const { url, service } = await insideService(test);
    threads[0].hold();
    const { socket } = await openConnection(test, url);
    const requests = Array.from({ length: 100 }, (_, at) => requestWith(`第 ${at} 条`));
    await new Promise((resolve) => socket.write(Buffer.concat(requests), resolve));
    await once(service.app.server, 'request');
    socket.resetAndDestroy();
    const connections = () =>
      new Promise((resolve) => service.app.server.getConnections((_, count) => resolve(count)));
    await until(async () => (await connections()) === 0);
    threads[0].release();
    assert.ok((await stored(url)).length <= 10);
  });

  it('and closes leaves its places to the others', { timeout: 60_000 }, async (test) => {
    const threads = databaseThreads(test);
    const { url, service } = await insideService(test);
    let begun = 0;
    service.app.server.on('request', () => (begun += 1));
    threads[0].hold();
    const connections = await Promise.all(
      Array.from({ length: 40 }, () => openConnection(test, url)),
    );
    // So short that Node reads all of them at once. Those behind the first are never told that the client has gone.
    const AHEAD = 4;
    for (const { socket } of connections) {
      socket.write(Buffer.concat(Array.from({ length: AHEAD }, () => requestWith('一'))));
    }
    await until(() => begun === connections.length * AHEAD);
    for (const { socket } of connections) socket.resetAndDestroy();
    threads[0].release();
    assert.equal((await post(url, 'a')).status, 202);
  });
});
