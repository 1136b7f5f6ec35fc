/* Receipts for a browser without JavaScript. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { basePath, type Context } from '../../context.js';
import type { ReceiptStatus } from '../../contract/comments.js';
import { sendPage, STYLE_SHEET } from '../views.js';
import { wordsOf } from '../../words/views.js';
import { pickLanguage } from '../../words/language.js';
import type { App } from '../app.js';
import { toProblem } from '../problems.js';
import { readReceipt, withdraw } from './receipts.js';

const Language = Type.Object({ lang: Type.Optional(Type.String()) });
const Token = Type.Object({ token: Type.String() });

export function receiptViews(app: App, context: Context): void {
  const base = basePath(context.settings);

  function sendReceipt(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string | undefined,
    status: ReceiptStatus | undefined,
    isAsking = false,
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
        word: words[status.status === 'withdrawn' && status.held ? 'withdrawnHeld' : status.status],
        updated: date.format(new Date(status.updatedAt)),
        reason: status.reason && { ...status.reason, word: words[status.reason.code] },
        canWithdraw: status.status !== 'withdrawn',
        isAsking: isAsking && status.status !== 'withdrawn',
      },
    });
  }

  /** Shows the receipt, or the page that asks for its number once more. */
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    read: typeof readReceipt,
    isAsking = false,
  ) {
    try {
      return await sendReceipt(request, reply, token, await read(context, token), isAsking);
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
  // Asks before anything is erased. It may be opened by chance, or ahead of time by a browser: it changes nothing.
  app.get(
    '/receipts/:token/withdrawal',
    { schema: { hide: true, querystring: Language, params: Token } },
    (request, reply) => show(request, reply, request.params.token, readReceipt, true),
  );
  app.post(
    '/receipts/:token/withdrawal',
    { schema: { hide: true, querystring: Language, params: Token } },
    (request, reply) => show(request, reply, request.params.token, withdraw),
  );
  app.get('/pages/page.css', { schema: { hide: true } }, (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      })
      .send(STYLE_SHEET),
  );
}
