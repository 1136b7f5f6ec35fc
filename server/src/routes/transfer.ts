/* Export and import of a site, for administrators. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Ajv } from 'ajv';
import { SiteParams } from '../contract/comments.js';
import { Imported } from '../contract/moderation.js';
import { reference } from '../contract/reference.js';
import type { Context } from '../context.js';
import { checkAccess, findModerator } from '../moderation/moderators.js';
import { ServiceProblem } from '../problems.js';
import { audit } from '../storage/audit.js';
import {
  type CommentLine,
  ContentLine,
  exportLines,
  FirstLine,
  Import,
  LastLine,
} from '../storage/transfer.js';
import { answers, json, media } from './answers.js';
import type { App } from './app.js';

const TYPE = 'application/x-ndjson';
/** Lines that are kept in one transaction. */
const BATCH = 500;
/** Enough for a few million comments. */
const LIMIT = 2 ** 32;

const ajv = new Ajv();
const isFirst = ajv.compile<object>(FirstLine);
const isLast = ajv.compile<{ count: number; checksum: string }>(LastLine);
const isContent = ajv.compile<ContentLine>(ContentLine);

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new ServiceProblem('checksum');
  }
};

async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

/** Reads the whole file once: only one that is complete and unchanged is imported. */
async function inspect(path: string): Promise<Map<string, number>> {
  const spans = new Map<string, number>();
  let count = -1;
  let last: string | undefined;
  for await (const line of linesOf(path)) {
    if (last !== undefined) {
      const value = parse(last);
      if (!(count < 0 ? isFirst : isContent)(value)) throw new ServiceProblem('checksum');
      count += 1;
      const { type, thread = '', position = 0 } = value as Partial<CommentLine>;
      if (type === 'comment') spans.set(thread, Math.max(spans.get(thread) ?? 0, position ?? 0));
    }
    last = line;
  }
  const end = parse(last ?? '');
  if (!isLast(end)) throw new ServiceProblem('checksum');
  // Of the bytes as they came, not of the lines: a changed line end is a change.
  const checksum = createHash('sha256');
  const length = (await stat(path)).size - Buffer.byteLength(`${last ?? ''}\n`);
  await pipeline(createReadStream(path, { end: length - 1 }), checksum);
  if (end.count !== count || end.checksum !== `sha256:${checksum.digest('hex')}`) {
    throw new ServiceProblem('checksum');
  }
  return spans;
}

export function transferRoutes(app: App, context: Context): void {
  const { database, settings } = context;
  const guarded = { security: [{ bearer: [] }], tags: ['moderation'] };

  app.get(
    '/v1/moderation/sites/:site/export',
    {
      schema: {
        ...guarded,
        operationId: 'exportSite',
        summary: 'Everything that is kept of a site',
        params: SiteParams,
        response: answers({ 200: media('One JSON value a line.', TYPE) }, [
          'unauthorized',
          'forbidden',
          'not-found',
        ]),
      },
    },
    async (request, reply) => {
      const { site } = request.params;
      const moderator = findModerator(settings, request.headers.authorization);
      checkAccess(moderator, settings, site, 'administrator');
      await audit(database, { site, at: context.now(), actor: moderator.name, action: 'exported' });
      void reply.headers({
        'content-type': TYPE,
        'content-disposition': `attachment; filename="${site}.ndjson"`,
        'cache-control': 'no-store',
      });
      return reply.send(Readable.from(exportLines(database, site)));
    },
  );

  // The body is not collected: it goes to a file, and from there into the database in portions.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(TYPE, (_request, payload, done) => done(null, payload));

  app.post(
    '/v1/moderation/sites/:site/import',
    {
      bodyLimit: LIMIT,
      schema: {
        ...guarded,
        operationId: 'importSite',
        summary: 'Adds what an export holds',
        consumes: [TYPE],
        params: SiteParams,
        response: answers({ 200: json('What was added.', reference(Imported)) }, [
          'unauthorized',
          'forbidden',
          'not-found',
          'too-large',
          'media-type',
          'checksum',
        ]),
      },
    },
    async (request) => {
      const { site } = request.params;
      const moderator = findModerator(settings, request.headers.authorization);
      checkAccess(moderator, settings, site, 'administrator');
      const path = join(tmpdir(), `customs-comments-${randomUUID()}.ndjson`);
      try {
        await pipeline(request.body as Readable, createWriteStream(path, { mode: 0o600 }));
        const work = new Import(database, site, await inspect(path));
        let batch: ContentLine[] = [];
        let isFirstLine = true;
        for await (const line of linesOf(path)) {
          const value = parse(line);
          if (!isFirstLine && isContent(value)) batch.push(value);
          isFirstLine = false;
          if (batch.length < BATCH) continue;
          await work.add(batch);
          batch = [];
        }
        await work.add(batch);
        await work.finish();
        await audit(database, {
          site,
          at: context.now(),
          actor: moderator.name,
          action: 'imported',
        });
        return { imported: work.imported, skipped: work.skipped };
      } finally {
        await unlink(path).catch(() => undefined);
      }
    },
  );
}
