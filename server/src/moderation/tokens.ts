/* Tokens of moderators: long random texts. The configuration holds only their hashes. */
import { createHash, randomBytes } from 'node:crypto';

/** The hash of a token. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** Makes a new token, and the hash that goes into the configuration. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}
