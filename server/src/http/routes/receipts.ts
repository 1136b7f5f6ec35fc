/* Tells whoever has the receipt what became of the comment. */
import { Type } from 'typebox';
import { receiptHash } from '../../comments/receipts.js';
import { accepted } from '../../comments/refusals.js';
import type { Context } from '../../context.js';
import { ReceiptStatus } from '../../contract/comments.js';
import { reference } from '../../contract/reference.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { decide, findByReceipt } from '../../storage/decisions.js';
import { readOfficialReplies } from '../../storage/lists.js';
import type { CommentTable } from '../../storage/tables.js';
import { findThread } from '../../storage/threads.js';
import { answers, json } from '../answers.js';
import type { App } from '../app.js';
import { presentReceiptStatus } from '../present.js';

const ReceiptParams = Type.Object({
  token: Type.String({
    description: 'The receipt number; case, blanks and hyphens do not matter.',
  }),
});

/** The comment of a receipt as it is now. */
export async function readReceipt(context: Context, token: string): Promise<ReceiptStatus> {
  const comment = await findByReceipt(context.database, receiptHash(token));
  if (!comment) throw new ServiceProblem('not-found');
  return present(context, comment);
}

/** Withdraws and erases; a second time changes nothing. */
export async function withdraw(context: Context, token: string): Promise<ReceiptStatus> {
  const comment = await findByReceipt(context.database, receiptHash(token));
  if (!comment) throw new ServiceProblem('not-found');
  if (comment.status !== 'withdrawn') {
    const result = await decide(context.database, comment.id, {
      status: 'withdrawn',
      actor: 'citizen',
      isAuthor: true,
      now: context.now(),
    });
    // Another request has withdrawn it meanwhile, which is what this one wanted.
    if (result.refused !== 'settled') accepted(result);
  }
  return readReceipt(context, token);
}

async function present(context: Context, comment: CommentTable): Promise<ReceiptStatus> {
  const [thread, replies] = await Promise.all([
    findThread(context.database, comment.thread_id),
    readOfficialReplies(context.database, comment),
  ]);
  return presentReceiptStatus(comment, thread?.key ?? '', replies);
}

export function receiptRoutes(app: App, context: Context): void {
  const response = answers({ 200: json('What became of it.', reference(ReceiptStatus)) }, [
    'not-found',
  ]);
  app.get(
    '/v1/receipts/:token',
    {
      schema: {
        operationId: 'readReceipt',
        summary: 'What became of a comment',
        description:
          'Whoever has the receipt number may ask. The answer has the reason of a rejection, and the official replies.',
        params: ReceiptParams,
        response,
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return readReceipt(context, request.params.token);
    },
  );
  app.delete(
    '/v1/receipts/:token',
    {
      schema: {
        operationId: 'withdrawComment',
        summary: 'Withdraws a comment and erases it',
        description:
          'Whoever has the receipt number may do so, once and for all: text, name, contact and identity are erased. What is under a legal hold is hidden at once, and erased when the hold is lifted; `held` says so. A second time changes nothing.',
        params: ReceiptParams,
        response,
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return withdraw(context, request.params.token);
    },
  );
}
