/* Legal holds: an administrator puts a comment under one, and lifts it. */
import { accepted } from '../../comments/refusals.js';
import { checkText } from '../../comments/text.js';
import type { Context } from '../../context.js';
import { LIMITS } from '../../contract/limits.js';
import { CommentParams, HoldRequest, ModeratedComment } from '../../contract/moderation.js';
import { reference } from '../../contract/reference.js';
import { fieldProblem } from '../../contract/service-problem.js';
import { liftHold, putHold } from '../../storage/holds.js';
import { json } from '../answers.js';
import type { App } from '../app.js';
import { Desk, deskAnswers } from './desk.js';

export function holdRoutes(app: App, context: Context): void {
  const { database } = context;
  const desk = new Desk(context);
  const good = { 200: json('The comment now.', reference(ModeratedComment)) };

  app.put(
    '/v1/moderation/comments/:id/hold',
    {
      schema: {
        operationId: 'putHold',
        summary: 'Keeps a comment from being erased',
        description:
          'For administrators. Until the hold is lifted, neither the author, nor staff, nor the end of its time erases it. When the author withdraws it, it is hidden at once. A second request changes the reason.',
        params: CommentParams,
        body: reference(HoldRequest),
        response: deskAnswers(good, ['conflict', 'too-large', 'media-type', 'validation']),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const comment = await desk.findOwn(moderator, request.params.id, () => 'hold');
      const checked = checkText(request.body.reason, LIMITS.note, 'one');
      if ('problem' in checked) throw fieldProblem('/reason', checked.problem, checked.limit);
      const act = { reason: checked.text, actor: moderator.name, now: context.now() };
      const now = accepted(await putHold(database, comment.id, act));
      return desk.send(reply, moderator, { ...comment, ...now });
    },
  );

  app.delete(
    '/v1/moderation/comments/:id/hold',
    {
      schema: {
        operationId: 'liftHold',
        summary: 'Lifts a hold',
        description:
          'For administrators. What the author has withdrawn meanwhile is erased now. Without a hold it changes nothing.',
        params: CommentParams,
        response: deskAnswers(good),
      },
    },
    async (request, reply) => {
      const { moderator } = request;
      const comment = await desk.findOwn(moderator, request.params.id, () => 'hold');
      const act = { actor: moderator.name, now: context.now() };
      const now = accepted(await liftHold(database, comment.id, act));
      return desk.send(reply, moderator, { ...comment, ...now });
    },
  );
}
