/* A site as a file of lines: everything that was kept, with a checksum at the end. */
import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import {
  KINDS,
  Nullable,
  REJECTION_REASONS,
  REPORT_REASONS,
  STATUSES,
} from '../contract/comments.js';
import { AUDIT_ACTIONS } from '../contract/moderation.js';
import type { Database } from './database.js';
import type { AuditHeadTable, CommentTable } from './tables.js';

/** Rows that are read in one go. */
const BATCH = 500;

const Text = Type.String({ pattern: '^[^\\u0000]*$' });
const Count = Type.Integer();
const Strict = { additionalProperties: false };

/** Version 2 names the head of the audit, and lines have what came with it. Version 1 is still read. */
export const FirstLine = Type.Object(
  {
    format: Type.Literal('customs-comments'),
    version: Type.Union([Type.Literal(1), Type.Literal(2)]),
    site: Type.String({ pattern: '^[^\\u0000]*$', maxLength: 200 }),
    audit: Type.Optional(
      Nullable(Type.Object({ sequence: Type.Integer({ minimum: 1 }), hash: Text }, Strict)),
    ),
  },
  Strict,
);
export type FirstLine = Static<typeof FirstLine>;

export const LastLine = Type.Object({ count: Count, checksum: Text }, Strict);

/** What says that the row was imported into the site that the file comes from. */
const ORIGIN = {
  imported_at: Type.Optional(Nullable(Count)),
  imported_by: Type.Optional(Nullable(Text)),
  imported_from: Type.Optional(
    Nullable(Type.String({ pattern: '^[^\\u0000]*$', maxLength: 1000 })),
  ),
};

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
    // The lists of the desk have no word for another one.
    reason_code: Nullable(Type.Enum([...REJECTION_REASONS])),
    reason_note: Nullable(Text),
    consent_version: Text,
    consent_at: Count,
    receipt_hash: Nullable(Text),
    idempotency_hash: Text,
    request_hash: Nullable(Text),
    held_at: Type.Optional(Nullable(Count)),
    held_by: Type.Optional(Nullable(Text)),
    hold_reason: Type.Optional(Nullable(Text)),
    ...ORIGIN,
  },
  Strict,
);
export type CommentLine = Static<typeof CommentLine>;

const ReportLine = Type.Object(
  {
    type: Type.Literal('report'),
    id: Text,
    comment_id: Text,
    reason: Type.Enum([...REPORT_REASONS]),
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
    count: Type.Optional(Nullable(Count)),
    detail: Type.Optional(Nullable(Text)),
    sequence: Type.Optional(Nullable(Count)),
    hash: Type.Optional(Nullable(Text)),
    ...ORIGIN,
  },
  Strict,
);
export type AuditLine = Static<typeof AuditLine>;

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

/**
 * The lines of the file.
 *
 * @param head - the head of the audit. Whoever keeps the file can prove with it that the audit was not changed
 */
export async function* exportLines(
  database: Database,
  site: string,
  head: Pick<AuditHeadTable, 'sequence' | 'hash'> | undefined,
): AsyncGenerator<string> {
  const checksum = createHash('sha256');
  let count = 0;
  const lines = (values: object[]): string => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    checksum.update(text);
    return text;
  };
  const kept = head ? { sequence: head.sequence, hash: head.hash } : null;
  yield lines([{ format: 'customs-comments', version: 2, site, audit: kept }]);
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
