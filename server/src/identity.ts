/* Who wrote, where the host's own sign-in says so. The name is kept behind the scenes and never shown. */
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Site } from './context.js';
import { ServiceProblem } from './problems.js';

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
 * The subject of a sign-in token.
 *
 * @returns null where the site has no sign-in, or does not insist on it and none was sent
 * @throws ServiceProblem `identity`, or `unavailable` while the keys cannot be fetched
 */
export async function findSubject(site: Site, token: string | undefined): Promise<string | null> {
  const { identity } = site;
  if (!identity) return null;
  if (!token) {
    if (identity.required) throw new ServiceProblem('identity');
    return null;
  }
  const { issuer, audience } = identity;
  try {
    const { payload } = await jwtVerify(token, keySet(identity.jwks), {
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
    });
    if (payload.sub && /^[^\p{Cc}]{1,255}$/u.test(payload.sub)) return payload.sub;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    // Without a code it is the network; these three are of the answer that should have held the keys.
    if (!code.startsWith('ERR_J') || UNREACHABLE.includes(code)) {
      throw new ServiceProblem('unavailable', { retryAfter: 5 });
    }
  }
  throw new ServiceProblem('identity');
}
