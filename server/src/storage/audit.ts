/* The audit: who did what, when. Entries are never changed or removed, and none has a word of a comment. */
import { v7 } from 'uuid';
import type { AuditAction } from '../contract/moderation.js';
import type { Database } from './database.js';
import type { AuditTable } from './tables.js';
import type { Work } from './threads.js';

export interface AuditEntry {
  site: string;
  at: number;
  actor: string;
  action: AuditAction;
  commentId?: string | undefined;
  reasonCode?: string | undefined;
  /** How many things it is about. */
  count?: number | undefined;
  /** Words about it; never those of a comment. */
  detail?: string | undefined;
}

/** Adds entries. The chain takes them in a moment later, so that those who write at once need not wait for each other. */
export async function audit(work: Work | Database, ...entries: AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    id: v7(),
    site: entry.site,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    comment_id: entry.commentId ?? null,
    reason_code: entry.reasonCode ?? null,
    count: entry.count ?? null,
    detail: entry.detail ?? null,
    sequence: null,
    hash: null,
    imported_at: null,
    imported_by: null,
    imported_from: null,
  }));
  await work.insertInto('audit').values(rows).execute();
}

/** Entries of a site or of one comment, latest first. */
export async function readAudit(
  database: Database,
  filter: { site: string; commentId?: string | undefined; before?: string | undefined },
  limit: number,
): Promise<AuditTable[]> {
  let query = database.selectFrom('audit').selectAll().where('site', '=', filter.site);
  if (filter.commentId) query = query.where('comment_id', '=', filter.commentId);
  if (filter.before) query = query.where('id', '<', filter.before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}
