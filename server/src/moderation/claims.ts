/* What the identity provider says about a person, and what that makes of them here. */
import type { OidcSettings } from '../configuration/settings.js';
import { type Role, ROLES } from '../contract/staff.js';

/** Claims of a person. `sub` is the account, and never changes. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

const stepInto = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** Reads a claim by its name, or by a path such as `realm_access.roles`. A name may hold dots itself. */
export const readClaim = (claims: Claims, path: string): unknown =>
  stepInto(claims, path) ?? path.split('.').reduce<unknown>(stepInto, claims);

/**
 * The role that a person has. Of several, the one that may do most counts, with the sites of all entries that give it.
 *
 * @returns nothing for a person without a role here
 */
export function roleOf(
  claims: Claims,
  { roleClaim, roles }: Pick<OidcSettings, 'roleClaim' | 'roles'>,
): { role: Role; sites: string[] } | undefined {
  const values = [readClaim(claims, roleClaim)].flat();
  const given = values
    .filter((value) => typeof value === 'string' && Object.hasOwn(roles, value))
    .map((value) => roles[value as string]!);
  const role = ROLES.findLast((one) => given.some((entry) => entry.role === one));
  if (role === undefined) return undefined;
  const sites = given.filter((entry) => entry.role === role).flatMap((entry) => entry.sites);
  return { role, sites: [...new Set(sites)] };
}
