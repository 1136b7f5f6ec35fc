/* What a citizen's page sends and gets. */
import { type Static, type TSchema, Type } from 'typebox';
import { COUNTED, LIMITS } from './limits.js';
import { reference } from './reference.js';
import { ONE_PATH } from './thread-key.js';

/** Entries of a page, unless the request says how many. */
export const PAGE_SIZE = 20;

export const STATUSES = ['pending', 'published', 'rejected', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

export const KINDS = ['comment', 'official-reply'] as const;
export type Kind = (typeof KINDS)[number];

export const REJECTION_REASONS = [
  'off-topic',
  'personal-data',
  'abuse',
  'advertising',
  'illegal',
  'duplicate',
  'other',
] as const;

export const REPORT_REASONS = [
  'spam',
  'abuse',
  'personal-data',
  'false-information',
  'illegal',
  'other',
] as const;

export const CAPTCHA_KINDS = ['pow', 'code'] as const;
export type CaptchaKind = (typeof CAPTCHA_KINDS)[number];

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const Instant = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} RFC 3339, in UTC.` });

/** An id of any form but with NUL, which no text of PostgreSQL can hold. */
export const Id = (description: string) =>
  Type.String({ pattern: '^[^\\u0000]*$', description: `${description} Opaque.` });

export const SiteParams = Type.Object({
  site: Type.String({
    description: 'Name of the site, as the configuration of the service has it.',
  }),
});

/** What a thread's key may be. */
const THREAD_KEY = `Key of the thread, chosen by the page: 1 to ${LIMITS.threadBytes} bytes of UTF-8 without control characters, percent-encoded; not one or two dots, which addresses cannot hold. ${ONE_PATH}.`;

export const ThreadParams = Type.Object({
  ...SiteParams.properties,
  thread: Type.String({ description: THREAD_KEY }),
});

/** The key of a thread as a parameter of the address, for proxies that let no `%2F` through in a path. */
export const ThreadQuery = Type.Object({
  thread: Type.String({
    description: `${THREAD_KEY} A plus sign is \`%2B\`.`,
  }),
});

export const Comment = Type.Object(
  {
    id: Type.String({ description: 'Opaque and stable.' }),
    parentId: Nullable(Type.String({ description: 'The comment that this one answers.' })),
    kind: Type.Enum([...KINDS]),
    status: Type.Enum(['published', 'withdrawn'], {
      description: 'A withdrawn comment is listed only while it has replies, and its text is gone.',
    }),
    body: Type.String({ description: 'Plain text, never HTML. Lines end with a line feed.' }),
    lang: Nullable(Type.String({ description: 'BCP 47 tag of the text.' })),
    authorName: Nullable(Type.String()),
    createdAt: Instant('When the service received it.'),
    publishedAt: Nullable(Instant('When it was published.')),
    replyCount: Type.Integer({
      minimum: 0,
      description: 'Replies that a list of them would show.',
    }),
  },
  { $id: 'Comment', description: 'A comment that everybody may read.' },
);
export type Comment = Static<typeof Comment>;

export const ListedComment = Type.Object(
  {
    ...Comment.properties,
    officialReplies: Type.Array(reference(Comment), {
      maxItems: LIMITS.officialReplies,
      description: `The published official replies to it, oldest first; the first ${LIMITS.officialReplies} where there are more. They are among its replies, too.`,
    }),
  },
  { $id: 'ListedComment', description: 'A comment with what the agency answered to it.' },
);
export type ListedComment = Static<typeof ListedComment>;

