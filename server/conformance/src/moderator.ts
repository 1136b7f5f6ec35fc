/* What a moderator's page does. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import { Comment, type Draft } from '../../src/contract/comments.js';
import {
  AuditPage,
  type Decision,
  ModeratedComment,
  Queue,
} from '../../src/contract/moderation.js';
import { listAll, type Submission, submit } from './citizen.js';
import { type Answer, bodyOf, send, type Sending } from './client.js';
import { authorization, site } from './setting.js';

/** Sends a request with the moderator's token. */
export function sendAsModerator(path: string, sending: Sending = {}): Promise<Answer> {
  return send(path, { ...sending, headers: { ...authorization, ...sending.headers } });
}

/** A comment as moderators see it, with the ETag of its version. */
export async function inspect(id: string): Promise<{ comment: ModeratedComment; etag: string }> {
  const answer = await sendAsModerator(`/v1/moderation/comments/${id}`);
  const comment = bodyOf(ModeratedComment, answer);
  const etag = answer.headers.get('etag') ?? '';
  assert.equal(etag, `"${comment.version}"`, 'the ETag is made of the version');
  return { comment, etag };
}

/** Sends a decision; without an ETag, the one in force is asked for first. */
export async function decide(
  id: string,
  decision: Static<typeof Decision>,
  { etag, base }: { etag?: string; base?: string } = {},
): Promise<Answer> {
  return sendAsModerator(`/v1/moderation/comments/${id}`, {
    method: 'PATCH',
    json: decision,
    headers: { 'if-match': etag ?? (await inspect(id)).etag },
    ...(base ? { base } : {}),
  });
}

/** Makes a decision that must succeed. */
export async function decided(
  id: string,
  decision: Static<typeof Decision>,
): Promise<ModeratedComment> {
  return bodyOf(ModeratedComment, await decide(id, decision));
}

/** Publishes a comment where the site has not done so at once. */
export async function publish({ receipt }: Submission): Promise<void> {
  if (receipt.status === 'pending') await decided(receipt.id, { status: 'published' });
}

/** A comment that everybody can read. */
export async function published(thread: string, fields: Partial<Draft> = {}): Promise<Submission> {
  const submission = await submit(thread, fields);
  await publish(submission);
  return submission;
}

/** Sends a comment, has it published, and reads it from the list. */
export async function roundTrip(thread: string, fields: Partial<Draft>): Promise<Comment> {
  const { receipt } = await published(thread, fields);
  const comment = (await listAll(thread)).find(({ id }) => id === receipt.id);
  assert.ok(comment, 'a published comment is not in the list');
  return comment;
}

/** Sends an official reply. */
export function replyOfficially(
  id: string,
  json: unknown,
  key: string | null = randomUUID(),
  base?: string,
): Promise<Answer> {
  return sendAsModerator(`/v1/moderation/comments/${id}/replies`, {
    method: 'POST',
    json,
    headers: key === null ? {} : { 'idempotency-key': key },
    ...(base ? { base } : {}),
  });
}

/** An official reply that must succeed. */
export async function officialReply(id: string, body: string): Promise<Comment> {
  return bodyOf(Comment, await replyOfficially(id, { body }), 201);
}

/** One page of what waits for a moderator. */
export async function queue(
  query: Record<string, string | number | boolean>,
): Promise<Static<typeof Queue>> {
  const search = new URLSearchParams({ site });
  for (const [name, value] of Object.entries(query)) search.set(name, `${value}`);
  return bodyOf(Queue, await sendAsModerator(`/v1/moderation/comments?${search.toString()}`));
}

/** One page of the audit. */
export async function audit(
  query: Record<string, string | number>,
): Promise<Static<typeof AuditPage>> {
  const search = new URLSearchParams({ site });
  for (const [name, value] of Object.entries(query)) search.set(name, `${value}`);
  return bodyOf(AuditPage, await sendAsModerator(`/v1/moderation/audit?${search.toString()}`));
}
