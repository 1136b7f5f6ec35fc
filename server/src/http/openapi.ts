/* Makes the OpenAPI document from the schemas of the routes. */
import swagger from '@fastify/swagger';
import { CodeChallenge, ProofOfWorkChallenge } from '../contract/challenges.js';
import * as comments from '../contract/comments.js';
import * as moderation from '../contract/moderation.js';
import { Problem } from '../contract/problems.js';
import type { App } from './app.js';

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
  comments.Capabilities,
  moderation.Session,
  moderation.ModeratedComment,
  moderation.Queue,
  moderation.Decision,
  moderation.AuditPage,
  moderation.Imported,
];

/** Registers the schemas, and the route that answers with the document. */
export async function documentation(app: App): Promise<void> {
  for (const schema of SCHEMAS) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Comments on public agencies',
        version: '1.1',
        license: { name: 'MIT', identifier: 'MIT' },
        description:
          'Takes comments of citizens, has them reviewed, and shows them. Errors are problem+json (RFC 9457); their `type` is stable.',
      },
      servers: [{ url: '/' }],
      tags: [{ name: 'moderation', description: 'Needs the token of a moderator.' }],
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      },
    },
    refResolver: {
      buildLocalReference: (schema, _baseUri, _fragment, index) =>
        typeof schema['$id'] === 'string' ? schema['$id'] : `schema-${index}`,
    },
  });
  app.get('/v1/openapi.yaml', { schema: { hide: true } }, (_request, reply) =>
    reply
      .headers({ 'content-type': 'application/yaml', 'cache-control': 'public, max-age=3600' })
      .send(app.swagger({ yaml: true })),
  );
}
