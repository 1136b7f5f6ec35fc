/* Builds the examples for production or development, and renders the pages of those with a server. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { examples } from './install.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/** Builds one example with Vite. */
const buildExample = (name, mode, options) =>
  build({
    root: join(examples, name),
    base: `/${name}/`,
    mode,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: options,
  });

/** Builds one example for browsers, and returns its files by their addresses. */
async function filesOf(name, mode) {
  const { output } = await buildExample(name, mode, { write: false });
  return Object.fromEntries(
    output.map(({ fileName, code, source }) => [`/${name}/${fileName}`, code ?? source]),
  );
}

/** Answers with a file. */
const answer =
  ([address, content]) =>
  (_, response) => {
    response.setHeader('content-type', `${TYPES[extname(address)]}; charset=utf-8`);
    response.end(content);
  };

const answersOf = (files) =>
  Object.fromEntries(Object.entries(files).map((file) => [file[0], answer(file)]));

/**
 * Builds one example.
 *
 * @param name - its folder, which is also the base address of its files
 * @param mode - `production` or `development`
 * @returns handlers of its addresses, for `serve` of stories/server/serve.mjs
 */
export const publish = async (name, mode = 'production') => answersOf(await filesOf(name, mode));

/** Renders the page of one example as its server does. */
async function renderExample(name, mode) {
  const entry = readdirSync(join(examples, name)).find((file) => file.startsWith('server.'));
  const outDir = join(examples, 'node_modules/.servers', `${name}-${mode}`);
  await buildExample(name, mode, { ssr: entry, outDir, emptyOutDir: true });
  const { head = () => '', render } = await import(pathToFileURL(join(outDir, 'server.js')).href);
  return { head: head(), html: await render() };
}

/** Lists the styles or scripts of a page as its policy has to name them. */
const hashesOf = (html, tag) =>
  [...html.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))]
    .map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    .join(' ');

/** Builds one example as `publish` does. Its page arrives rendered, and its policy allows what that has inline. */
export async function publishRendered(name, mode) {
  const files = await filesOf(name, mode);
  const { head, html } = await renderExample(name, mode);
  const address = `/${name}/index.html`;
  const page = files[address]
    .replace('</title>', (end) => end + head)
    .replace('<div id="app">', (start) => start + html);
  const answerPage = (request, response) => {
    const policy = String(response.getHeader('content-security-policy'));
    response.setHeader(
      'content-security-policy',
      policy
        .replace("style-src 'self'", (start) => `${start} ${hashesOf(html, 'style')}`)
        .replace("script-src 'self'", (start) => `${start} ${hashesOf(head, 'script')}`),
    );
    answer([address, page])(request, response);
  };
  return { ...answersOf(files), [address]: answerPage };
}
