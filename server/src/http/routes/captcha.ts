/* Challenges, and their pictures and sounds. */
import { DIGITS } from '../../captcha/code.js';
import { drawCode } from '../../captcha/picture.js';
import { speakCode } from '../../captcha/voice.js';
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
import { RecentAnswers } from '../recent-answers.js';

/** How many pictures and sounds are kept. A sound has about 160 kB. */
const RENDERED = 100;

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
      await context.rateLimits.count(`challenges/${site.name}`, request.ip, site.limits.challenges);
      void reply.code(201).header('cache-control', 'no-store');
      if (kind === 'pow') {
        const { challenge, expiresAt } = await context.captcha.makeProofOfWork(
          id,
          site.captchaCost,
        );
        return { kind, expiresAt: new Date(expiresAt).toISOString(), challenge };
      }
      const code = context.captcha.makeCode(id);
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

  const rendered = new RecentAnswers<Buffer>(RENDERED);

  /** Draws or speaks a challenge, the same way every time: another view would help a machine to read it. */
  const render = (id: string, kind: string, make: (digits: string) => Buffer): Buffer => {
    const content = context.captcha.openCode(id);
    if (!content) throw new ServiceProblem('not-found');
    const key = `${kind} ${id}`;
    const kept = rendered.get(key);
    if (kept) return kept;
    const made = make(content.digits);
    rendered.set(key, made);
    return made;
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
        response: answers({ 200: media('The picture.', 'image/png') }, ['not-found']),
      },
    },
    (request, reply) => {
      const picture = render(request.params.id, 'image', drawCode);
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
        response: answers({ 200: media('The sound.', 'audio/wav') }, ['not-found', 'validation']),
      },
    },
    (request, reply) => {
      const lang = /^zh/i.test(request.query.lang ?? 'zh') ? 'zh' : 'en';
      const sound = render(request.params.id, lang, (digits) => speakCode(digits, lang));
      return reply.header('cache-control', 'no-store').type('audio/wav').send(sound);
    },
  );
}
