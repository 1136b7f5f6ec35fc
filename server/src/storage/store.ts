/* Stores new comments: a comment, its proof and its audit entry at once, or nothing. */
import { audit } from './audit.js';
import type { Database } from './database.js';
import { useProofs } from './proofs.js';
import { endProposal } from './proposals.js';
import type { RefusalReason, Result } from './refusals.js';
import { insert, type Submission } from './submissions.js';
import type { CommentTable } from './tables.js';
import { countReplies, ensureThread, placeNew, type Work } from './threads.js';
import { Turns } from './turns.js';

/** What came of a submission: the comment, or undefined when its key was stored meanwhile; or why it was refused. */
type Stored = Result<CommentTable | undefined>;

/** Ends a transaction of several submissions, because some of them are refused. */
class Refusals extends Error {
  readonly refused: readonly Submission[];
  readonly reason: RefusalReason;

  constructor(refused: readonly Submission[], reason: RefusalReason) {
    super(reason);
    this.refused = refused;
    this.reason = reason;
  }
}

function refuse(refused: readonly Submission[], reason: RefusalReason): void {
  if (refused.length > 0) throw new Refusals(refused, reason);
}

/** Refuses replies to what is not published. */
async function checkParents(work: Work, submissions: readonly Submission[]): Promise<void> {
  const replies = submissions.filter(({ parentId }) => parentId !== '');
  if (replies.length === 0) return;
  const parents = await work
    .selectFrom('comment')
    .select('id')
    .where(
      'id',
      'in',
      replies.map(({ parentId }) => parentId),
    )
    .where('thread_id', '=', replies[0]!.threadId)
    .where('status', '=', 'published')
    .execute();
  const shown = new Set(parents.map(({ id }) => id));
  refuse(
    replies.filter(({ parentId }) => !shown.has(parentId)),
    'parent',
  );
}

/** Stores submissions to one thread, or throws Refusals. */
async function storeAll(
  work: Work,
  submissions: readonly Submission[],
): Promise<Map<Submission, CommentTable>> {
  // Comes first: a second request with the same key waits here until this one is done.
  const rows = await insert(work, submissions);
  const stored = [...rows.keys()];
  const [first] = stored;
  if (!first) return rows;
  const { threadId, site, threadKey } = first;
  await ensureThread(work, threadId, site, threadKey);
  const proven = stored.filter(({ proof }) => proof);
  const unused = await useProofs(
    work,
    proven.map(({ proof }) => proof!),
  );
  refuse(
    proven.filter(({ proof }) => !unused.has(proof!)),
    'used-proof',
  );
  const entries = stored.map((submission) => ({
    site,
    at: submission.now,
    actor: submission.actor,
    action: submission.kind === 'official-reply' ? ('replied' as const) : ('received' as const),
    commentId: rows.get(submission)!.id,
  }));
  await audit(work, ...entries);
  // Comes late, because it locks the thread: whoever waits for it waits for little more than the disk.
  const published = stored.filter(({ publish }) => publish);
  if (published.length > 0) {
    await placeNew(
      work,
      threadId,
      published.map((submission) => rows.get(submission)!),
    );
  }
  // Ends proposals under the lock, as everybody does who changes the comment that they are about.
  for (const submission of stored) {
    const { proposalId: id, actor, now } = submission;
    if (id !== undefined && !(await endProposal(work, id, 'approved', { actor, now }))) {
      refuse([submission], 'ended');
    }
  }
  // Reads the parents under the lock, where there is one, so that nobody can withdraw them meanwhile.
  await checkParents(work, stored);
  await countReplies(
    work,
    published.flatMap(({ parentId }) => parentId || []),
  );
  return rows;
}

/** Stores submissions to one thread in one transaction; without those that are refused, if there are any. */
async function storeTogether(
  database: Database,
  submissions: readonly Submission[],
): Promise<Stored[]> {
  const refused = new Map<Submission, RefusalReason>();
  for (;;) {
    const left = submissions.filter((submission) => !refused.has(submission));
    try {
      const rows =
        left.length > 0
          ? await database.transaction().execute((work) => storeAll(work, left))
          : undefined;
      return submissions.map((submission) => {
        const reason = refused.get(submission);
        return reason ? { refused: reason } : { value: rows?.get(submission) };
      });
    } catch (error) {
      if (!(error instanceof Refusals)) throw error;
      for (const submission of error.refused) refused.set(submission, error.reason);
    }
  }
}

/** For each open database, the submissions that wait for others of their thread. */
const waiting = new WeakMap<Database, Turns<Submission, Stored>>();

/**
 * Stores a comment. Those of one thread follow each other: the first is stored alone, and what comes meanwhile together
 * after it. So a thread that all write to has one transaction and one connection, and few statements for many comments.
 *
 * @returns the comment, or undefined when another request has stored one under the same key meanwhile; or why it was
 *   refused: `parent`, `used-proof`, `ended`
 */
export function store(database: Database, submission: Submission): Promise<Stored> {
  let turns = waiting.get(database);
  if (!turns) {
    turns = new Turns((submissions) => storeTogether(database, submissions));
    waiting.set(database, turns);
  }
  return turns.take(submission.threadId, submission);
}
