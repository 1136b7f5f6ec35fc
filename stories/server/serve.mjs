/* Serves the demo and the built files on this computer, under the policy of a strict site. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { renderedDemo } from './rendered-demo.mjs';

const root = join(import.meta.dirname, '../..');

/** Allows nothing from other origins, and nothing inline. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; require-trusted-types-for 'script'";

/** The library has two names: ours, and the one that pages give to the folder of the archive. */
const FOLDERS = {
  '/cdn': 'dist/cdn',
  '/customs-widgets': 'dist/cdn',
  '/bundle': 'dist/demo',
  '/schema': 'dist/schema',
  '/agencies': 'stories/agencies',
  '/': 'stories/demo',
};

/** Addresses that the comment service handles. */
const SERVICE = /^\/(v1|moderate|receipts|pages|healthz|readyz)(\/|\?|$)/;

/**
 * Starts the server.
 *
 * @param port - 0 for any free port
 * @param pages - handlers of more addresses, for tests
 * @param service - the comment service, which then responds on the same address
 * @returns the address, and a function that stops the server
 */
export async function serve(port = 0, pages = {}, service = undefined) {
  const routes = Object.entries(FOLDERS).map(([prefix, folder]) => ({
    prefix,
    handle: sirv(join(root, folder), { dev: true }),
  }));
  const compress = compression();
  const server = createServer((request, response) => {
    if (service && SERVICE.test(request.url)) {
      service.app.routing(request, response);
      return;
    }
    response.setHeader('content-security-policy', POLICY);
    if (Object.hasOwn(pages, request.url)) {
      pages[request.url](request, response);
      return;
    }
    compress(request, response, () => sendFile(request, response));
  });
  const sendFile = (request, response) => {
    if (request.url === '/') {
      const { html, hashes } = renderedDemo();
      const policy = POLICY.replace("style-src 'self'", `style-src 'self' ${hashes}`);
      response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
      return;
    }
    const { prefix, handle } = routes.find((route) => request.url.startsWith(route.prefix));
    if (prefix !== '/') request.url = request.url.slice(prefix.length) || '/';
    handle(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  };
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    // Browsers open spare connections that they never use.
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
