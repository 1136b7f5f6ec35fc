/* What all routes of moderators share. */
import type { FastifyReply } from 'fastify';
import type { ModeratorSettings } from '../../configuration/settings.js';
import type { ModeratedComment } from '../../contract/moderation.js';
import type { ProblemKey } from '../../contract/problems.js';
import type { Context } from '../../context.js';
import { checkAccess, findModerator } from '../../moderation/moderators.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { audit } from '../../storage/audit.js';
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

  /**
   * Records that an administrator gets to see contacts or identities: one entry for a request, however many it
   * shows. A search is recorded too when it finds nothing, but never what was searched for, which may be a contact.
   */
  async recordReading(
    moderator: ModeratorSettings,
    site: string,
    comments: readonly QueuedComment[],
    { isSearch = false } = {},
  ): Promise<void> {
    if (moderator.role !== 'administrator') return;
    const shown = comments.filter(({ contact, identity }) => contact ?? identity);
    if (shown.length === 0 && !isSearch) return;
    const { database, now } = this.#context;
    await audit(database, {
      site,
      at: now(),
      actor: moderator.name,
      action: isSearch ? 'contacts-searched' : 'contacts-read',
      commentId: shown.length === 1 ? shown[0]!.id : undefined,
      count: shown.length,
    });
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
