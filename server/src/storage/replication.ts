/* Whether a comment with a receipt can be lost when the primary of PostgreSQL dies and a standby takes its place. */
import { sql } from 'kysely';
import type { Database } from './database.js';
import { isPostgres } from './threads.js';

/** Values of `synchronous_commit` with which a commit waits for no standby. */
const WAITING_FOR_NONE = ['off', 'local'];

interface Replication {
  has_standby: boolean;
  names: string;
  commit: string;
}

/** Whether there are standbys, and no commit waits for them. Databases that only speak like PostgreSQL say nothing. */
export async function mayLoseOnFailover(database: Database): Promise<boolean> {
  if (!isPostgres(database)) return false;
  try {
    const { rows } = await sql<Replication>`select
      exists (select 1 from pg_stat_replication) as has_standby,
      current_setting('synchronous_standby_names') as names,
      current_setting('synchronous_commit') as commit`.execute(database);
    const [found] = rows;
    if (!found?.has_standby) return false;
    return found.names === '' || WAITING_FOR_NONE.includes(found.commit);
  } catch {
    return false;
  }
}
