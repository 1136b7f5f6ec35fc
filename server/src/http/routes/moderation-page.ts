/* The files of the moderation page. */
import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { basePath, type Context } from '../../context.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import type { App } from '../app.js';

const folder = new URL('../../../desk/', import.meta.url);

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

export function moderationPage(app: App, context: Context): void {
  const base = basePath(context.settings);

  // Reads the few files once, so that nothing in a request ever becomes a path.
  const files = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  // The page asks nobody whether one can sign in at an identity provider.
  if (context.signIn) {
    files.set('index.html', files.get('index.html')!.replace('<html ', '<html data-sign-in '));
  }
  const sendFile = (reply: FastifyReply, name: string) => {
    const text = files.get(name);
    if (text === undefined) throw new ServiceProblem('not-found');
    return reply
      .headers({
        'content-security-policy': POLICY,
        'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain',
        'cache-control': 'no-cache',
        'x-robots-tag': 'noindex',
      })
      .send(text);
  };
  app.get('/moderate', { schema: { hide: true } }, (request, reply) =>
    // Removes a slash at the end: with it, the page would look for its files one folder too deep.
    new URL(request.url, 'http://service').pathname.endsWith('/')
      ? reply.redirect(`${base}/moderate`, 308)
      : sendFile(reply, 'index.html'),
  );
  app.get(
    '/moderate/:file',
    { schema: { hide: true, params: Type.Object({ file: Type.String() }) } },
    (request, reply) => sendFile(reply, request.params.file),
  );
}
