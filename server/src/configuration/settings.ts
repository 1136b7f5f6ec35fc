/* Every setting with its type and its default. The checks and `--help` are made from this. */
import { type Static, Type } from 'typebox';
import { PrivacyNotice } from '../contract/capabilities.js';
import { CAPTCHA_KINDS } from '../contract/comments.js';
import { LIMITS } from '../contract/limits.js';
import { ROLES } from '../contract/staff.js';

/** Names and addresses of proxies, separated by commas; an address may have the length of its prefix. */
const PROXIES = '^((loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(/[0-9]{1,3})?)(, *|$))+$';

/** At most `max` in so many seconds; 0 sets no limit. */
const Rate = (max: number, seconds: number) =>
  Type.Object(
    {
      max: Type.Integer({ minimum: 0, default: max }),
      seconds: Type.Integer({ minimum: 1, maximum: 86_400, default: seconds }),
    },
    { additionalProperties: false, default: {} },
  );

const Days = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { default: null });

export const SiteSettings = Type.Object(
  {
    origins: Type.Array(Type.String({ pattern: '^https?://[^/\\s]+$' }), { default: [] }),
    open: Type.Boolean({ default: true }),
    moderation: Type.Enum(['before', 'after'], { default: 'before' }),
    contact: Type.Enum(['off', 'optional'], { default: 'off' }),
    captcha: Type.Array(Type.Enum([...CAPTCHA_KINDS]), {
      default: [...CAPTCHA_KINDS],
      uniqueItems: true,
    }),
    captchaCost: Type.Integer({ minimum: 1, maximum: 100_000, default: 2000 }),
    consent: Type.Object(
      {
        version: Type.String({ minLength: 1, maxLength: 64 }),
        notice: Type.Record(Type.String(), PrivacyNotice, { minProperties: 1 }),
      },
      { additionalProperties: false },
    ),
    identity: Type.Optional(
      Type.Object(
        {
          required: Type.Boolean({ default: false }),
          jwks: Type.String({ pattern: '^https?://' }),
          issuer: Type.String(),
          audience: Type.String(),
        },
        { additionalProperties: false },
      ),
    ),
    reservedNames: Type.Array(Type.String({ minLength: 1 }), { default: [] }),
    officialName: Type.Optional(Type.String({ minLength: 1 })),
    twoPersons: Type.Object(
      {
        erasing: Type.Boolean({ default: false }),
        officialReplies: Type.Boolean({ default: false }),
      },
      { additionalProperties: false, default: {} },
    ),
    bodyLimit: Type.Integer({ minimum: 1, maximum: LIMITS.body, default: LIMITS.body }),
    pendingLimit: Type.Integer({ minimum: 0, default: 20_000 }),
    limits: Type.Object(
      {
        comments: Rate(30, 600),
        typedCodes: Rate(10, 600),
        wrongCaptchas: Rate(60, 600),
        challenges: Rate(120, 600),
        media: Rate(240, 600),
        sounds: Rate(30, 600),
        reports: Rate(10, 600),
        network: Type.Integer({ minimum: 0, default: 10 }),
        thread: Rate(600, 600),
        site: Rate(3000, 600),
        siteTypedCodes: Rate(300, 600),
      },
      { additionalProperties: false, default: {} },
    ),
    retention: Type.Object(
      { contactDays: Days, pendingDays: Days, rejectedDays: Days, publishedDays: Days },
      { additionalProperties: false, default: {} },
    ),
  },
  { additionalProperties: false },
);
export type SiteSettings = Static<typeof SiteSettings>;

export const ModeratorSettings = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64 }),
    tokenHash: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    role: Type.Enum([...ROLES], { default: 'moderator' }),
    expires: Type.Optional(Type.String({ format: 'date' })),
    sites: Type.Array(Type.String(), { minItems: 1 }),
  },
  { additionalProperties: false },
);
export type ModeratorSettings = Static<typeof ModeratorSettings>;

export const OidcSettings = Type.Object(
  {
    // Without TLS, anybody on the way could sign in as anybody; on the same machine nobody is on the way.
    issuer: Type.String({
      pattern: '^(https://[^\\s]+|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[^\\s]*)?)$',
    }),
    clientId: Type.String({ minLength: 1 }),
    clientSecret: Type.Optional(Type.String({ minLength: 1 })),
    scopes: Type.String({ default: 'openid profile', pattern: '(^| )openid( |$)' }),
    nameClaim: Type.String({ minLength: 1, default: 'name' }),
    roleClaim: Type.String({ minLength: 1, default: 'roles' }),
    roles: Type.Record(
      Type.String(),
      Type.Object(
        {
          role: Type.Enum([...ROLES]),
          sites: Type.Array(Type.String(), { minItems: 1, default: ['*'] }),
        },
        { additionalProperties: false },
      ),
      { minProperties: 1 },
    ),
    sessionHours: Type.Integer({ minimum: 1, maximum: 24, default: 8 }),
    idleMinutes: Type.Integer({ minimum: 5, maximum: 480, default: 30 }),
  },
  { additionalProperties: false },
);
export type OidcSettings = Static<typeof OidcSettings>;

export const Settings = Type.Object(
  {
    host: Type.String({ default: '127.0.0.1' }),
    port: Type.Integer({ minimum: 0, maximum: 65_535, default: 8787 }),
    publicUrl: Type.String({ default: '', pattern: '^(https?://[^\\s]+[^/\\s])?$' }),
    trustProxy: Type.Union([Type.Boolean(), Type.String({ pattern: PROXIES })], { default: false }),
    databaseUrl: Type.String({
      default: 'file:comments.sqlite',
      pattern: '^(file:.+|postgres(ql)?://.+)$',
    }),
    databaseReadUrl: Type.String({ default: '', pattern: '^(postgres(ql)?://.+)?$' }),
    databasePool: Type.Integer({ minimum: 1, maximum: 1000, default: 10 }),
    databaseWait: Type.Integer({ minimum: 0, maximum: 3600, default: 30 }),
    shutdownSeconds: Type.Integer({ minimum: 1, maximum: 600, default: 10 }),
    secret: Type.String({ minLength: 32 }),
    logLevel: Type.Enum(['fatal', 'error', 'warn', 'info', 'silent'], { default: 'info' }),
    moderators: Type.Array(ModeratorSettings, { default: [] }),
    moderatorsReply: Type.Boolean({ default: true }),
    staff: Type.Optional(
      Type.Object({ oidc: Type.Optional(OidcSettings) }, { additionalProperties: false }),
    ),
    sites: Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }), SiteSettings, {
      minProperties: 1,
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
  databaseReadUrl: 'DATABASE_READ_URL',
  databasePool: 'DATABASE_POOL',
  databaseWait: 'DATABASE_WAIT',
  shutdownSeconds: 'SHUTDOWN_SECONDS',
  secret: 'SECRET',
  logLevel: 'LOG_LEVEL',
} as const satisfies Partial<Record<keyof Settings, string>>;
