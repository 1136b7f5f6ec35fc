/* The plain form, for a browser without JavaScript. It sends the same request as JSON clients do. */
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DIGITS } from '../../captcha/code.js';
import { checkThreadKey, type Outcome } from '../../comments/submissions.js';
import { basePath, type Context, findSite, requestBytesOf, type Site } from '../../context.js';
import type { Draft, FormFields } from '../../contract/comments.js';
import { sendPage } from '../views.js';
import { wordsOf } from '../../words/views.js';
import type { ServiceProblem } from '../../contract/service-problem.js';
import { threadId } from '../../storage/threads.js';
import { type Language, pickLanguage } from '../../words/language.js';
import { answers, media } from '../answers.js';
import type { App } from '../app.js';
import { commentsAddress, THREAD_ADDRESSES, threadOf } from './thread-address.js';
import { isForm } from '../bodies.js';
import { beginProblem, bodyOf, toProblem } from '../problems.js';

/** What was typed. It is empty on the first visit, and when the form could not be read. */
const fieldsOf = (request: FastifyRequest): FormFields =>
  isForm(request) ? (request.body ?? {}) : {};

const languageOf = (request: FastifyRequest): Language => {
  const { lang } = request.query as { lang?: string };
  return pickLanguage(fieldsOf(request).lang ?? lang ?? request.headers['accept-language']);
};

/** The fields as the draft that other clients send. */
export const draftOf = (fields: FormFields): Draft => ({
  body: fields.body ?? '',
  authorName: fields.authorName,
  contact: fields.contact,
  consent: { version: fields.consent ?? '', at: new Date().toISOString() },
  ...(fields.challenge && {
    captcha: { kind: 'code', payload: `${fields.challenge}:${fields.code ?? ''}` },
  }),
});

/** Fields of a draft that the form shows. */
const FIELDS = ['body', 'authorName', 'contact'] as const;

/** What is wrong, and where. */
interface Said {
  field: string;
  /** The name of the field, for the summary above the form. */
  label?: string;
  text: string;
}

/** Says a problem where it belongs: at its field, the captcha, the consent or the form itself. */
function sayProblem(language: Language, problem: ServiceProblem): Said[] {
  const { title, detail = '', errors = [] } = bodyOf(problem, language, '');
  const words = wordsOf(language);
  const said: Said[] = errors.map(({ pointer, detail: text }) => {
    const field = FIELDS.find((name) => pointer === `/${name}`);
    return field ? { field, label: words[field], text } : { field: 'form', text };
  });
  if (said.length > 0) return said;
  const own = problem.key === 'captcha' ? 'code' : problem.key === 'consent' ? 'consent' : 'form';
  return [{ field: own, text: `${title}${words.stop}${detail}` }];
}

/** Counts a captcha, and gives the problem when there were too many. */
const countCaptcha = (
  context: Context,
  request: FastifyRequest,
  site: Site,
): Promise<ServiceProblem | undefined> =>
  context.rateLimits
    .count(context.rateLimits.ofAddress(site, 'challenges', request.ip))
    .then(() => undefined, toProblem);

/** Shows the form, with what was typed before and a new captcha. */
export async function sendForm(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  problem?: ServiceProblem,
) {
  const site = findSite(context, (request.params as { site: string }).site);
  const thread = checkThreadKey(threadOf(request));
  const language = languageOf(request);
  const fields = fieldsOf(request);
  const { notice } = site.consent;
  const path = `${basePath(context.settings)}/v1`;
  const offersCode = site.captcha.includes('code');
  const refusal = offersCode ? await countCaptcha(context, request, site) : undefined;
  // Gives back what was typed, even without a new captcha.
  if (refusal && !problem) throw refusal;
  const isLimited = refusal?.key === 'rate-limited';
  const code =
    offersCode && !isLimited
      ? context.captcha.makeCode(site.name, threadId(site.name, thread))
      : undefined;
  const told = isLimited ? refusal : problem;
  const problems = told ? sayProblem(language, told) : [];
  // Replaces a key that belongs to another comment: it would be refused every time.
  const isKeyBad = problem?.key === 'idempotency-key-reused' || problem?.key === 'idempotency-key';
  const idempotencyKey = (!isKeyBad && fields.idempotencyKey) || randomUUID();
  return sendPage(
    reply,
    'form',
    {
      words: wordsOf(language),
      base: basePath(context.settings),
      action: basePath(context.settings) + commentsAddress(request, site.name, thread),
      fields: { ...fields, idempotencyKey },
      problems,
      problemOf: Object.fromEntries(problems.map(({ field, text }) => [field, text])),
      isOpen: site.open,
      needsScript: site.captcha.length > 0 && !offersCode,
      asksContact: site.contact === 'optional',
      notice: notice[language] ?? Object.values(notice)[0],
      noticeLanguage: notice[language] ? language : Object.keys(notice)[0],
      consentVersion: site.consent.version,
      agreed: fields.consent === site.consent.version,
      limit: site.bodyLimit,
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

/** Sends the form again with what is wrong. Nothing typed is lost. */
export async function answerFormProblem(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
) {
  return sendForm(context, request, reply, beginProblem(request, reply, error));
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
export function acceptForms(app: App, { settings }: Context): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    // A form writes each byte of a Han character as three.
    { parseAs: 'string', bodyLimit: 3 * requestBytesOf(settings) },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}

export function formRoutes(app: App, context: Context): void {
  for (const { path, suffix, params, query } of THREAD_ADDRESSES) {
    app.get(
      `${path}/form`,
      {
        schema: {
          operationId: `readForm${suffix}`,
          summary: 'The form for browsers without JavaScript',
          description:
            'It sends the same as other clients do, as fields of a form. Where the site asks for a captcha of kind `code`, the page has one.',
          params,
          querystring: Type.Object({ ...query, lang: Type.Optional(Type.String()) }),
          response: answers({ 200: media('The page.', 'text/html') }, ['not-found', 'validation']),
        },
      },
      (request, reply) => sendForm(context, request, reply),
    );
  }
}
