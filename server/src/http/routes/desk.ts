/* What all routes of moderators share. */
import type { FastifyReply } from 'fastify';
import type { ModeratorSettings } from '../../configuration/settings.js';
import type { ModeratedComment } from '../../contract/moderation.js';
import type { ProblemKey } from '../../contract/problems.js';
import type { Context } from '../../context.js';
import { checkAccess, findModerator } from '../../moderation/moderators.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { findQueued, type QueuedComment, readReports } from '../../storage/queue.js';
import { answers } from '../answers.js';
import type { App } from '../app.js';
import { BEARER, group } from '../openapi.js';
import { presentModerated } from '../present.js';

/** The answers of a route about one site, which the token may not cover. */
export const deskAnswers = (good: Record<number, object>, keys: ProblemKey[] = []) =>
  answers(good, ['unauthorized', 'forbidden', 'not-found', ...keys]);

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, on the routes behind `guard`. */
    moderator: ModeratorSettings;
  }
}

/** Checks the token before anything else, and says so in the document. */
export function guard(app: App, { settings }: Context): void {
  group('moderation', BEARER)(app);
  app.decorateRequest('moderator');
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    request.moderator = findModerator(settings, request.headers.authorization);
    done();
  });
}

/** Knows what a moderator may see. */
export class Desk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Finds a comment of a site that is the moderator's. Others are `forbidden`. */
  async findOwn(moderator: ModeratorSettings, id: string): Promise<QueuedComment> {
    const { database, settings } = this.#context;
    const comment = await findQueued(database, id);
    if (!comment) throw new ServiceProblem('not-found');
    checkAccess(moderator, settings, comment.site);
    return comment;
  }

  /** Comments as the moderator may see them, with what readers reported. */
  async present(
    moderator: ModeratorSettings,
    comments: readonly QueuedComment[],
  ): Promise<ModeratedComment[]> {
    const reports = await readReports(this.#context.database, comments);
    return comments.map((comment) =>
      presentModerated(comment, reports.get(comment.id) ?? [], moderator.role === 'administrator'),
    );
  }

  /** Answers with a comment as it is, and with the tag for the next decision. */
  async send(reply: FastifyReply, moderator: ModeratorSettings, comment: QueuedComment) {
    const [shown] = await this.present(moderator, [comment]);
    return reply.header('etag', `"${comment.version}"`).send(shown);
  }
}
