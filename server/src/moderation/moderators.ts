/* Who may moderate, and what. */
import { timingSafeEqual } from 'node:crypto';
import type { ModeratorSettings, Settings } from '../configuration/settings.js';
import { ServiceProblem } from '../contract/service-problem.js';
import { hashToken } from './tokens.js';

/**
 * Finds the moderator who sent a request.
 *
 * @param authorization - the header
 * @throws ServiceProblem `unauthorized`
 */
export function findModerator(
  { moderators }: Settings,
  authorization: string | undefined,
): ModeratorSettings {
  const token = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const given = Buffer.from(hashToken(token));
  // Compares all of them, so that the time taken does not tell which one it was.
  const [found] = moderators.filter(({ tokenHash }) =>
    timingSafeEqual(Buffer.from(tokenHash), given),
  );
  if (!found) throw new ServiceProblem('unauthorized');
  return found;
}

/** The sites that a moderator is responsible for. */
export const sitesOf = ({ sites }: ModeratorSettings, settings: Settings): string[] =>
  sites.includes('*') ? Object.keys(settings.sites) : sites;

/**
 * Refuses a site that is not the moderator's, and one that asks for a higher role.
 *
 * @throws ServiceProblem `forbidden`, `not-found`
 */
export function checkAccess(
  moderator: ModeratorSettings,
  settings: Settings,
  site: string,
  role?: 'administrator',
): void {
  if (!Object.hasOwn(settings.sites, site)) throw new ServiceProblem('not-found');
  if (!sitesOf(moderator, settings).includes(site)) throw new ServiceProblem('forbidden');
  if (role && moderator.role !== role) throw new ServiceProblem('forbidden');
}
