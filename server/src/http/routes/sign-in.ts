/* Signing in at the identity provider of the agency, and out again. */
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context.js';
import { reference } from '../../contract/reference.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { NewSignIn, OpenedSession, SignInAddress, SignInAnswer } from '../../contract/sign-in.js';
import type { SignIn } from '../../moderation/sign-in.js';
import { SignInRefusal } from '../../moderation/sign-in-refusal.js';
import { findStaffToken, revokeStaffToken } from '../../storage/staff.js';
import { sitesOf } from '../../moderation/moderators.js';
import { answers, empty, json } from '../answers.js';
import type { App } from '../app.js';
import { group } from '../openapi.js';

/** Begins and ends a sign-in. Nobody has a token yet. */
export function signInRoutes(app: App, { signIn }: Context): void {
  group('sign-in')(app);
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done();
  });

  /** Tells the log why a sign-in did not work: the person sees less, and the provider's log may be far away. */
  const logged = async <Result>(
    request: FastifyRequest,
    step: (signIn: SignIn) => Promise<Result>,
  ): Promise<Result> => {
    if (!signIn) throw new ServiceProblem('not-found');
    try {
      return await step(signIn);
    } catch (error) {
      if (error instanceof SignInRefusal) {
        const { reason, code } = error;
        request.log.warn({ reason, code }, 'sign-in refused');
      }
      throw error;
    }
  };

  app.post(
    '/v1/moderation/sign-in',
    {
      schema: {
        operationId: 'beginSignIn',
        summary: 'Begins a sign-in at the identity provider of the agency',
        description:
          'For the moderation page. `not-found` where the service has no provider. The address is good for ten minutes.',
        body: reference(NewSignIn),
        response: answers({ 200: json('Where to go next.', reference(SignInAddress)) }, [
          'not-found',
          'too-large',
          'media-type',
          'validation',
          'rate-limited',
        ]),
      },
    },
    async (request) => ({
      address: await logged(request, (one) => one.begin(request.body.secret, request.ip)),
    }),
  );

  app.post(
    '/v1/moderation/session',
    {
      schema: {
        operationId: 'openSession',
        summary: 'Ends a sign-in and opens a session',
        description:
          'Each answer of the provider is taken once, within ten minutes, and only from the page that began the sign-in. The role comes from what the provider says about the person.',
        body: reference(SignInAnswer),
        response: answers({ 201: json('The session.', reference(OpenedSession)) }, [
          'sign-in',
          'not-found',
          'too-large',
          'media-type',
          'validation',
          'rate-limited',
        ]),
      },
    },
    async (request, reply) => {
      const { secret, answer } = request.body;
      const { token, expiresAt } = await logged(request, (one) =>
        one.complete(secret, answer, request.ip),
      );
      return reply.code(201).send({ token, expiresAt: new Date(expiresAt).toISOString() });
    },
  );
}

/** Ends a session. This one stands behind `guard`. */
export function signOutRoutes(app: App, { database, settings, now }: Context): void {
  app.delete(
    '/v1/moderation/session',
    {
      schema: {
        operationId: 'endSession',
        summary: 'Signs out: the session is over in all processes',
        description:
          'For sessions that a sign-in opened. A token that an administrator made is a `conflict`: only an administrator revokes it.',
        response: answers({ 204: empty('The session is over.') }, [
          'unauthorized',
          'conflict',
          'rate-limited',
        ]),
      },
    },
    async ({ moderator }, reply) => {
      if (moderator.kind !== 'session') throw new ServiceProblem('conflict');
      const row = await findStaffToken(database, moderator.tokenHash);
      if (row) {
        const act = { actor: moderator.name, now: now(), sites: sitesOf(moderator, settings) };
        await revokeStaffToken(database, row.id, act, 'signed-out');
      }
      return reply.code(204).send();
    },
  );
}
