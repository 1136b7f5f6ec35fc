/* What each role may do. This is the only place that says so. */
import type { Kind, Status } from '../contract/comments.js';
import { type Permission, PERMISSIONS, type Role } from '../contract/staff.js';

const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  reader: [],
  moderator: ['decide'],
  publisher: ['decide', 'reply'],
  administrator: PERMISSIONS,
};

/**
 * What a role may do besides reading.
 *
 * @param moderatorsReply - whether the service lets moderators reply officially, as versions before 0.3 did
 */
export function permissionsOf(role: Role, moderatorsReply: boolean): readonly Permission[] {
  return role === 'moderator' && moderatorsReply ? PERMISSIONS_OF.publisher : PERMISSIONS_OF[role];
}

/** What a decision needs. What the office says in public is decided by those who may speak for it. */
export function permissionFor(kind: Kind, status: Status): Permission {
  if (status === 'withdrawn') return 'erase';
  return kind === 'official-reply' ? 'reply' : 'decide';
}
