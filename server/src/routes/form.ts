/* The plain form: the same request as JSON, for a browser without JavaScript. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DIGITS } from '../captcha/code.js';
import { type Draft, LIMITS, ThreadParams } from '../contract/comments.js';
import { basePath, type Context, findSite } from '../context.js';
import { sendPage } from '../pages/render.js';
import { wordsOf } from '../pages/words.js';
import { threadId } from '../storage/threads.js';
import { type Language, pickLanguage } from '../strings.js';
import { checkThreadKey, type Outcome } from '../submissions.js';
import { answers, media } from './answers.js';
import { type App, logFailure, toProblem } from './app.js';

type Fields = Partial<
  Record<
    'body' | 'authorName' | 'contact' | 'parentId' | 'consent' | 'challenge' | 'code' | 'lang',
    string
  >
> & { idempotencyKey?: string; refresh?: string };

/** What was typed, kept beside the draft that was made of it. */
const typed = new WeakMap<FastifyRequest, Fields>();

/** Whether the request came from the form. */
export const isForm = (request: FastifyRequest): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');

const languageOf = (request: FastifyRequest): Language => {
  const { lang } = request.query as { lang?: string };
  return pickLanguage(typed.get(request)?.lang ?? lang ?? request.headers['accept-language']);
};

/** What is wrong, and where. */
interface Said {
  field: string;
  /** The name of the field, for a reader who is not at it. */
  label?: string;
  text: string;
}

/** Shows the form, with what was typed before and a new captcha. */
function sendForm(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Said[] = [],
) {
  const params = request.params as { site: string; thread: string };
  const site = findSite(context, params.site);
  const thread = checkThreadKey(params.thread);
  const language = languageOf(request);
  const fields = typed.get(request) ?? {};
  const { notice } = site.consent;
  const path = `${basePath(context.settings)}/v1`;
  const code = site.captcha.includes('code')
    ? context.captcha.makeCode(threadId(site.name, thread))
    : undefined;
  return sendPage(
    reply,
    'form',
    {
      words: wordsOf(language),
      base: basePath(context.settings),
      action: `${path}/sites/${encodeURIComponent(site.name)}/threads/${encodeURIComponent(thread)}/comments`,
      fields: { ...fields, idempotencyKey: fields.idempotencyKey || randomUUID() },
      problems,
      problemOf: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
      isOpen: site.open,
      needsScript: site.captcha.length > 0 && !code,
      asksContact: site.contact === 'optional',
      notice: notice[language] ?? Object.values(notice)[0],
      noticeLanguage: notice[language] ? language : Object.keys(notice)[0],
      consentVersion: site.consent.version,
      agreed: fields.consent === site.consent.version,
      limit: site.bodyLimit,
      nameLimit: LIMITS.authorName,
      digits: DIGITS,
      code: code && {
        id: code.id,
        image: `${path}/challenges/${code.id}/image`,
        audio: `${path}/challenges/${code.id}/audio?lang=${language}`,
      },
    },
    ["'self'", ...site.origins],
  );
}

/** Makes a draft of the fields, before it is checked like any other; or shows another picture. */
export const readForm =
  (context: Context) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (!isForm(request)) return undefined;
    const fields = (request.body ?? {}) as Fields;
    typed.set(request, fields);
    if (fields.refresh) return sendForm(context, request, reply);
    request.headers['idempotency-key'] = fields.idempotencyKey ?? '';
    const draft: Draft = {
      body: fields.body ?? '',
      authorName: fields.authorName ?? '',
      contact: fields.contact ?? '',
      parentId: fields.parentId || null,
      consent: { version: fields.consent ?? '', at: new Date().toISOString() },
      ...(fields.challenge && {
        captcha: { kind: 'code', payload: `${fields.challenge}:${fields.code ?? ''}` },
      }),
    };
    request.body = draft;
    return undefined;
  };

/** Fields of a draft that the form shows. */
const FIELDS = ['body', 'authorName', 'contact'] as const;

/** The form again, with what is wrong with it; nothing typed is lost. */
export function answerFormProblem(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
) {
  const problem = toProblem(error);
  if (problem.status >= 500) logFailure(request, error);
  const language = languageOf(request);
  const { title, detail = '', errors = [] } = problem.toBody(language, request.id);
  const { retryAfter } = problem.extras;
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.code(problem.status);
  const own = problem.key === 'captcha' ? 'code' : problem.key === 'consent' ? 'consent' : 'form';
  const words = wordsOf(language);
  const said: Said[] = errors.map(({ pointer, detail: text }) => {
    const field = FIELDS.find((name) => pointer === `/${name}`);
    return field ? { field, label: words[field], text } : { field: 'form', text };
  });
  if (said.length === 0) said.push({ field: own, text: `${title}${words.stop}${detail}` });
  return sendForm(context, request, reply, said);
}

/** Leads from the accepted form to the page of its receipt. */
export const redirectToReceipt = (
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  { token }: Outcome,
) =>
  reply.redirect(
    `${basePath(context.settings)}/receipts/${token}?lang=${languageOf(request)}`,
    303,
  );

/** Lets the routes of a scope take what forms send. */
export function acceptForms(app: App): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}

export function formRoutes(app: App, context: Context): void {
  app.get(
    '/v1/sites/:site/threads/:thread/form',
    {
      schema: {
        operationId: 'readForm',
        summary: 'The form for browsers without JavaScript',
        params: ThreadParams,
        querystring: Type.Object({ lang: Type.Optional(Type.String()) }),
        response: answers({ 200: media('The page.', 'text/html') }, [
          'not-found',
          'origin',
          'validation',
        ]),
      },
    },
    (request, reply) => sendForm(context, request, reply),
  );
}
