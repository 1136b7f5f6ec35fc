/* Builds the examples for production. */
import { extname, join } from 'node:path';
import { build } from 'vite';
import { examples } from './install.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Builds one example.
 *
 * @param name - its folder, which is also the base address of its files
 * @returns handlers of its addresses, for `serve` of stories/server/serve.mjs
 */
export async function publish(name) {
  const { output } = await build({
    root: join(examples, name),
    base: `/${name}/`,
    logLevel: 'error',
    build: { write: false },
  });
  return Object.fromEntries(
    output.map(({ fileName, code, source }) => [
      `/${name}/${fileName}`,
      (_, response) => {
        response.setHeader('content-type', `${TYPES[extname(fileName)]}; charset=utf-8`);
        response.end(code ?? source);
      },
    ]),
  );
}
