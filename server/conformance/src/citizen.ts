/* What a citizen's page does. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  CommentPage,
  Counts,
  type Draft,
  type ListedComment,
  Receipt,
  ReceiptStatus,
} from '../../src/contract/comments.js';
import { Problem, PROBLEM_STATUS, type ProblemKey } from '../../src/contract/problems.js';
import { type Answer, bodyOf, send, type Sending } from './client.js';
import { captchaFor } from './proofs.js';
import { capabilities, site } from './setting.js';

/** A draft that was accepted. */
export interface Submission {
  thread: string;
  key: string;
  draft: Draft;
  receipt: Receipt;
}

/** Where a request goes, and under which key. */
interface Posting {
  key?: string | null;
  base?: string;
  headers?: Record<string, string>;
}

/** Makes a key that no thread has had, so that the suite can run again on the same backend. */
export const newThread = (): string => `conformance-${randomUUID()}`;

/** Path of a thread on the site under test. */
export const threadPath = (thread: string): string =>
  `/v1/sites/${encodeURIComponent(site)}/threads/${encodeURIComponent(thread)}`;

/** Path of the comments of a thread. */
export const commentsPath = (thread: string): string => `${threadPath(thread)}/comments`;

/** A draft that only lacks the captcha. */
export function newDraft(fields: Partial<Draft> = {}): Draft {
  return {
    body: `Conformance ${randomUUID()}`,
    consent: { version: capabilities.consent.version, at: new Date().toISOString() },
    ...fields,
  };
}

/** Sends whatever it is given as a draft. */
export function post(thread: string, json: unknown, posting: Posting = {}): Promise<Answer> {
  const { key = randomUUID(), base, headers } = posting;
  return send(commentsPath(thread), {
    method: 'POST',
    json,
    headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
    ...(base ? { base } : {}),
  });
}

/** Sends whatever it is given, as it is, in the place of a draft. */
export function postRaw(
  raw: Sending['raw'],
  type: string | null = 'application/json',
): Promise<Answer> {
  const headers = {
    'idempotency-key': randomUUID(),
    ...(type === null ? {} : { 'content-type': type }),
  };
  return send(commentsPath(newThread()), { method: 'POST', headers, ...(raw ? { raw } : {}) });
}

/** Sends a draft the way it is meant to be, and gets the receipt. */
export async function submit(
  thread: string,
  fields: Partial<Draft> = {},
  key: string = randomUUID(),
): Promise<Submission> {
  const captcha = await captchaFor(thread);
  const draft = newDraft({ ...fields, ...(captcha ? { captcha } : {}) });
  const receipt = bodyOf(Receipt, await post(thread, draft, { key }), 201, 202);
  return { thread, key, draft, receipt };
}

/** One page of a thread. */
export async function listPage(
  thread: string,
  query: Record<string, string | number> = {},
  base?: string,
): Promise<CommentPage> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, `${value}`);
  const path = `${commentsPath(thread)}?${search.toString()}`;
  return bodyOf(CommentPage, await send(path, base ? { base } : {}));
}

/** All pages of a thread, one after the other; `between` runs after each. */
export async function listAll(
  thread: string,
  query: Record<string, string | number> = {},
  between: (read: ListedComment[]) => Promise<void> = () => Promise.resolve(),
): Promise<ListedComment[]> {
  const items: ListedComment[] = [];
  let cursor: string | null = null;
  do {
    const page: CommentPage = await listPage(thread, { ...query, ...(cursor ? { cursor } : {}) });
    assert.ok(page.items.length > 0 || page.nextCursor === null, 'an empty page before the last');
    items.push(...page.items);
    cursor = page.nextCursor;
    assert.ok(items.length <= 1000, 'the pages of the thread do not end');
    await between(items);
  } while (cursor);
  return items;
}

/** What the receipt number tells. */
export async function readReceipt(token: string): Promise<ReceiptStatus> {
  return bodyOf(ReceiptStatus, await send(`/v1/receipts/${encodeURIComponent(token)}`));
}

/** Withdraws a comment with its receipt number. */
export async function withdraw(token: string): Promise<ReceiptStatus> {
  return bodyOf(ReceiptStatus, await send(`/v1/receipts/${token}`, { method: 'DELETE' }));
}

/** Numbers of published comments. */
export async function countThreads(threads: string[]): Promise<Map<string, number>> {
  const answer = await send(`/v1/sites/${encodeURIComponent(site)}/counts`, {
    method: 'POST',
    json: { threads },
  });
  return new Map(bodyOf(Counts, answer).counts.map(({ thread, count }) => [thread, count]));
}

/** Asserts that an answer is this problem, and of these particulars. */
export function assertRefused(
  answer: Answer,
  key: ProblemKey,
  particulars: { pointer?: string; field?: string; limit?: number; reason?: string } = {},
): void {
  const problem = bodyOf(Problem, answer, PROBLEM_STATUS[key]);
  assert.equal(problem.type, `/problems/${key}`, answer.text.slice(0, 500));
  const { pointer, field, limit, reason } = particulars;
  if (reason !== undefined) assert.equal(problem.reason, reason, answer.text);
  if (pointer === undefined) return;
  const found = problem.errors?.filter((one) => one.pointer === pointer) ?? [];
  assert.ok(found.length, `no error at ${pointer || 'the whole'}: ${answer.text.slice(0, 500)}`);
  if (field !== undefined) assert.equal(found[0]?.key, field, answer.text.slice(0, 500));
  if (limit !== undefined) assert.equal(found[0]?.limit, limit, answer.text.slice(0, 500));
}
