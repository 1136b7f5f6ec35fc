/* Puts the lines of an exported site into the database. */
import type { Database } from './database.js';
import type { AuditTable, CommentTable } from './tables.js';
import { ensureThread, nextRevision, recount, threadId, type Work } from './threads.js';
import type { AuditLine, CommentLine, ContentLine } from './transfer.js';

/** Thread → the highest position that the file has in it. */
export type Spans = Map<string, number>;

/** Whose import it is, and of what. */
export interface Source {
  at: number;
  by: string;
  /** The site that the file names. */
  from: string;
}

/**
 * Adds the contents of a file to the database. What is there already stays as it is. What is added is marked: a file
 * can say anything, so its comments and entries never look as if they were made here.
 */
export class Import {
  imported = 0;
  skipped = 0;
  importedEntries = 0;
  readonly #database: Database;
  readonly #site: string;
  readonly #spans: Spans;
  readonly #source: Source;
  /** Thread → what is added to the positions of the file, so that they follow those that are there. */
  readonly #bases = new Map<string, number>();

  constructor(database: Database, site: string, spans: Spans, source: Source) {
    this.#source = source;
    this.#database = database;
    this.#site = site;
    this.#spans = spans;
  }

  /** Adds some lines, in a transaction of their own. */
  add(lines: readonly ContentLine[]): Promise<void> {
    const site = this.#site;
    const comments = lines.filter((line) => line.type === 'comment');
    const reports = lines
      .filter((line) => line.type === 'report')
      .map(({ type: _type, ...row }) => ({ ...row, site }));
    const entries = lines.filter((line) => line.type === 'audit').map((line) => this.#entry(line));
    // Many rows in one statement: a statement for each would cost far more than the row.
    return this.#database.transaction().execute(async (work) => {
      if (comments.length > 0) await this.#addComments(work, comments);
      if (reports.length > 0) {
        const insert = work.insertInto('report').values(reports);
        await insert.onConflict((conflict) => conflict.doNothing()).execute();
      }
      if (entries.length > 0) {
        const insert = work.insertInto('audit').values(entries);
        const { numInsertedOrUpdatedRows } = await insert
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        this.importedEntries += Number(numInsertedOrUpdatedRows);
      }
    });
  }

  /** Counts anew what the lists of the threads show. */
  async finish(): Promise<void> {
    for (const key of this.#bases.keys()) {
      const id = threadId(this.#site, key);
      await this.#database.transaction().execute(async (work) => {
        // Locks the thread before it counts, and gives the lists a new tag.
        await nextRevision(work, id);
        await recount(work, id);
        await work
          .updateTable('comment')
          .set(({ selectFrom, fn }) => ({
            reply_count: selectFrom('comment as reply')
              .select(fn.countAll<number>().as('count'))
              .where('reply.thread_id', '=', id)
              .whereRef('reply.parent_id', '=', 'comment.id')
              .where('reply.position', 'is not', null),
          }))
          .where('id', 'in', ({ selectFrom }) =>
            // The other comments have the right number: an import adds replies and takes none away.
            selectFrom('comment as reply')
              .select('reply.parent_id')
              .where('reply.thread_id', '=', id)
              .where('reply.parent_id', '<>', ''),
          )
          .execute();
      });
    }
  }

  /** The mark of a row, with the sites that it came through before. */
  #origin({ imported_from: before }: { imported_from?: string | null }) {
    const { at, by, from } = this.#source;
    return {
      imported_at: at,
      imported_by: by,
      imported_from: before ? `${before} → ${from}` : from,
    };
  }

  /** An entry of the audit. It has no place in the chain of this site. */
  #entry({ type: _type, ...row }: AuditLine): AuditTable {
    return {
      ...row,
      site: this.#site,
      count: row.count ?? null,
      detail: row.detail ?? null,
      sequence: null,
      hash: null,
      ...this.#origin(row),
    };
  }

  async #base(work: Work, key: string): Promise<number> {
    const known = this.#bases.get(key);
    if (known !== undefined) return known;
    const id = threadId(this.#site, key);
    const span = this.#spans.get(key) ?? 0;
    await ensureThread(work, id, this.#site, key);
    // Reserves as many places as the file needs, so that comments published meanwhile get others.
    const { revision } = await work
      .updateTable('thread')
      .set((row) => ({ revision: row('revision', '+', span) }))
      .where('id', '=', id)
      .returning('revision')
      .executeTakeFirstOrThrow();
    this.#bases.set(key, revision - span);
    return revision - span;
  }

  async #addComments(work: Work, lines: readonly CommentLine[]): Promise<void> {
    const site = this.#site;
    const rows: CommentTable[] = [];
    for (const { type: _type, thread, position, ...row } of lines) {
      const base = await this.#base(work, thread);
      rows.push({
        ...row,
        site,
        thread_id: threadId(site, thread),
        position: position === null ? null : position + base,
        reply_count: 0,
        held_at: row.held_at ?? null,
        held_by: row.held_by ?? null,
        hold_reason: row.hold_reason ?? null,
        ...this.#origin(row),
      });
    }
    const { numInsertedOrUpdatedRows } = await work
      .insertInto('comment')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const added = Number(numInsertedOrUpdatedRows);
    this.imported += added;
    this.skipped += rows.length - added;
  }
}
