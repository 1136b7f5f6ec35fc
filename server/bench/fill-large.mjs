/* Fills a PostgreSQL with millions of comments. The database makes them itself: that takes minutes, not hours. */
import { openDatabase } from '../dist/storage/database.js';
import { threadId } from '../dist/storage/threads.js';
import { query } from '../test/running/databases.mjs';
import { TEXT } from './scale.mjs';

/** Comments of a usual thread. Every tenth comment is one of the longest thread. */
const USUAL = 500;
/** Comments that one statement makes. */
const BATCH = 500_000;
/** Milliseconds between two comments: ten million come in ten years. */
const BETWEEN = 30_000;

export const threadOf = (number) => `/page/${number}`;

/** Takes what slows the filling down out of the table, and gives the statements that put it back. */
async function takeIndexes(url) {
  const constraints = await query(
    url,
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where conrelid = 'comment'::regclass and contype = 'u'`,
  );
  for (const { name } of constraints)
    await query(url, `alter table comment drop constraint ${name}`);
  const indexes = await query(
    url,
    `select indexname as name, indexdef as definition from pg_indexes
      where tablename = 'comment' and indexname <> 'comment_pkey'`,
  );
  for (const { name } of indexes) await query(url, `drop index ${name}`);
  return [
    ...constraints.map(
      ({ name, definition }) => `alter table comment add constraint ${name} ${definition}`,
    ),
    ...indexes.map(({ definition }) => definition),
  ];
}

/** One statement: comments number $1 to $2. Of a hundred, two are rejected; one of ten thousand waits. */
const FILL = `
  insert into comment (id, thread_id, site, parent_id, kind, status, body, author_name, created_at, published_at,
    updated_at, position, version, consent_version, consent_at, receipt_hash, idempotency_hash, request_hash)
  select
    substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(random, 1, 3) || '-8' ||
      substr(random, 4, 3) || '-' || substr(random, 7, 12),
    ($3::text[])[case when number % 10 = 0 then 1 else 2 + (number % ($5 - 1))::int end],
    'customs', '', 'comment', status, $4 || ' ' || number, 'Reader ' || number, at,
    case when status = 'published' then at end, at, case when status = 'published' then number end, 2, '1', at,
    random, md5(random), md5(random || 'request')
  from (
    select number, at, lpad(to_hex(at), 12, '0') as hex, md5(number || 'comment') as random,
      case when number % 10000 = 7 then 'pending' when number % 50 = 3 then 'rejected' else 'published' end as status
    from (
      select number, (extract(epoch from now()) * 1000)::bigint - ($6 - number) * ${BETWEEN} as at
      from generate_series($1::bigint, $2::bigint) as number
    ) as numbered
  ) as made`;

/**
 * Fills an empty database.
 *
 * @returns how many threads there are; the first one is the longest
 */
export async function fillLarge(url, rows) {
  const database = await openDatabase(url, 1, 30_000, () => undefined);
  await database.destroy();
  const threads = Math.max(2, Math.round(rows / USUAL));
  const keys = Array.from({ length: threads }, (_, at) => threadOf(at));
  const ids = keys.map((key) => threadId('customs', key));
  const restore = await takeIndexes(url);
  for (let first = 1; first <= rows; first += BATCH) {
    const last = Math.min(rows, first + BATCH - 1);
    await query(url, FILL, [first, last, ids, TEXT, threads, rows]);
  }
  await query(
    url,
    `insert into thread (id, site, key, revision, listed, published)
      select made.id, 'customs', made.key, $3, count(comment.position), count(comment.position)
      from unnest($1::text[], $2::text[]) as made (id, key)
        left join comment on comment.thread_id = made.id group by made.id, made.key`,
    [ids, keys, rows],
  );
  for (const statement of restore) await query(url, statement);
  await query(url, 'vacuum analyze');
  return threads;
}
