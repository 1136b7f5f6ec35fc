/* What the backend says about itself, and which tests it cannot take. */
import type { Static } from 'typebox';
import { Capabilities } from '../../src/contract/capabilities.js';
import { LIMITS } from '../../src/contract/limits.js';
import type { ProposalKind } from '../../src/contract/proposals.js';
import { type Permission, Session } from '../../src/contract/staff.js';
import { bodyOf, send } from './client.js';
import { options } from './options.js';

const query = options.site ? `?site=${encodeURIComponent(options.site)}` : '';

/** What the site under test offers. */
export const capabilities: Static<typeof Capabilities> = bodyOf(
  Capabilities,
  await send(`/v1/capabilities${query}`),
);

/** Name of the site under test. */
export const site: string = capabilities.site;

/** Header of the moderator. */
export const authorization: Record<string, string> = {
  authorization: `Bearer ${options.token ?? ''}`,
};

/** The moderator whose token was given. */
export const session: Static<typeof Session> | undefined = options.token
  ? bodyOf(Session, await send('/v1/moderation/session', { headers: authorization }))
  : undefined;

type Skip = { skip: string | false };

function skipFirst(...reasons: (string | false)[]): Skip {
  return { skip: reasons.find((reason) => reason !== false) ?? false };
}

const { body, bodyBytes } = capabilities.limits;

/** The longest text of this site, of emoji with eight bytes each. */
export const longText = '👍🏽'.repeat(Math.min(body, Math.floor((bodyBytes ?? Infinity) / 8)));

const before = capabilities.moderation === 'before';
const unwritable =
  (!capabilities.open && 'the site takes no comments at present') ||
  (capabilities.identity === 'required' && 'the site asks for a sign-in') ||
  (capabilities.captcha.length > 0 &&
    !capabilities.captcha.includes('pow') &&
    'the typed code cannot be solved by a program');
const unmoderated = !session && 'needs --token of a moderator';

/** What the token must allow. */
const allowed = (permission: Permission): string | false =>
  session?.permissions.includes(permission) ? false : `needs --token of one who may ${permission}`;

/** Whether one person is enough. */
const alone = (kind: ProposalKind): string | false =>
  session?.twoPersons?.[site]?.includes(kind) ? 'the site asks for two persons' : false;

/** Options for tests that need something; they say why a test is skipped. */
export const needs = {
  /** Comments can be sent. */
  writing: skipFirst(unwritable),
  /** Comments can be sent and are seen afterwards. */
  publishing: skipFirst(unwritable, before && (unmoderated || allowed('decide'))),
  /** A limit of bytes that a text within the limit of characters can pass. */
  bodyBytes: skipFirst(
    unwritable,
    before && (unmoderated || allowed('decide')),
    bodyBytes === undefined && 'a text has no limit of bytes here',
    20 * body < (bodyBytes ?? 0) && 'a text of so many bytes has too many characters here',
  ),
  /** Texts so long that half a hundred do not fit on one page, and a moderator who answers with such texts. */
  longTexts: skipFirst(
    unwritable,
    unmoderated,
    allowed('decide'),
    allowed('reply'),
    alone('reply'),
    50 * Buffer.byteLength(longText) < 1.5 * LIMITS.pageBytes && 'texts are short here',
  ),
  /** A comment waits for review. */
  review: skipFirst(unwritable, !before && 'the site publishes at once'),
  /** A moderator, and comments to decide on. */
  moderator: skipFirst(unwritable, unmoderated, allowed('decide')),
  /** One who may reply officially, and comments to reply to. */
  publisher: skipFirst(
    unwritable,
    unmoderated,
    allowed('decide'),
    allowed('reply'),
    alone('reply'),
  ),
  /** One who may erase, and comments to erase. */
  eraser: skipFirst(unwritable, unmoderated, allowed('decide'), allowed('erase'), alone('erasure')),
  /** One who may erase and reply, where both need two persons. */
  proposer: skipFirst(
    unwritable,
    unmoderated,
    allowed('decide'),
    allowed('erase'),
    allowed('reply'),
    !(alone('erasure') && alone('reply')) && 'the site does not ask for two persons',
  ),
  /** One who may put comments under a legal hold. */
  holder: skipFirst(unwritable, unmoderated, allowed('decide'), allowed('hold')),
  /** One who may make tokens. */
  staff: skipFirst(unwritable, unmoderated, allowed('staff')),
  /** A moderator and a comment that waits for review. */
  moderatedReview: skipFirst(
    unwritable,
    unmoderated,
    allowed('decide'),
    !before && 'the site publishes at once',
  ),
  /** A moderator only. */
  token: skipFirst(unmoderated),
  plainModerator: skipFirst(
    unmoderated,
    session?.role === 'administrator' && 'the token is one of an administrator',
  ),
  administrator: skipFirst(
    unwritable,
    unmoderated,
    session?.role !== 'administrator' && 'needs --token of an administrator',
  ),
  proof: skipFirst(unwritable, !capabilities.captcha.includes('pow') && 'no proof of work here'),
  code: skipFirst(!capabilities.captcha.includes('code') && 'no typed code here'),
  contact: skipFirst(unwritable, capabilities.contact === 'off' && 'the site asks for no contact'),
  noContact: skipFirst(capabilities.contact !== 'off' && 'the site asks for a contact'),
  origin: skipFirst(!options.origin && 'needs --origin from the allow-list of the site'),
  closed: skipFirst(capabilities.open && 'the site is open'),
  threadQuery: skipFirst(!capabilities.threadQuery && 'threads are named in the path only'),
} satisfies Record<string, Skip>;
