/* Ends the service in good order: open requests are answered, and no client can keep the process from ending. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { App } from './app.js';

/** Ends each connection with its last answer once the service closes: kept alive, it would keep the process alive. */
export function endConnections(app: App): void {
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
}

/**
 * Follows the connections of a server, and gives a function that ends those without a request, and every new one.
 * Browsers open connections ahead; Node counts them as busy, so a server with one would never finish closing.
 */
function followUnused(server: Server): () => void {
  const unused = new Set<Socket>();
  let isClosing = false;
  server.on('connection', (socket) => {
    if (isClosing) socket.destroy();
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    isClosing = true;
    for (const socket of unused) socket.destroy();
  };
}

/**
 * Makes the function that closes the application. It waits for open requests, but not for ever: a client may have
 * sent half a request and nothing more.
 *
 * @param patience - how long open requests may take, milliseconds
 */
export function closer(app: App, patience: number): () => Promise<void> {
  const endUnused = followUnused(app.server);
  return async () => {
    endUnused();
    const deadline = setTimeout(() => app.server.closeAllConnections(), patience);
    await app.close();
    clearTimeout(deadline);
  };
}
