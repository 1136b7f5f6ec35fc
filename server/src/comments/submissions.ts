/* Takes a comment from the request into the database. The contract says in which order. */
import type { Context, Site } from '../context.js';
import type { Draft } from '../contract/comments.js';
import { LIMITS } from '../contract/limits.js';
import { hash } from '../configuration/keys.js';
import { fieldProblem, type ProblemExtras, ServiceProblem } from '../contract/service-problem.js';
import { findComment } from '../storage/decisions.js';
import { store } from '../storage/store.js';
import type { CommentTable } from '../storage/tables.js';
import { threadId } from '../storage/threads.js';
import { Admission } from './admission.js';
import { replay, withKey } from './idempotency.js';
import { accepted } from './refusals.js';
import { receiptHash, receiptToken } from './receipts.js';
import { isReservedName } from './reserved-names.js';
import { checkText } from './text.js';

export interface SubmissionRequest {
  site: Site;
  threadKey: string;
  idempotencyKey: string | undefined;
  draft: Draft;
  address: string;
}

export interface Outcome {
  comment: CommentTable;
  token: string;
  replayed: boolean;
}

/** Checks the key of a thread, and refuses one that no page could mean. */
export function checkThreadKey(key: string): string {
  const bytes = Buffer.byteLength(key);
  if (/[\u0000-\u001f\u007f]|^\.\.?$/.test(key)) throw fieldProblem('/thread', 'format');
  if (bytes === 0) throw fieldProblem('/thread', 'required');
  if (bytes > LIMITS.threadBytes) {
    throw fieldProblem('/thread', 'too-long', LIMITS.threadBytes, 'bytes');
  }
  return key;
}

/** How long a key gives the receipt once more, and how old a consent may be, in milliseconds. */
const DAY = 86_400_000;
/** How far the clock of a device may be ahead, in milliseconds. */
const AHEAD = 300_000;

/** Whether a device can have agreed at this time. Its clock may be wrong, and anybody may send any time. */
const isCredible = (at: number, now: number): boolean => at >= now - DAY && at <= now + AHEAD;

/** Refuses to give a receipt again after a day: by then, no retry is under way. */
function refuseLate({ created_at }: CommentTable, now: number): void {
  if (now - created_at > DAY) throw new ServiceProblem('already-received');
}

/** Checks a draft and gives what is kept of it. It names all faults at once. */
function checkDraft(site: Site, draft: Draft, now: number) {
  const errors: NonNullable<ProblemExtras['errors']> = [];
  const check = (name: 'body' | 'authorName' | 'contact', limit: number): string | null => {
    const value = draft[name];
    if (value === undefined || value === null) return null;
    const checked =
      name === 'body'
        ? checkText(value, limit, 'many', LIMITS.bodyBytes)
        : checkText(value, limit, 'one');
    if ('text' in checked) return checked.text;
    // An optional field with blanks only counts as left out.
    if (checked.problem === 'blank' && name !== 'body') return null;
    errors.push({
      pointer: `/${name}`,
      key: checked.problem,
      ...(checked.limit !== undefined && { limit: checked.limit }),
    });
    return null;
  };
  const body = check('body', site.bodyLimit) ?? '';
  const authorName = check('authorName', LIMITS.authorName);
  const contact = check('contact', LIMITS.contact);
  if (authorName && isReservedName(authorName, [...site.reservedNames, site.officialName ?? ''])) {
    errors.push({ pointer: '/authorName', key: 'reserved-name' });
  }
  if (contact && site.contact === 'off') errors.push({ pointer: '/contact', key: 'not-allowed' });
  const said = Date.parse(draft.consent.at);
  if (Number.isNaN(said)) errors.push({ pointer: '/consent/at', key: 'format' });
  const lang = canonicalLanguage(draft.lang);
  if (errors.length > 0) throw new ServiceProblem('validation', { errors });
  return { body, authorName, contact, lang, consentAt: isCredible(said, now) ? said : now };
}

/** Brings a language tag into its canonical form; null when there is none. */
export function canonicalLanguage(tag: string | null | undefined): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    throw fieldProblem('/lang', 'format');
  }
}

/** Refuses a reply to what is not shown, before its captcha is looked at. */
async function checkParent({ database }: Context, thread: string, parentId: string): Promise<void> {
  const parent = await findComment(database, parentId);
  const isShown = parent?.thread_id === thread && parent.status === 'published';
  if (!isShown) throw new ServiceProblem('parent');
}

/** Finds the author where the site has its own sign-in; only such a site loads the package that checks tokens. */
async function findAuthor({ identity }: Site, token: string | undefined): Promise<string | null> {
  if (!identity) return null;
  const { findSubject } = await import('./identity.js');
  return findSubject(identity, token);
}

/**
 * Takes a comment.
 *
 * @throws ServiceProblem
 */
export function submit(context: Context, request: SubmissionRequest): Promise<Outcome> {
  const { site, draft } = request;
  const threadKey = checkThreadKey(request.threadKey);
  return withKey(context, site.name, request.idempotencyKey, async (key) => {
    const thread = threadId(site.name, threadKey);
    const { body, authorName, parentId, lang, consent } = draft;
    // Hashes what makes the comment. A retry may bring another proof, agree once more, or come without the contact,
    // which a page does not keep; it is the same comment all the same. Takes the key as it came: so
    // did versions that knew paths in one form only, and a retry may come after an update.
    const said = [body, authorName, parentId, lang].map((value) => value ?? '');
    const hashes = key.hashesOf(hash(site.name, threadKey), ...said, consent.version);
    const outcome = (comment: CommentTable, replayed: boolean): Outcome => ({
      comment,
      token: receiptToken(context.keys, comment.id),
      replayed,
    });

    const admission = new Admission(context, request, thread);
    admission.refuseUnread();
    const earlier = await replay(context.database, key, hashes);
    if (earlier) {
      refuseLate(earlier, context.now());
      return outcome(earlier, true);
    }
    admission.refuse();

    const { consentAt, ...texts } = checkDraft(site, draft, context.now());
    if (consent.version !== site.consent.version) {
      throw new ServiceProblem('consent', { consentVersion: site.consent.version });
    }
    if (!site.open) throw new ServiceProblem('closed');
    const identity = await findAuthor(site, draft.identity);
    if (parentId) await checkParent(context, thread, parentId);
    const proof = await admission.prove();
    const comment = await admission.admit(async () => {
      const result = await store(context.database, {
        ...texts,
        threadId: thread,
        site: site.name,
        threadKey,
        kind: 'comment',
        parentId: parentId ?? '',
        identity,
        consent: { version: consent.version, at: consentAt },
        idempotencyHash: key.hash,
        requestHash: hashes.current,
        receiptHash: (id) => receiptHash(receiptToken(context.keys, id)),
        proof,
        publish: site.moderation === 'after',
        actor: 'citizen',
        now: context.now(),
      });
      return accepted(result);
    });
    if (comment) return outcome(comment, false);
    // Another process was faster with the same key.
    return outcome((await replay(context.database, key, hashes))!, true);
  });
}
