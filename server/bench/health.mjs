/*
 * Asks a server again and again how it is, and a server that does nothing: what that one takes is taken by the machine.
 * This runs in a thread of its own, so that the work of the load is not taken for slowness of the server.
 */
import { createServer } from 'node:http';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Milliseconds between two questions. */
const INTERVAL = 20;

/** Begins to ask. Gives the function that ends it, which gives the milliseconds that each answer took. */
export function watchHealth(url) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { url } });
  return () =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage('end');
    });
}

async function ask(address, times, isOver) {
  while (!isOver()) {
    const begin = performance.now();
    await (await fetch(address)).text();
    times.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}

if (workerData?.url) {
  let hasEnded = false;
  parentPort.once('message', () => (hasEnded = true));
  const idle = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
  await new Promise((resolve) => idle.once('listening', resolve));
  const times = { health: [], idle: [] };
  await Promise.all([
    ask(`${workerData.url}/healthz`, times.health, () => hasEnded),
    ask(`http://127.0.0.1:${idle.address().port}`, times.idle, () => hasEnded),
  ]);
  idle.close();
  idle.closeAllConnections();
  parentPort.postMessage(times);
}
