/* Who may moderate which site. */
import type { Settings } from '../configuration/settings.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Permission, Role } from '../contract/staff.js';
import { permissionsOf } from './permissions.js';

/** The member of staff who sent a request. */
export interface Moderator {
  name: string;
  role: Role;
  /** Names of sites, or `*`. */
  sites: readonly string[];
  permissions: readonly Permission[];
  /** Where the token comes from. */
  kind: 'configured' | 'token' | 'session';
  /** When the token ends, milliseconds since 1970; null if it does not. */
  expiresAt: number | null;
  /** Hash of the token. */
  tokenHash: string;
}

/** Makes a moderator of what is known about a token. */
export const moderatorOf = (
  given: Omit<Moderator, 'permissions'>,
  { moderatorsReply }: Settings,
): Moderator => ({ ...given, permissions: permissionsOf(given.role, moderatorsReply) });

/** The sites that a moderator is responsible for. A site that the configuration no longer has is none. */
export const sitesOf = ({ sites }: Pick<Moderator, 'sites'>, settings: Settings): string[] =>
  Object.keys(settings.sites).filter((site) => sites.includes('*') || sites.includes(site));

/** Whether a moderator may do something. */
export const may = (
  { permissions }: Pick<Moderator, 'permissions'>,
  permission: Permission,
): boolean => permissions.includes(permission);

/**
 * Refuses what the role of the moderator does not allow.
 *
 * @throws ServiceProblem `forbidden`
 */
export function checkPermission(moderator: Moderator, permission: Permission): void {
  if (!may(moderator, permission)) throw new ServiceProblem('forbidden');
}

/**
 * Refuses a site that is not the moderator's, as if there were none, and what the role does not allow.
 *
 * @param permission - what is asked for besides reading
 * @throws ServiceProblem `not-found`, `forbidden`
 */
export function checkAccess(
  moderator: Moderator,
  settings: Settings,
  site: string,
  permission?: Permission,
): void {
  if (!sitesOf(moderator, settings).includes(site)) throw new ServiceProblem('not-found');
  if (permission) checkPermission(moderator, permission);
}
