/* The way to add a comment. */
import { Type } from 'typebox';
import { submit } from '../../comments/submissions.js';
import { type Context, findSite } from '../../context.js';
import { Draft, FormFields, Receipt } from '../../contract/comments.js';
import { reference } from '../../contract/reference.js';
import { answers, empty, json, media } from '../answers.js';
import type { App } from '../app.js';
import { isForm } from '../bodies.js';
import { presentReceipt } from '../present.js';
import { sendProblem } from '../problems.js';
import { answerFormProblem, draftOf, redirectToReceipt, sendForm } from './form.js';
import { type ThreadAddress, THREAD_ADDRESSES, threadOf } from './thread-address.js';

/** Refuses an address that has long passed its limit, before its request is read. */
function refuseUnread(context: Context, site: string, address: string): void {
  const { rateLimits } = context;
  rateLimits.refuseUnread(rateLimits.ofAddress(findSite(context, site), 'comments', address), 0);
}

export function commentRoutes(app: App, context: Context): void {
  for (const address of THREAD_ADDRESSES) createAt(address, app, context);
}

function createAt(
  { path, suffix, params, query }: ThreadAddress,
  app: App,
  context: Context,
): void {
  app.post(
    `${path}/comments`,
    {
      schema: {
        operationId: `createComment${suffix}`,
        summary: 'Adds a comment',
        description:
          'Safe to repeat: the same Idempotency-Key with the same draft is stored once and answered with the same receipt. Only the proof of the captcha, the time of consent and the contact may differ between repetitions, for a page need not keep them; the contact that came first stays. 24 hours after the comment was received, the receipt is not given again: the answer is the problem `already-received`, and nothing needs to be sent any more.',
        params,
        querystring: Type.Object(query),
        headers: Type.Object({
          'idempotency-key': Type.Optional(
            Type.String({
              description:
                'Needed. 16 to 255 visible ASCII characters drawn at random, one key for one draft. Refused with fewer than 5 different characters, or when it is one pattern again and again.',
            }),
          ),
        }),
        body: {
          content: {
            'application/json': { schema: reference(Draft) },
            'application/x-www-form-urlencoded': { schema: reference(FormFields) },
          },
        },
        response: answers(
          {
            200: {
              description:
                'It was stored before; `Idempotent-Replayed: true`. For a form with `refresh`, the form again.',
              content: {
                ...json('', reference(Receipt)).content,
                ...media('', 'text/html').content,
              },
            },
            201: json('It is published.', reference(Receipt)),
            202: json('It waits for review.', reference(Receipt)),
            303: empty('To the page of the receipt, for a form.'),
          },
          [
            'idempotency-key',
            'closed',
            'identity',
            'not-found',
            'in-flight',
            'already-received',
            'too-large',
            'media-type',
            'validation',
            'idempotency-key-reused',
            'captcha',
            'parent',
            'consent',
            'rate-limited',
            'queue-full',
          ],
          true,
        ),
      },
      // A form is read all the same: its answer shows what was typed.
      onRequest: (request, _reply, done) => {
        if (!isForm(request)) refuseUnread(context, request.params.site, request.ip);
        done();
      },
      errorHandler: (error, request, reply) => {
        const answer = isForm(request)
          ? answerFormProblem(context, request, reply, error)
          : Promise.reject(error);
        answer.catch((reason: unknown) => void sendProblem(request, reply, reason));
      },
    },
    async (request, reply) => {
      const fields = isForm(request) ? (request.body as FormFields) : undefined;
      if (fields?.refresh) return sendForm(context, request, reply);
      const outcome = await submit(context, {
        site: findSite(context, request.params.site),
        threadKey: threadOf(request),
        idempotencyKey: fields ? fields.idempotencyKey : request.headers['idempotency-key'],
        draft: fields ? draftOf(fields) : (request.body as Draft),
        address: request.ip,
      });
      void reply.header('cache-control', 'no-store');
      if (fields) return redirectToReceipt(context, request, reply, outcome);
      if (outcome.replayed) void reply.header('idempotent-replayed', 'true');
      const created = outcome.comment.status === 'published' ? 201 : 202;
      return reply.code(outcome.replayed ? 200 : created).send(presentReceipt(outcome));
    },
  );
}
