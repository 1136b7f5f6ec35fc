/* The default captcha: the citizen's computer works for about a second (ALTCHA protocol, version 2). */
import { randomInt } from 'node:crypto';
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Keys } from '../configuration/keys.js';
import { ServiceProblem } from '../contract/service-problem.js';
import type { Proof } from '../storage/proofs.js';

/**
 * The answer lies between these steps, and a computer has to try every step before it. With the default cost that
 * takes 1.2 million iterations on average: 0.2 s in Chromium on a desktop computer (measured), and about 2 s on a
 * telephone that is a tenth as fast.
 */
const STEPS = [400, 800] as const;

const secrets = (keys: Keys) => ({
  hmacSignatureSecret: keys.sign('captcha', 'challenge').toString('hex'),
  hmacKeySignatureSecret: keys.sign('captcha', 'solution').toString('hex'),
});

/** Makes a challenge for one thread. */
export const makeProofOfWork = (
  keys: Keys,
  thread: string,
  cost: number,
  expiresAt: number,
): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(STEPS[0], STEPS[1]),
    deriveKey,
    expiresAt: Math.floor(expiresAt / 1000),
    data: { thread },
    ...secrets(keys),
  });

interface Payload {
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}

function readPayload(payload: string): Payload {
  try {
    const value = JSON.parse(Buffer.from(payload, 'base64').toString()) as Partial<Payload>;
    const { parameters } = value.challenge ?? {};
    if (typeof parameters?.nonce === 'string' && typeof value.solution?.derivedKey === 'string') {
      return value as Payload;
    }
  } catch {
    // Falls through: a payload that cannot be read is wrong.
  }
  throw new ServiceProblem('captcha', { reason: 'wrong' });
}

/**
 * Checks a solved challenge.
 *
 * @throws ServiceProblem `captcha`
 */
export async function checkProofOfWork(
  keys: Keys,
  thread: string,
  payload: string,
  now: number,
): Promise<Omit<Proof, 'forgetAt'> & { expiresAt: number }> {
  const { challenge, solution } = readPayload(payload);
  const { parameters } = challenge;
  const result = await verifySolution({ challenge, solution, deriveKey, ...secrets(keys) }).catch(
    () => undefined,
  );
  const expiresAt = Number(parameters.expiresAt) * 1000;
  // The library uses the clock of the system, the service its own. Of an expired challenge, the library does not
  // even check the signature.
  if (result?.expired || expiresAt <= now) {
    throw new ServiceProblem('captcha', { reason: 'expired' });
  }
  if (!result?.verified) throw new ServiceProblem('captcha', { reason: 'wrong' });
  if (parameters.data?.['thread'] !== thread) {
    throw new ServiceProblem('captcha', { reason: 'foreign' });
  }
  return { id: `pow:${parameters.nonce}`, expiresAt };
}
