/* Who is staff: roles, what each may do, and the tokens that let them in. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, PAGE_SIZE, REJECTION_REASONS } from './comments.js';
import { LIMITS } from './limits.js';
import { PROPOSAL_KINDS } from './proposals.js';
import { reference } from './reference.js';

/** From the one who may do least to the one who may do all. */
export const ROLES = ['reader', 'moderator', 'publisher', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What staff may be allowed besides reading the queue and the audit, which all of them may. */
export const PERMISSIONS = [
  'decide',
  'reply',
  'erase',
  'hold',
  'contacts',
  'export',
  'import',
  'staff',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Where a token comes from. */
export const TOKEN_KINDS = ['token', 'session', 'configured'] as const;

const RoleName = Type.Enum([...ROLES], {
  description:
    'A reader decides nothing. A moderator publishes, rejects, and puts reports aside. A publisher also replies officially. An administrator may do everything.',
});

const Sites = Type.Array(Type.String(), { minItems: 1, maxItems: 100 });

export const Session = Type.Object(
  {
    name: Type.String(),
    role: RoleName,
    permissions: Type.Array(Type.Enum([...PERMISSIONS]), {
      description:
        '`decide`: publish, reject, dismiss reports. `reply`: reply officially, and decide on official replies. `erase`: erase for good. `hold`: put comments under a legal hold, and lift it. `contacts`: see and search contact and identity. `staff`: make, list and revoke tokens.',
    }),
    sites: Type.Array(Type.String()),
    twoPersons: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.Enum([...PROPOSAL_KINDS])), {
        description: 'Site → what needs two persons there; only sites where something does.',
      }),
    ),
    rejectionReasons: Type.Array(Type.Enum([...REJECTION_REASONS])),
    expiresAt: Nullable(Instant('When the token ends; null if it does not.')),
    kind: Type.Enum([...TOKEN_KINDS], {
      description: 'What lets the person in, as in `StaffToken`. Only a `session` can be ended.',
    }),
  },
  { $id: 'Session' },
);

export const StaffToken = Type.Object(
  {
    id: Type.String(),
    kind: Type.Enum([...TOKEN_KINDS], {
      description:
        '`token`: made by an administrator. `session`: got by signing in. `configured`: stands in the configuration of the service.',
    }),
    name: Type.String(),
    role: RoleName,
    sites: Type.Array(Type.String(), { description: '`*` stands for all sites.' }),
    createdAt: Nullable(Instant('When it was made.')),
    createdBy: Nullable(
      Type.String({
        description:
          'Who made it, as in the audit; for a session, the account (`sub`) at the identity provider.',
      }),
    ),
    expiresAt: Nullable(Instant('When it ends; null if it does not.')),
    revokedAt: Nullable(Instant('When it was revoked.')),
    revokedBy: Nullable(Type.String()),
    lastUsedOn: Nullable(
      Type.String({ format: 'date', description: 'Day (UTC) on which it was last used.' }),
    ),
  },
  { $id: 'StaffToken', description: 'A token, without its secret part.' },
);
export type StaffToken = Static<typeof StaffToken>;

/** Longest time for which a token is made, days. */
export const LONGEST_DAYS = 366;

/** Days for which a token is made unless the request says otherwise. */
export const DAYS = 90;

export const NewStaffToken = Type.Object(
  {
    name: Type.String({ description: 'Shown in the audit. At most 64 characters.' }),
    role: RoleName,
    sites: Sites,
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: LONGEST_DAYS,
        default: DAYS,
        description: 'Days for which it is good.',
      }),
    ),
  },
  { $id: 'NewStaffToken', additionalProperties: false },
);

export const MadeStaffToken = Type.Object(
  {
    token: Type.String({ description: 'The bearer token. It is shown only now.' }),
    details: reference(StaffToken),
  },
  { $id: 'MadeStaffToken' },
);

export const StaffQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String()),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: LIMITS.pageSize, default: PAGE_SIZE }),
    ),
  },
  { additionalProperties: false },
);

export const StaffPage = Type.Object(
  { items: Type.Array(reference(StaffToken)), nextCursor: Nullable(Type.String()) },
  {
    $id: 'StaffPage',
    description:
      'First the tokens of the configuration, then the others, latest first. Those that have ended stay in it for 30 days.',
  },
);

export const StaffParams = Type.Object({ id: Id('The token.') });
