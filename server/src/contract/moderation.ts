/* What moderators send and get. All of it needs a bearer token. */
import { type Static, Type } from 'typebox';
import {
  Comment,
  Id,
  Instant,
  Nullable,
  PAGE_SIZE,
  REJECTION_REASONS,
  REPORT_REASONS,
  STATUSES,
} from './comments.js';
import { LIMITS } from './limits.js';
import { reference } from './reference.js';

/** What says that something was not made here. */
export const Origin = Type.Object(
  {
    by: Type.String({ description: 'The administrator who imported it.' }),
    at: Instant('When it was imported.'),
    from: Type.String({
      description: 'The site that the file names, after those that it came through before.',
    }),
  },
  {
    $id: 'Origin',
    description: 'It came with a file: nothing here can vouch for what it says.',
  },
);

/** An order to keep a comment. */
export const Hold = Type.Object(
  {
    by: Type.String({ description: 'The administrator who ordered it.' }),
    at: Instant('Since when.'),
    reason: Type.String(),
  },
  {
    $id: 'Hold',
    description:
      'A legal hold: nothing erases the comment until it is lifted. When the author withdraws it meanwhile, only administrators see its text.',
  },
);

export const HoldRequest = Type.Object(
  {
    reason: Type.String({
      description: `Why, such as the number of a case: one line of at most ${LIMITS.note} characters. The audit keeps it.`,
    }),
  },
  { $id: 'HoldRequest', additionalProperties: false },
);

export const ModeratedComment = Type.Object(
  {
    ...Comment.properties,
    status: Type.Enum([...STATUSES]),
    site: Type.String(),
    thread: Type.String(),
    contact: Nullable(
      Type.String({ description: 'Null for those who may not see contacts, and when erased.' }),
    ),
    identity: Nullable(
      Type.String({
        description:
          'Subject of the sign-in; null for those who may not see contacts, and when erased.',
      }),
    ),
    version: Type.Integer({ description: 'Counts the changes; the ETag is made of it.' }),
    updatedAt: Instant('When it last changed.'),
    reason: Nullable(
      Type.Object({
        code: Type.Enum([...REJECTION_REASONS]),
        note: Nullable(Type.String()),
      }),
    ),
    reports: Type.Array(
      Type.Object({
        reason: Type.Enum([...REPORT_REASONS]),
        note: Nullable(Type.String()),
        at: Instant('When it was reported.'),
      }),
      { description: 'At most the 20 latest.' },
    ),
    consent: Type.Object({ version: Type.String(), at: Instant('When it was given.') }),
    imported: Nullable(reference(Origin)),
    hold: Nullable(reference(Hold)),
  },
  { $id: 'ModeratedComment' },
);
export type ModeratedComment = Static<typeof ModeratedComment>;

export const QueueQuery = Type.Object(
  {
    site: Type.String(),
    status: Type.Optional(Type.Enum([...STATUSES])),
    reported: Type.Optional(
      Type.Boolean({ description: 'Only comments that readers have reported.' }),
    ),
    q: Type.Optional(
      Type.String({
        maxLength: 200,
        pattern: '^[^\\u0000]*$',
        description:
          'Searches text and name, and for those who may see contacts the contact, letter case aside for ASCII.',
      }),
    ),
    thread: Type.Optional(Type.String()),
    sort: Type.Optional(Type.Enum(['newest', 'oldest'], { default: 'oldest' })),
    cursor: Type.Optional(Type.String()),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: LIMITS.pageSize, default: PAGE_SIZE }),
    ),
  },
  { additionalProperties: false },
);

export const Queue = Type.Object(
  { items: Type.Array(reference(ModeratedComment)), nextCursor: Nullable(Type.String()) },
  { $id: 'Queue' },
);

export const CommentParams = Type.Object({ id: Id('The comment.') });

export const Decision = Type.Object(
  {
    status: Type.Enum(['published', 'rejected', 'withdrawn'], {
      description: '`withdrawn` erases text, name, contact and identity for good.',
    }),
    reasonCode: Type.Optional(
      Type.Enum([...REJECTION_REASONS], { description: 'Needed with `rejected`.' }),
    ),
    note: Type.Optional(
      Type.String({ description: `Words for the author, at most ${LIMITS.note} characters.` }),
    ),
  },
  { $id: 'Decision', additionalProperties: false },
);

export const OfficialReply = Type.Object(
  {
    body: Type.String({
      description: `1 to ${LIMITS.body} characters of plain text, counted and limited as in \`Draft\`.`,
    }),
    lang: Type.Optional(Nullable(Type.String())),
  },
  { additionalProperties: false },
);

export const AUDIT_ACTIONS = [
  'received',
  'published',
  'rejected',
  'withdrawn',
  'replied',
  'reported',
  'dismissed',
  'erased',
  'exported',
  'imported',
  'merged',
  'contacts-read',
  'contacts-searched',
  'token-made',
  'token-revoked',
  'signed-in',
  'signed-out',
  'sign-in-refused',
  'erasure-proposed',
  'erasure-approved',
  'erasure-refused',
  'erasure-lapsed',
  'reply-proposed',
  'reply-approved',
  'reply-refused',
  'reply-lapsed',
  'held',
  'hold-lifted',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AuditQuery = Type.Object(
  {
    site: Type.String(),
    commentId: Type.Optional(Id('Only entries of this comment.')),
    cursor: Type.Optional(Type.String()),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: LIMITS.pageSize, default: PAGE_SIZE }),
    ),
  },
  { additionalProperties: false },
);

export const AuditPage = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Instant('When it happened.'),
        actor: Type.String({
          description:
            'Name of the moderator, or `citizen`, or `service`, or `operator`: whoever runs the command of the service.',
        }),
        action: Type.Enum([...AUDIT_ACTIONS]),
        commentId: Nullable(Type.String()),
        reasonCode: Nullable(Type.String()),
        count: Nullable(
          Type.Integer({ description: 'How many comments it is about, where it is about many.' }),
        ),
        detail: Nullable(
          Type.String({
            description:
              'Words about it, such as the name of whom it is about; never those of a comment.',
          }),
        ),
        sequence: Nullable(
          Type.Integer({
            description:
              'Its number in the chain of the site. Null for a moment, and for good when it was imported.',
          }),
        ),
        hash: Nullable(
          Type.String({
            description: 'SHA-256 over the entry and the hash before it, in hexadecimal digits.',
          }),
        ),
        imported: Nullable(reference(Origin)),
      }),
    ),
    nextCursor: Nullable(Type.String()),
  },
  { $id: 'AuditPage', description: 'Latest first. Entries are never changed or removed.' },
);

export const Imported = Type.Object(
  {
    imported: Type.Integer({ description: 'Comments that were added.' }),
    skipped: Type.Integer({ description: 'Comments that were there already.' }),
    importedEntries: Type.Integer({
      description: 'Entries of the audit that were added. Each is marked as imported.',
    }),
  },
  { $id: 'Imported' },
);
