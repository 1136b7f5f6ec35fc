/* Makes the OpenAPI document from the schemas of the routes, and from what the routes of a group share. */
import swagger from '@fastify/swagger';
import { CodeChallenge, ProofOfWorkChallenge } from '../contract/challenges.js';
import { Capabilities } from '../contract/capabilities.js';
import * as comments from '../contract/comments.js';
import * as moderation from '../contract/moderation.js';
import { Problem } from '../contract/problems.js';
import * as signIn from '../contract/sign-in.js';
import * as proposals from '../contract/proposals.js';
import * as staff from '../contract/staff.js';
import { hash } from '../configuration/keys.js';
import type { App } from './app.js';
import { CONTRACT } from './routes/public.js';
import { isKnown } from './tags.js';

const SCHEMAS = [
  Problem,
  ProofOfWorkChallenge,
  CodeChallenge,
  comments.Comment,
  comments.ListedComment,
  comments.CommentPage,
  comments.Draft,
  comments.FormFields,
  comments.Receipt,
  comments.ReceiptStatus,
  comments.Counts,
  Capabilities,
  moderation.Origin,
  moderation.Hold,
  moderation.HoldRequest,
  staff.Session,
  staff.StaffToken,
  staff.NewStaffToken,
  staff.MadeStaffToken,
  staff.StaffPage,
  signIn.NewSignIn,
  signIn.SignInAddress,
  signIn.SignInAnswer,
  signIn.OpenedSession,
  moderation.ModeratedComment,
  moderation.Queue,
  moderation.Decision,
  moderation.AuditPage,
  moderation.Imported,
  proposals.Proposal,
  proposals.ProposalPage,
];

const PROJECT = 'https://github.com/customs-widgets/customs-widgets';

/** Groups of operations. */
const TAGS = {
  service: 'What a site takes and asks for, and whether the service is well. Everybody may ask.',
  comments: 'Lists of comments, their numbers, new comments and reports. Everybody may use them.',
  captcha: 'Challenges, with their pictures and sounds. Everybody may ask for them.',
  receipts: 'What became of a comment. The receipt number is the only key.',
  'sign-in': 'How staff get a token from the identity provider of the agency.',
  moderation: 'Needs the token of a moderator.',
};

/** Says in the document that all routes of a scope are in this group, and what they ask for: nothing by default. */
export const group =
  (tag: keyof typeof TAGS, security: Record<string, string[]>[] = []) =>
  (app: App): void =>
    void app.addHook('onRoute', (route) => {
      route.schema = { tags: [tag], security, ...route.schema };
    });

/** The scheme of `security` for moderators. */
export const BEARER = [{ bearer: [] }];

/** Registers the schemas, and the route that answers with the document. */
export async function documentation(app: App): Promise<void> {
  for (const schema of SCHEMAS) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Comments on public agencies',
        version: CONTRACT,
        contact: { name: 'The customs-widgets maintainers', url: `${PROJECT}/issues` },
        license: { name: 'MIT', identifier: 'MIT' },
        description:
          'Takes comments of citizens, has them reviewed, and shows them. Errors are problem+json (RFC 9457); their `type` is stable.',
      },
      servers: [{ url: '/', description: 'The service that gave this document.' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description:
              'The token of a moderator or an administrator, or that of a session that a sign-in opened.',
          },
        },
      },
    },
    // A route outside of all groups asks for nothing.
    transform: ({ schema, url }) => ({
      schema: { tags: ['service'], security: [], ...schema },
      url,
    }),
    refResolver: {
      buildLocalReference: (schema, _baseUri, _fragment, index) =>
        typeof schema['$id'] === 'string' ? schema['$id'] : `schema-${index}`,
    },
  });
  // The routes do not change once the service runs, so the document is made once.
  let kept: { text: string; tag: string } | undefined;
  app.get('/v1/openapi.yaml', { schema: { hide: true } }, (request, reply) => {
    if (!kept) {
      const text = app.swagger({ yaml: true });
      kept = { text, tag: `"${hash(text)}"` };
    }
    const caching = { etag: kept.tag, 'cache-control': 'public, max-age=3600' };
    void reply.headers(caching);
    if (isKnown(request.headers['if-none-match'], kept.tag)) return reply.code(304).send();
    return reply.type('application/yaml').send(kept.text);
  });
}
