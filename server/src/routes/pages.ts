/* Pages for people: receipts without JavaScript, and the moderation page. */
import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { basePath, type Context } from '../context.js';
import type { ReceiptStatus } from '../contract/comments.js';
import { sendPage, STYLE_SHEET } from '../pages/render.js';
import { wordsOf } from '../pages/words.js';
import { ServiceProblem } from '../problems.js';
import { pickLanguage } from '../strings.js';
import type { App } from './app.js';
import { formRoutes } from './form.js';
import { toProblem } from './problems.js';
import { readReceipt, withdraw } from './receipts.js';

const moderate = new URL('../../pages/moderate/', import.meta.url);

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const MODERATE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

const Language = Type.Object({ lang: Type.Optional(Type.String()) });
const Token = Type.Object({ token: Type.String() });

export function pageRoutes(app: App, context: Context): void {
  formRoutes(app, context);

  const base = basePath(context.settings);

  function sendReceipt(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string | undefined,
    status: ReceiptStatus | undefined,
  ) {
    const { lang } = request.query as { lang?: string };
    const language = pickLanguage(lang ?? request.headers['accept-language']);
    const words = wordsOf(language);
    const date = new Intl.DateTimeFormat(words.tag, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    });
    return sendPage(reply, 'receipt', {
      words,
      base,
      token,
      isMissing: token !== undefined && !status,
      status: status && {
        ...status,
        word: words[status.status],
        updated: date.format(new Date(status.updatedAt)),
        reason: status.reason && { ...status.reason, word: words[status.reason.code] },
        canWithdraw: status.status !== 'withdrawn',
      },
    });
  }

  /** Shows the receipt, or the page that asks for its number once more. */
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    read: typeof readReceipt,
  ) {
    try {
      return await sendReceipt(request, reply, token, await read(context, token));
    } catch (error) {
      if (toProblem(error).key !== 'not-found') throw error;
      return sendReceipt(request, reply.code(404), token, undefined);
    }
  }

  app.get('/receipts', { schema: { hide: true, querystring: Language } }, (request, reply) =>
    sendReceipt(request, reply, undefined, undefined),
  );
  app.post(
    '/receipts',
    { schema: { hide: true, querystring: Language, body: Token } },
    (request, reply) => show(request, reply, request.body.token, readReceipt),
  );
  app.get(
    '/receipts/:token',
    { schema: { hide: true, querystring: Language, params: Token } },
    (request, reply) => show(request, reply, request.params.token, readReceipt),
  );
  app.post(
    '/receipts/:token/withdrawal',
    { schema: { hide: true, querystring: Language, params: Token } },
    (request, reply) => show(request, reply, request.params.token, withdraw),
  );
  app.get('/pages/page.css', { schema: { hide: true } }, (_request, reply) =>
    reply
      .headers({ 'content-type': TYPES['css'], 'cache-control': 'public, max-age=3600' })
      .send(STYLE_SHEET),
  );

  // Reads the few files once, so that nothing in a request ever becomes a path.
  const files = new Map(
    readdirSync(moderate).map((name) => [name, readFileSync(new URL(name, moderate), 'utf8')]),
  );
  const sendFile = (reply: FastifyReply, name: string) => {
    const text = files.get(name);
    if (text === undefined) throw new ServiceProblem('not-found');
    return reply
      .headers({
        'content-security-policy': MODERATE_POLICY,
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
