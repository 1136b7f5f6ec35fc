/*
 * What the service has to remember of a sign-in that has begun. The browser carries it, sealed, through the provider
 * and back: so any process can end what another one began, and nothing is stored for those who never come back.
 */
import { randomBytes } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { hash, type Keys } from '../configuration/keys.js';
import { SignInRefusal } from './sign-in-refusal.js';

/** Time to enter a password and a second factor, milliseconds. */
const LIFE = 600_000;
const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' };

const random = (): string => randomBytes(32).toString('base64url');

export interface SignInState {
  id: string;
  nonce: string;
  verifier: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The browser is known by the hash of a secret that never leaves its page otherwise. */
const browserOf = (secret: string): string => hash('sign-in', secret);

/** Begins a sign-in of the browser that has this secret. */
export async function sealState(
  keys: Keys,
  secret: string,
  now: number,
): Promise<SignInState & { state: string }> {
  const seconds = Math.floor((now + LIFE) / 1000);
  const begun = { id: random(), nonce: random(), verifier: random(), expiresAt: seconds * 1000 };
  const { id, nonce, verifier } = begun;
  const state = await new EncryptJWT({ nonce, verifier, browser: browserOf(secret) })
    .setProtectedHeader(ALGORITHMS)
    .setJti(id)
    .setExpirationTime(seconds)
    .encrypt(keys.of('sign-in'));
  return { ...begun, state };
}

/**
 * Opens a state that came back.
 *
 * @throws SignInRefusal when it is not ours, or over, or another browser's
 */
export async function openState(
  keys: Keys,
  state: string,
  secret: string,
  now: number,
): Promise<SignInState> {
  const { payload } = await jwtDecrypt(state, keys.of('sign-in'), {
    currentDate: new Date(now),
    requiredClaims: ['jti', 'exp'],
    keyManagementAlgorithms: [ALGORITHMS.alg],
    contentEncryptionAlgorithms: [ALGORITHMS.enc],
  }).catch((error: unknown) => {
    const { code } = error as { code?: string };
    throw new SignInRefusal(code === 'ERR_JWT_EXPIRED' ? 'expired' : 'wrong', code);
  });
  if (payload['browser'] !== browserOf(secret)) throw new SignInRefusal('foreign');
  return {
    id: payload.jti!,
    nonce: payload['nonce'] as string,
    verifier: payload['verifier'] as string,
    expiresAt: payload.exp! * 1000,
  };
}
