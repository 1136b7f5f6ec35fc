/* A site as a file of lines: everything that was kept, with a checksum at the end. */
import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { KINDS, Nullable, STATUSES } from '../contract/comments.js';
import { AUDIT_ACTIONS } from '../contract/moderation.js';
import type { Database } from './database.js';
import type { CommentTable } from './tables.js';
import { ensureThread, nextRevision, threadId, type Work } from './threads.js';

/** Rows that are read or written in one go. */
const BATCH = 500;

const Text = Type.String({ pattern: '^[^\\u0000]*$' });
const Count = Type.Integer();
const Strict = { additionalProperties: false };

export const FirstLine = Type.Object(
  { format: Type.Literal('customs-comments'), version: Type.Literal(1), site: Text },
  Strict,
);

export const LastLine = Type.Object({ count: Count, checksum: Text }, Strict);

const CommentLine = Type.Object(
  {
    type: Type.Literal('comment'),
    thread: Text,
    id: Text,
    parent_id: Text,
    kind: Type.Enum([...KINDS]),
    status: Type.Enum([...STATUSES]),
    body: Text,
    lang: Nullable(Text),
    author_name: Nullable(Text),
    contact: Nullable(Text),
    identity: Nullable(Text),
    created_at: Count,
    published_at: Nullable(Count),
    updated_at: Count,
    position: Nullable(Type.Integer({ minimum: 1 })),
    report_count: Count,
    version: Count,
    reason_code: Nullable(Text),
    reason_note: Nullable(Text),
    consent_version: Text,
    consent_at: Count,
    receipt_hash: Nullable(Text),
    idempotency_hash: Text,
    request_hash: Nullable(Text),
  },
  Strict,
);
export type CommentLine = Static<typeof CommentLine>;

const ReportLine = Type.Object(
  {
    type: Type.Literal('report'),
    id: Text,
    comment_id: Text,
    reason: Text,
    note: Nullable(Text),
    at: Count,
    reporter: Text,
  },
  Strict,
);

const AuditLine = Type.Object(
  {
    type: Type.Literal('audit'),
    id: Text,
    at: Count,
    actor: Text,
    action: Type.Enum([...AUDIT_ACTIONS]),
    comment_id: Nullable(Text),
    reason_code: Nullable(Text),
  },
  Strict,
);

export const ContentLine = Type.Union([CommentLine, ReportLine, AuditLine]);
export type ContentLine = Static<typeof ContentLine>;

/** The rows of one table of a site, by id, a batch at a time. */
async function* rowsOf(
  database: Database,
  site: string,
  table: 'comment' | 'report' | 'audit',
): AsyncGenerator<{ id: string; site: string }[]> {
  let after = '';
  for (;;) {
    const rows = await database
      .selectFrom(table)
      .selectAll()
      .where('site', '=', site)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** The keys of the threads of some comments. */
async function threadKeys(database: Database, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await database
    .selectFrom('thread')
    .select(['id', 'key'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** The lines of the file. */
export async function* exportLines(database: Database, site: string): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  let count = 0;
  const lines = (values: object[]): string => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    checksum.update(text);
    return text;
  };
  yield lines([{ format: 'customs-comments', version: 1, site }]);
  for await (const rows of rowsOf(database, site, 'comment')) {
    const comments = rows as CommentTable[];
    const keys = await threadKeys(
      database,
      comments.map(({ thread_id }) => thread_id),
    );
    count += rows.length;
    yield lines(
      comments.map(({ thread_id, site: _site, reply_count: _count, ...row }) => ({
        type: 'comment',
        thread: keys.get(thread_id),
        ...row,
      })),
    );
  }
  for (const table of ['report', 'audit'] as const) {
    for await (const rows of rowsOf(database, site, table)) {
      count += rows.length;
      yield lines(
        rows.map(({ site: _site, ...row }) => ({
          type: table,
          ...row,
          // Who reported is nobody's business elsewhere.
          ...(table === 'report' && { reporter: row.id }),
        })),
      );
    }
  }
  yield `${JSON.stringify({ count, checksum: `sha256:${checksum.digest('hex')}` })}\n`;
}

/** Highest position of each thread in the file. */
export type Spans = Map<string, number>;

/** Puts the contents of a file into the database. What is there already stays as it is. */
export class Import {
  imported = 0;
  skipped = 0;
  readonly #database: Database;
  readonly #site: string;
  readonly #spans: Spans;
  /** Thread → what is added to the positions of the file, so that they follow those that are there. */
  readonly #bases = new Map<string, number>();

  constructor(database: Database, site: string, spans: Spans) {
    this.#database = database;
    this.#site = site;
    this.#spans = spans;
  }

  /** Adds some lines, in a transaction of their own. */
  add(lines: readonly ContentLine[]): Promise<void> {
    return this.#database.transaction().execute(async (work) => {
      for (const line of lines) {
        if (line.type === 'comment') await this.#addComment(work, line);
        else await this.#addOther(work, line);
      }
    });
  }

  /** Counts anew what the lists of the threads show. */
  async finish(): Promise<void> {
    for (const key of this.#bases.keys()) {
      const id = threadId(this.#site, key);
      await this.#database.transaction().execute(async (work) => {
        // Locked before it is counted; and whoever read during the import gets to know the result.
        await nextRevision(work, id);
        await work
          .updateTable('thread')
          .set(({ selectFrom, fn }) => ({
            listed: selectFrom('comment')
              .select(fn.countAll<number>().as('count'))
              .where('thread_id', '=', id)
              .where('parent_id', '=', '')
              .where('position', 'is not', null),
            published: selectFrom('comment')
              .select(fn.countAll<number>().as('count'))
              .where('thread_id', '=', id)
              .where('status', '=', 'published')
              .where('position', 'is not', null),
          }))
          .where('id', '=', id)
          .execute();
        await work
          .updateTable('comment')
          .set(({ selectFrom, fn }) => ({
            reply_count: selectFrom('comment as reply')
              .select(fn.countAll<number>().as('count'))
              .where('reply.thread_id', '=', id)
              .whereRef('reply.parent_id', '=', 'comment.id')
              .where('reply.position', 'is not', null),
          }))
          .where('thread_id', '=', id)
          .execute();
      });
    }
  }

  async #base(work: Work, key: string): Promise<number> {
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const id = threadId(this.#site, key);
    const span = this.#spans.get(key) ?? 0;
    await ensureThread(work, id, this.#site, key);
    // Takes as many places as the file needs, so that comments published meanwhile get others.
    const { revision } = await work
      .updateTable('thread')
      .set((row) => ({ revision: row('revision', '+', span) }))
      .where('id', '=', id)
      .returning('revision')
      .executeTakeFirstOrThrow();
    this.#bases.set(key, revision - span);
    return revision - span;
  }

  async #addComment(work: Work, { type: _type, thread, ...row }: CommentLine): Promise<void> {
    const base = await this.#base(work, thread);
    const { numInsertedOrUpdatedRows } = await work
      .insertInto('comment')
      .values({
        ...row,
        site: this.#site,
        thread_id: threadId(this.#site, thread),
        position: row.position === null ? null : row.position + base,
        reply_count: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows)) this.imported += 1;
    else this.skipped += 1;
  }

  async #addOther(work: Work, { type, ...row }: Exclude<ContentLine, CommentLine>): Promise<void> {
    const site = this.#site;
    await work
      .insertInto(type)
      .values({ ...row, site })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
