/* Serves what the bundlers built, and the files of the library, under the policy of a strict site. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { root } from '../../.tools/project.mjs';

const policy = (more) =>
  `default-src 'none'; script-src 'self' ${more}; style-src 'self'; img-src data:; connect-src 'self'`;

/**
 * Opens the site.
 *
 * @param folder - what it serves, besides `dist/cdn` at `/library/`
 * @param isInline - true for a folder inside, whose pages have scripts in them
 * @returns the address, and a function that closes the site
 */
export async function openSite(folder, isInline) {
  const files = sirv(folder, { dev: true });
  const library = sirv(join(root, 'dist/cdn'), { dev: true });
  const server = createServer((request, response) => {
    const [, first] = request.url.split('/');
    const more = isInline(first) ? "'unsafe-inline'" : '';
    response.setHeader('content-security-policy', policy(more));
    const isOfLibrary = first === 'library';
    if (isOfLibrary) request.url = request.url.slice('/library'.length);
    (isOfLibrary ? library : files)(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
