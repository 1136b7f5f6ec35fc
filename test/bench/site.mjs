/* Serves the measured files from memory, compressed once as on a good server. */
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** A server on loopback. Nothing is cached, so every visit is a first one. */
export class Site {
  #files = new Map();
  #server = createServer((request, response) => {
    const [path] = request.url.split('?');
    const file = this.#files.get(path);
    response.setHeader('cache-control', 'no-store');
    if (!file) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.setHeader('content-type', file.type);
    response.setHeader('content-encoding', 'br');
    response.end(file.body);
  });

  /** Puts a file on an address: `/card/static.html`. */
  put(path, content) {
    const type = TYPES[path.split('.').at(-1)] ?? TYPES.json;
    this.#files.set(path, { type, body: brotliCompressSync(content) });
  }

  /** @returns {Promise<string>} Address without a slash at its end. */
  async listen() {
    await new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
