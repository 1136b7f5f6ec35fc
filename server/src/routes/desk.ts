/* What all routes of moderators share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ModeratorSettings } from '../configuration/settings.js';
import type { ModeratedComment } from '../contract/moderation.js';
import type { Context } from '../context.js';
import { checkAccess, findModerator } from '../moderation/moderators.js';
import { ServiceProblem } from '../problems.js';
import { findQueued, type QueuedComment, readReports } from '../storage/queue.js';
import type { App } from './app.js';
import { presentModerated } from './present.js';

/** What the documents say of every route for moderators. */
export const GUARDED = { security: [{ bearer: [] }], tags: ['moderation'] };

/** Entries of a page, unless the request says how many. */
export const PAGE_SIZE = 20;

/** Asks for the token before anything else is looked at. */
export function guard(app: App, { settings }: Context): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    let refusal: Error | undefined;
    try {
      findModerator(settings, request.headers.authorization);
    } catch (error) {
      refusal = error as Error;
    }
    done(refusal);
  });
}

/** Knows who asks, and what they may see. */
export class Desk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The moderator of a request; anybody else gets an `unauthorized` problem. */
  moderatorOf(request: FastifyRequest): ModeratorSettings {
    return findModerator(this.#context.settings, request.headers.authorization);
  }

  /** A comment of a site that is the moderator's; others are `forbidden`. */
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
  async sendNow(reply: FastifyReply, moderator: ModeratorSettings, id: string) {
    const comment = (await findQueued(this.#context.database, id))!;
    const [shown] = await this.present(moderator, [comment]);
    return reply.header('etag', `"${comment.version}"`).send(shown);
  }
}
