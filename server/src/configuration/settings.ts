/* Every setting: its type, its default and what it means. `--help` and the checks are made of this. */
import { type Static, Type } from 'typebox';
import { CAPTCHA_KINDS, LIMITS, PrivacyNotice } from '../contract/comments.js';
import { ROLES } from '../contract/moderation.js';

/** Names and addresses, with or without the length of a prefix, separated by commas. */
const PROXIES = '^((loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(/[0-9]{1,3})?)(, *|$))+$';

const Rate = (what: string, max: number, seconds: number) =>
  Type.Object(
    {
      max: Type.Integer({ minimum: 0, default: max, description: `${what}; 0 sets no limit.` }),
      seconds: Type.Integer({
        minimum: 1,
        maximum: 86_400,
        default: seconds,
        description: 'Length of that time.',
      }),
    },
    { additionalProperties: false, default: {} },
  );

const Days = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { default: null, description });

export const SiteSettings = Type.Object(
  {
    origins: Type.Array(Type.String({ pattern: '^https?://[^/\\s]+$' }), {
      default: [],
      description:
        'Origins of the pages that may use this site, such as "https://www.example.gov.cn".',
    }),
    open: Type.Boolean({ default: true, description: 'Whether new comments are taken.' }),
    moderation: Type.Enum(['before', 'after'], {
      default: 'before',
      description: '"before" publishes after review, "after" at once.',
    }),
    contact: Type.Enum(['off', 'optional'], {
      default: 'off',
      description: 'Whether the form asks for a contact. It is never shown to readers.',
    }),
    captcha: Type.Array(Type.Enum([...CAPTCHA_KINDS]), {
      default: [...CAPTCHA_KINDS],
      uniqueItems: true,
      description:
        'Kinds of captcha: "pow" (proof of work), "code" (typed digits); [] asks for none.',
    }),
    captchaCost: Type.Integer({
      minimum: 1,
      maximum: 100_000,
      default: 2000,
      description:
        'Cost of one step of the proof of work, in PBKDF2 iterations; a proof takes 400 to 800 steps.',
    }),
    consent: Type.Object(
      {
        version: Type.String({ minLength: 1, maxLength: 64 }),
        notice: Type.Record(Type.String(), PrivacyNotice, { minProperties: 1 }),
      },
      {
        additionalProperties: false,
        description: 'The privacy notice: its version, and its six points in each language.',
      },
    ),
    identity: Type.Optional(
      Type.Object(
        {
          required: Type.Boolean({
            default: false,
            description: 'Whether a comment needs a sign-in.',
          }),
          jwks: Type.String({
            pattern: '^https?://',
            description: 'Address of the public keys (JWK Set) of the sign-in.',
          }),
          issuer: Type.String({ description: 'The `iss` that its tokens name.' }),
          audience: Type.String({ description: 'The `aud` that its tokens name.' }),
        },
        {
          additionalProperties: false,
          description:
            "The host's own sign-in, whose tokens (JWT) name the author behind the scenes.",
        },
      ),
    ),
    reservedNames: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      description: 'Names that citizens may not take, beside the built-in ones such as 管理员.',
    }),
    officialName: Type.Optional(
      Type.String({ minLength: 1, description: 'The name that official replies carry.' }),
    ),
    bodyLimit: Type.Integer({
      minimum: 1,
      maximum: LIMITS.body,
      default: LIMITS.body,
      description: 'Graphemes of a comment.',
    }),
    limits: Type.Object(
      {
        comments: Rate('Comments of one address within `seconds`', 10, 600),
        challenges: Rate('Captchas for one address within `seconds`', 60, 600),
        reports: Rate('Reports of one address within `seconds`', 10, 600),
      },
      {
        additionalProperties: false,
        default: {},
        description: 'How often one address may do what.',
      },
    ),
    retention: Type.Object(
      {
        contactDays: Days('Erases contact and identity after so many days.'),
        pendingDays: Days('Erases comments that nobody has reviewed after so many days.'),
        rejectedDays: Days('Erases rejected comments after so many days.'),
        publishedDays: Days('Erases published comments after so many days.'),
      },
      {
        additionalProperties: false,
        default: {},
        description: 'How long what is kept; null keeps it.',
      },
    ),
  },
  { additionalProperties: false },
);
export type SiteSettings = Static<typeof SiteSettings>;

export const ModeratorSettings = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64, description: 'Shown in the audit.' }),
    tokenHash: Type.String({
      pattern: '^[A-Za-z0-9_-]{43}$',
      description: 'Hash of the token, as "customs-comment-server token" prints it.',
    }),
    role: Type.Enum([...ROLES], {
      default: 'moderator',
      description: 'An administrator may also export, import, and see contacts.',
    }),
    sites: Type.Array(Type.String(), {
      minItems: 1,
      description: 'Names of sites; "*" means all.',
    }),
  },
  { additionalProperties: false },
);
export type ModeratorSettings = Static<typeof ModeratorSettings>;

export const Settings = Type.Object(
  {
    host: Type.String({ default: '127.0.0.1', description: 'Address to listen on.' }),
    port: Type.Integer({
      minimum: 0,
      maximum: 65_535,
      default: 8787,
      description: 'Port to listen on.',
    }),
    publicUrl: Type.String({
      default: '',
      pattern: '^(https?://[^\\s]+[^/\\s])?$',
      description: 'Address under which browsers reach the service, without a slash at its end.',
    }),
    trustProxy: Type.Union([Type.Boolean(), Type.String({ pattern: PROXIES })], {
      default: false,
      description:
        'Whose X-Forwarded-For is believed: "loopback" or addresses of proxies. Wrong, it makes all readers one, or lets them pose as others.',
    }),
    databaseUrl: Type.String({
      default: 'file:comments.sqlite',
      pattern: '^(file:.+|postgres(ql)?://.+)$',
      description: '"file:" and a path for SQLite, or a "postgres://" address.',
    }),
    databasePool: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 10,
      description: 'Connections to PostgreSQL.',
    }),
    databaseWait: Type.Integer({
      minimum: 0,
      maximum: 3600,
      default: 30,
      description: 'Seconds to wait at the start for a PostgreSQL that does not answer yet.',
    }),
    secret: Type.String({
      minLength: 32,
      description:
        'At least 32 random characters, the same in all processes; SECRET_FILE names a file that holds them.',
    }),
    logLevel: Type.Enum(['fatal', 'error', 'warn', 'info', 'silent'], {
      default: 'info',
      description: 'What is logged; no level logs personal data.',
    }),
    moderators: Type.Array(ModeratorSettings, { default: [], description: 'Who may moderate.' }),
    sites: Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }), SiteSettings, {
      minProperties: 1,
      description: 'Name → settings of a site. A name has a-z, 0-9 and "-".',
    }),
  },
  { additionalProperties: false },
);
export type Settings = Static<typeof Settings>;

/** Setting → the environment variable that overrides it. */
export const ENVIRONMENT = {
  host: 'HOST',
  port: 'PORT',
  publicUrl: 'PUBLIC_URL',
  trustProxy: 'TRUST_PROXY',
  databaseUrl: 'DATABASE_URL',
  databasePool: 'DATABASE_POOL',
  databaseWait: 'DATABASE_WAIT',
  secret: 'SECRET',
  logLevel: 'LOG_LEVEL',
} as const satisfies Partial<Record<keyof Settings, string>>;
