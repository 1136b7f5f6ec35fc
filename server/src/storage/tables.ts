/* The tables. Times are milliseconds since 1970, ids are texts, and the SQL is what SQLite and PostgreSQL share. */
import type { AuditAction } from '../contract/moderation.js';
import type { Kind, Status } from '../contract/comments.js';
import type { ProposalKind } from '../contract/proposals.js';
import type { Role } from '../contract/staff.js';

/** A page's thread. It has a row from its first comment on. */
export interface ThreadTable {
  /** Hash of site and key. It needs no look-up, and is short however long the key is. */
  id: string;
  site: string;
  /** The key as it is kept; empty once all comments of the thread are erased. */
  key: string;
  /**
   * Counts every public change. A comment takes its place in the lists from it, under the lock of this row:
   * so places grow in the order in which readers can see them, whatever the clock does.
   */
  revision: number;
  /** Items of the thread's own list. */
  listed: number;
  /** Published comments, replies included. */
  published: number;
}

export interface CommentTable {
  /** UUID of version 7: sorts by the time it was received. */
  id: string;
  thread_id: string;
  site: string;
  /** The comment it replies to, or the empty string: PostgreSQL cannot sort by an index behind IS NULL. */
  parent_id: string;
  kind: Kind;
  status: Status;
  body: string;
  lang: string | null;
  author_name: string | null;
  contact: string | null;
  identity: string | null;
  created_at: number;
  published_at: number | null;
  updated_at: number;
  /** Its place in the lists; null while it is in none. */
  position: number | null;
  reply_count: number;
  report_count: number;
  version: number;
  reason_code: string | null;
  reason_note: string | null;
  consent_version: string;
  consent_at: number;
  receipt_hash: string | null;
  idempotency_hash: string;
  /** Keyed hash of the request that came with the key; null when the comment is erased. */
  request_hash: string | null;
  imported_at: number | null;
  imported_by: string | null;
  imported_from: string | null;
  /** When it was put under a legal hold; null while it is under none. */
  held_at: number | null;
  held_by: string | null;
  hold_reason: string | null;
}

export interface ReportTable {
  id: string;
  comment_id: string;
  site: string;
  reason: string;
  note: string | null;
  at: number;
  /** Keyed hash of the reader's address and the day: one report a reader. After two days the row's own id. */
  reporter: string;
}

/** The audit. Rows are added, never changed or removed; only their place in the chain is written later. */
export interface AuditTable {
  id: string;
  site: string;
  at: number;
  actor: string;
  action: AuditAction;
  comment_id: string | null;
  reason_code: string | null;
  /** How many things it is about. */
  count: number | null;
  /** Words about it, such as the name of whom it is about; never those of a comment. */
  detail: string | null;
  /** Its number in the chain of its site; null until it is linked, and for good when it was imported. */
  sequence: number | null;
  /** Hash of the entry and of the hash before it. */
  hash: string | null;
  /** When it was imported; null for an entry of this service. */
  imported_at: number | null;
  imported_by: string | null;
  /** The sites that it came through, the latest one last. */
  imported_from: string | null;
}

/** The latest entry in the chain of a site. Whoever links entries locks this row. */
export interface AuditHeadTable {
  site: string;
  sequence: number;
  hash: string;
}

/** A token that lets a member of staff in. */
export interface StaffTokenTable {
  /** UUID of version 7, or made of the hash where the token is one of the configuration. */
  id: string;
  /** How it came to be: made by an administrator, got by signing in, or revoked although the configuration has it. */
  kind: 'token' | 'session' | 'configured';
  token_hash: string;
  name: string;
  role: Role;
  /** JSON: names of sites, or `["*"]`. */
  sites: string;
  created_at: number;
  /** The actor, or the account at the identity provider that a session is for. */
  created_by: string;
  /** Null for a token of the configuration, which says itself when it ends. */
  expires_at: number | null;
  /** When a session ends unless it is used before; null for what may rest. */
  idle_at: number | null;
  revoked_at: number | null;
  revoked_by: string | null;
  /** Beginning of the day (UTC) on which it was last used. The time of day is nobody's business. */
  last_used_day: number | null;
}

/** What somebody proposed and a second person has to approve. */
export interface ProposalTable {
  /** UUID of version 7. */
  id: string;
  site: string;
  kind: ProposalKind;
  /** The comment to be erased, or to get the reply. */
  comment_id: string;
  /** Text of the reply. */
  body: string | null;
  lang: string | null;
  /** Of the request that proposed a reply; the reply gets them. */
  idempotency_hash: string | null;
  request_hash: string | null;
  proposed_by: string;
  proposed_at: number;
  expires_at: number;
}

export interface UsedChallengeTable {
  id: string;
  forget_at: number;
}

export interface RateTable {
  /** Keyed hash of the kind of request, the reader's address and the day. The row is deleted when its time is over. */
  id: string;
  count: number;
  resets_at: number;
}

/** Which version of the service has made a change of the tables. An older one tells it to the operator. */
export interface UpgradeTable {
  /** Name of the migration. */
  migration: string;
  version: string;
}

export interface Tables {
  thread: ThreadTable;
  comment: CommentTable;
  report: ReportTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  staff_token: StaffTokenTable;
  proposal: ProposalTable;
  used_challenge: UsedChallengeTable;
  rate: RateTable;
  upgrade: UpgradeTable;
}
