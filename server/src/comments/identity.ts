/* Finds out who wrote, from the site's own sign-in. Readers never see the name. */
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { SiteSettings } from '../configuration/settings.js';
import { ServiceProblem } from '../contract/service-problem.js';

const UNREACHABLE = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keySet(address: string) {
  let keys = keySets.get(address);
  if (!keys) {
    keys = createRemoteJWKSet(new URL(address), { timeoutDuration: 3000 });
    keySets.set(address, keys);
  }
  return keys;
}

/**
 * Finds the subject of a sign-in token.
 *
 * @returns null where the site does not insist on a sign-in and no token was sent
 * @throws ServiceProblem `identity`, or `unavailable` while the keys cannot be fetched
 */
export async function findSubject(
  { required, jwks, issuer, audience }: NonNullable<SiteSettings['identity']>,
  token: string | undefined,
): Promise<string | null> {
  if (!token) {
    if (required) throw new ServiceProblem('identity');
    return null;
  }
  try {
    const { payload } = await jwtVerify(token, keySet(jwks), {
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
    });
    if (payload.sub && /^[^\p{Cc}]{1,255}$/u.test(payload.sub)) return payload.sub;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    // No code means the network; these three codes mean an answer without keys.
    if (!code.startsWith('ERR_J') || UNREACHABLE.includes(code)) {
      throw new ServiceProblem('unavailable', { retryAfter: 5 });
    }
  }
  throw new ServiceProblem('identity');
}