// Queries may have more: polyfills of `fetch` add the time, against caches.
export const ListQuery = Type.Object({
  cursor: Type.Optional(Type.String({ description: 'The `nextCursor` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.pageSize, default: PAGE_SIZE })),
  sort: Type.Optional(Type.Enum(['newest', 'oldest'], { default: 'newest' })),
  parentId: Type.Optional(Id('Lists the replies to this comment instead of the thread.')),
});

export const CommentPage = Type.Object(
  {
    items: Type.Array(reference(ListedComment)),
    nextCursor: Nullable(Type.String({ description: 'Opaque and signed; null on the last page.' })),
    total: Type.Integer({ minimum: 0, description: 'How many items all pages hold together.' }),
    published: Type.Integer({
      minimum: 0,
      description: 'Published comments of the thread, replies included, as `counts` says.',
    }),
  },
  { $id: 'CommentPage' },
);
export type CommentPage = Static<typeof CommentPage>;

export const Draft = Type.Object(
  {
    body: Type.String({
      description: `1 to ${LIMITS.body} ${COUNTED} of plain text, at least one of them visible; and no more than \`limits.bodyBytes\` of the capabilities.`,
    }),
    authorName: Type.Optional(
      Nullable(Type.String({ description: `At most ${LIMITS.authorName} characters, one line.` })),
    ),
    contact: Type.Optional(
      Nullable(
        Type.String({
          description: `At most ${LIMITS.contact} characters; never shown, and refused when the site does not ask for it.`,
        }),
      ),
    ),
    parentId: Type.Optional(Nullable(Id('A published comment of the same thread.'))),
    lang: Type.Optional(Nullable(Type.String({ description: 'BCP 47 tag of the text.' }))),
    consent: Type.Object(
      {
        version: Type.String({
          description: 'The version of the privacy notice that was agreed to.',
        }),
        at: Instant(
          'When it was agreed to. A time of more than 24 hours ago, or more than 5 minutes ahead, is not believed: the time of the service is kept instead.',
        ),
      },
      { additionalProperties: false },
    ),
    captcha: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum([...CAPTCHA_KINDS]),
          payload: Type.String({
            description:
              '`pow`: base64 of the JSON {challenge, solution} of the ALTCHA protocol, version 2. `code`: the id of the challenge, a colon, and what was typed.',
          }),
        },
        { additionalProperties: false },
      ),
    ),
    identity: Type.Optional(
      Type.String({ description: "A signed token (JWT) from the host's own sign-in." }),
    ),
  },
  { $id: 'Draft', additionalProperties: false },
);
export type Draft = Static<typeof Draft>;

/** The same as fields of a form without JavaScript. */
export const FormFields = Type.Object(
  {
    idempotencyKey: Type.Optional(Type.String({ description: 'As the header Idempotency-Key.' })),
    body: Type.Optional(Type.String()),
    authorName: Type.Optional(Type.String()),
    contact: Type.Optional(Type.String()),
    consent: Type.Optional(Type.String({ description: 'The version that was agreed to.' })),
    challenge: Type.Optional(Type.String({ description: 'Id of the captcha of kind `code`.' })),
    code: Type.Optional(Type.String({ description: 'What was typed.' })),
    lang: Type.Optional(Type.String({ description: 'Language of the page that answers.' })),
    refresh: Type.Optional(
      Type.String({ description: 'Asks for the form with another captcha; nothing is sent.' }),
    ),
  },
  { $id: 'FormFields' },
);
export type FormFields = Static<typeof FormFields>;

export const Receipt = Type.Object(
  {
    token: Type.String({
      pattern: '^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$',
      description:
        'The receipt number: looks the comment up and withdraws it. Whoever has it may do so; keep it out of logs.',
    }),
    id: Type.String({ description: 'Id of the comment.' }),
    status: Type.Enum([...STATUSES]),
    createdAt: Instant('When the service received it.'),
  },
  { $id: 'Receipt' },
);
export type Receipt = Static<typeof Receipt>;

export const ReceiptStatus = Type.Object(
  {
    id: Type.String(),
    site: Type.String(),
    thread: Type.String(),
    status: Type.Enum([...STATUSES]),
    createdAt: Instant('When the service received it.'),
    updatedAt: Instant('When the status last changed.'),
    reason: Nullable(
      Type.Object({
        code: Type.Enum([...REJECTION_REASONS]),
        note: Nullable(Type.String({ description: 'Words of the moderator, plain text.' })),
      }),
    ),
    held: Type.Optional(
      Type.Boolean({
        description:
          'Whether it is under a legal hold. When it is withdrawn, too, it is hidden, and kept by order until the hold is lifted.',
      }),
    ),
    replies: Type.Array(reference(Comment), {
      description: 'The official replies to it, oldest first.',
    }),
  },
  { $id: 'ReceiptStatus' },
);
export type ReceiptStatus = Static<typeof ReceiptStatus>;

export const CountsRequest = Type.Object(
  { threads: Type.Array(Type.String(), { minItems: 1, maxItems: LIMITS.countThreads }) },
  { additionalProperties: false },
);

export const Counts = Type.Object(
  {
    counts: Type.Array(
      Type.Object({
        thread: Type.String(),
        count: Type.Integer({ minimum: 0, description: 'Published comments, replies included.' }),
      }),
    ),
  },
  { $id: 'Counts' },
);

export const Report = Type.Object(
  {
    reason: Type.Enum([...REPORT_REASONS]),
    note: Type.Optional(Type.String({ description: `At most ${LIMITS.note} characters.` })),
  },
  { additionalProperties: false },
);
