/* Export and import of a site, for administrators. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Ajv } from 'ajv';
import { SiteParams } from '../../contract/comments.js';
import { Imported } from '../../contract/moderation.js';
import { reference } from '../../contract/reference.js';
import type { Context } from '../../context.js';
import { checkAccess } from '../../moderation/moderators.js';
import { ServiceProblem } from '../../contract/service-problem.js';
import { audit } from '../../storage/audit.js';
import { linkSite, readHead } from '../../storage/audit-chain.js';
import { Import } from '../../storage/import.js';
import {
  type CommentLine,
  ContentLine,
  exportLines,
  FirstLine,
  LastLine,
} from '../../storage/transfer.js';
import { json, media } from '../answers.js';
import type { App } from '../app.js';
import { deskAnswers } from './desk.js';

const TYPE = 'application/x-ndjson';
/** How many lines one transaction adds. */
const BATCH = 500;
/** Largest file in bytes: enough for a few million comments. */
const LIMIT = 2 ** 32;

/** Longest line in characters. A comment with everything that belongs to it is far shorter. */
const LONGEST_LINE = 1_000_000;
const PREFIX = 'customs-comments-import-';
/** Age at which a file of an import is left over, in milliseconds: no import takes a day. */
const STALE = 86_400_000;

function compileChecks() {
  const ajv = new Ajv();
  return {
    isFirst: ajv.compile<object>(FirstLine),
    isLast: ajv.compile<{ count: number; checksum: string }>(LastLine),
    isContent: ajv.compile<ContentLine>(ContentLine),
  };
}

let compiled: ReturnType<typeof compileChecks> | undefined;

/** Checks of a line. The first import compiles them: few processes ever see one. */
const checks = () => (compiled ??= compileChecks());

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new ServiceProblem('checksum');
  }
};

/** Reads the lines of a file, and refuses one that is too long to be ours. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new ServiceProblem('checksum');
    yield* lines;
  }
  if (rest) yield rest;
}

/** Lets bytes through up to the limit. */
async function* limited(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LIMIT) throw new ServiceProblem('too-large');
    yield chunk;
  }
}

/** Removes the files of processes that ended in the middle of an import. */
async function removeStale(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > STALE) await unlink(path);
  }
}

/** Reads the whole file before anything is imported, and refuses one that is incomplete or changed. */
async function inspect(
  path: string,
): Promise<{ spans: Map<string, number>; from: string; checksum: string }> {
  const { isFirst, isLast, isContent } = checks();
  const spans = new Map<string, number>();
  let count = -1;
  let from = '';
  let last: string | undefined;
  for await (const line of linesOf(path)) {
    if (last !== undefined) {
      const value = parse(last);
      if (!(count < 0 ? isFirst : isContent)(value)) throw new ServiceProblem('checksum');
      if (count < 0) from = (value as FirstLine).site;
      count += 1;
      const { type, thread = '', position = 0 } = value as Partial<CommentLine>;
      if (type === 'comment') spans.set(thread, Math.max(spans.get(thread) ?? 0, position ?? 0));
    }
    last = line;
  }
  const end = parse(last ?? '');
  if (count < 0 || !isLast(end)) throw new ServiceProblem('checksum');
  // Sums the bytes as they came, not the lines: a changed line end is a change too.
  const checksum = createHash('sha256');
  const length = (await stat(path)).size - Buffer.byteLength(`${last ?? ''}\n`);
  await pipeline(createReadStream(path, { end: length - 1 }), checksum);
  if (end.count !== count || end.checksum !== `sha256:${checksum.digest('hex')}`) {
    throw new ServiceProblem('checksum');
  }
  return { spans, from, checksum: end.checksum };
}

export function transferRoutes(app: App, context: Context): void {
  const { database, settings } = context;

  app.get(
    '/v1/moderation/sites/:site/export',
    {
      schema: {
        operationId: 'exportSite',
        summary: 'Everything that is kept of a site',
        description:
          'For administrators. The last line has the number of lines and a checksum. The audit of the site names each export.',
        params: SiteParams,
        response: deskAnswers({ 200: media('One JSON value a line.', TYPE) }),
      },
    },
    async (request, reply) => {
      const { site } = request.params;
      const { moderator } = request;
      checkAccess(moderator, settings, site, 'export');
      void reply.headers({
        'content-type': TYPE,
        'content-disposition': `attachment; filename="${site}.ndjson"`,
      });
      // Gives nothing away, so there is nothing to record.
      if (request.method === 'HEAD') return reply.send(Readable.from([]));
      await audit(database, { site, at: context.now(), actor: moderator.name, action: 'exported' });
      await linkSite(database, site);
      const head = await readHead(database, site);
      return reply.send(Readable.from(exportLines(database, site, head)));
    },
  );

  // Ignores failures: the next start tries again.
  removeStale().catch(() => undefined);

  // Leaves the body as a stream: it goes to a file, and from there into the database in portions.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(TYPE, (_request, payload, done) => done(null, payload));

  app.post(
    '/v1/moderation/sites/:site/import',
    {
      schema: {
        operationId: 'importSite',
        summary: 'Adds what an export holds',
        description:
          'For administrators. The whole file is checked before anything is added. A comment that is there already is left as it is.',
        consumes: [TYPE],
        params: SiteParams,
        response: deskAnswers({ 200: json('What was added.', reference(Imported)) }, [
          'too-large',
          'media-type',
          'checksum',
        ]),
      },
    },
    async (request) => {
      const { site } = request.params;
      const { moderator } = request;
      checkAccess(moderator, settings, site, 'import');
      const path = join(tmpdir(), `${PREFIX}${randomUUID()}`);
      try {
        await pipeline(
          limited((request.body as Readable | undefined) ?? Readable.from([])),
          createWriteStream(path, { mode: 0o600 }),
        );
        const { spans, from, checksum } = await inspect(path);
        const source = { at: context.now(), by: moderator.name, from };
        const work = new Import(database, site, spans, source);
        const { isContent } = checks();
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
          count: work.imported,
          // Names the file: entries that are imported are in no chain here.
          detail: `${from} ${checksum}`,
        });
        const { imported, skipped, importedEntries } = work;
        return { imported, skipped, importedEntries };
      } finally {
        await unlink(path).catch(() => undefined);
      }
    },
  );
}
