/* Challenges, and their pictures and sounds. */
import type { Static } from 'typebox';
import { DIGITS } from '../../captcha/code.js';
import { Drawings, type Form } from '../../captcha/drawings.js';
import { checkThreadKey } from '../../comments/submissions.js';
import { type Context, findSite } from '../../context.js';
import {
  AudioQuery,
  Challenge,
  ChallengeParams,
  ChallengeRequest,
} from '../../contract/challenges.js';
import { fieldProblem, ServiceProblem } from '../../contract/service-problem.js';
import { threadId } from '../../storage/threads.js';
import { checkOrigin } from '../access.js';
import { answers, json, media } from '../answers.js';
import type { App } from '../app.js';

export function captchaRoutes(app: App, context: Context): void {
  app.post(
    '/v1/challenges',
    {
      schema: {
        operationId: 'createChallenge',
        summary: 'A new captcha for one thread',
        description:
          'It is good for one comment on this thread, until `expiresAt`. A site names the kinds that it takes in its capabilities.',
        body: ChallengeRequest,
        response: answers({ 201: json('The challenge.', Challenge) }, [
          'not-found',
          'too-large',
          'media-type',
          'validation',
          'rate-limited',
        ]),
      },
    },
    async (request, reply) => {
      const { kind, thread } = request.body;
      const site = findSite(context, request.body.site);
      checkOrigin(context, request, site);
      const id = threadId(site.name, checkThreadKey(thread));
      if (!site.captcha.includes(kind)) throw fieldProblem('/kind', 'not-allowed');
      const { rateLimits } = context;
      await rateLimits.count(rateLimits.ofAddress(site, 'challenges', request.ip));
      void reply.code(201).header('cache-control', 'no-store');
      if (kind === 'pow') {
        const { challenge, expiresAt } = await context.captcha.makeProofOfWork(
          id,
          site.captchaCost,
        );
        return { kind, expiresAt: new Date(expiresAt).toISOString(), challenge };
      }
      const code = context.captcha.makeCode(site.name, id);
      const path = `/v1/challenges/${code.id}`;
      return {
        kind,
        id: code.id,
        expiresAt: new Date(code.expiresAt).toISOString(),
        digits: DIGITS,
        image: `${path}/image`,
        audio: `${path}/audio`,
      };
    },
  );

  const drawings = new Drawings(context.captcha);

  /** Gives a picture or sound. Making one stops all else for some milliseconds, so there is a limit. */
  const drawing = ({ id }: Static<typeof ChallengeParams>, address: string, form: Form): Buffer => {
    const challenge = context.captcha.openCode(id);
    if (!challenge) throw new ServiceProblem('not-found');
    // The challenges of an older version name no site; the last of them ends half an hour after the update.
    if (challenge.site !== undefined) {
      const site = findSite(context, challenge.site);
      const { rateLimits } = context;
      rateLimits.countHere([
        ...rateLimits.ofAddress(site, 'media', address),
        ...(form === 'image' ? [] : rateLimits.ofAddress(site, 'sounds', address)),
      ]);
    }
    return drawings.make(challenge, form);
  };

  app.get(
    '/v1/challenges/:id/image',
    {
      schema: {
        operationId: 'challengeImage',
        summary: 'The picture of the digits',
        description:
          'For people who see. The same digits are spoken at the address `audio` of the challenge.',
        params: ChallengeParams,
        response: answers({ 200: media('The picture. It is the same every time.', 'image/png') }, [
          'not-found',
          'rate-limited',
        ]),
      },
    },
    (request, reply) => {
      const picture = drawing(request.params, request.ip, 'image');
      return reply.header('cache-control', 'no-store').type('image/png').send(picture);
    },
  );

  app.get(
    '/v1/challenges/:id/audio',
    {
      schema: {
        operationId: 'challengeAudio',
        summary: 'The digits, spoken',
        description: 'For people who do not see the picture.',
        params: ChallengeParams,
        querystring: AudioQuery,
        response: answers({ 200: media('The sound. It is the same every time.', 'audio/wav') }, [
          'not-found',
          'validation',
          'rate-limited',
        ]),
      },
    },
    (request, reply) => {
      const lang = /^zh/i.test(request.query.lang ?? 'zh') ? 'zh' : 'en';
      const sound = drawing(request.params, request.ip, lang);
      return reply.header('cache-control', 'no-store').type('audio/wav').send(sound);
    },
  );
}
