/*
 * What `start.mjs` runs as a child process: Waline as its own Docker image starts it, except that it listens
 * on loopback only, and on any free port, which it tells its parent. Waline is a primary and one worker, and
 * both run this file.
 */
import cluster from 'node:cluster';
import { createRequire } from 'node:module';

// It reads host and port a turn of the event loop later; an import would not promise to be back by then.
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
  // Nothing is left behind when the parent dies; the worker follows the primary by itself.
  process.on('disconnect', () => process.exit());
} else {
  // Waline would only log it, and never listen.
  process.on('uncaughtException', ({ code, message }) => {
    if (code === 'EADDRINUSE') process.send({ taken: message });
  });
}
