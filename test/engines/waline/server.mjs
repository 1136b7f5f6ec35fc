/*
 * Runs as a child process of `start.mjs`: Waline as its Docker image starts it, but only on
 * loopback and on any free port, which it reports to its parent. Waline has a primary and a worker
 * process, and both run this file.
 */
import cluster from 'node:cluster';
import { createRequire } from 'node:module';

// It reads host and port one turn of the event loop later. An import might not have returned by
// then.
createRequire(import.meta.url)('@waline/vercel/vanilla.js');
globalThis.think.config('host', '127.0.0.1');
globalThis.think.config('port', Number(process.env.WALINE_PORT));

if (cluster.isPrimary) {
  cluster.on('listening', (_worker, { port }) => process.send({ port }));
  cluster.on('message', (_worker, { taken }) => {
    if (!taken) return;
    console.error(taken);
    process.exit(1);
  });
  // Leaves no process behind when the parent ends. The worker follows the primary by itself.
  process.on('disconnect', () => process.exit());
} else {
  // Waline would only log the error, and never listen.
  process.on('uncaughtException', ({ code, message }) => {
    if (code === 'EADDRINUSE') process.send({ taken: message });
  });
}
