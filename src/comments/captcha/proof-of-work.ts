import { writeJson } from '../../json.js';

/*
 * Proof of work of ALTCHA, version 2: finds the first counter whose derived key starts with the
 * given bytes. The browser's own cryptography runs outside the main thread, so the page stays
 * responsive without a worker. A strict content security policy may forbid workers.
 */

interface Parameters {
  readonly algorithm: string;
  readonly nonce: string;
  readonly salt: string;
  readonly cost: number;
  readonly keyLength: number;
  readonly keyPrefix: string;
}

/** An ALTCHA challenge, as the service sends it. */
export interface ProofOfWorkChallenge {
  readonly parameters: Parameters;
  readonly signature: string;
}

/** Offsets of parallel derivations. More than a phone has cores for gain nothing. */
const OFFSETS = [0, 1, 2, 3];

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array((hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16)));

const toHex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Derives the key of a counter, in hexadecimal digits. */
async function derive(parameters: Parameters, counter: number): Promise<string> {
  const nonce = fromHex(parameters.nonce);
  const password = new Uint8Array(nonce.length + 4);
  password.set(nonce);
  new DataView(password.buffer).setUint32(nonce.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const derived = await crypto.subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: fromHex(parameters.salt),
      iterations: parameters.cost,
    },
    key,
    parameters.keyLength * 8,
  );
  return toHex(derived);
}

/**
 * Solves a challenge.
 *
 * @returns the proof for the service: JSON in base64
 * @throws the `AbortError` of the signal
 */
export async function proveWork(
  challenge: ProofOfWorkChallenge,
  signal?: AbortSignal,
): Promise<string> {
  const { parameters } = challenge;
  for (let first = 0; ; first += OFFSETS.length) {
    if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
    const counters = OFFSETS.map((offset) => first + offset);
    const keys = await Promise.all(counters.map((counter) => derive(parameters, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    if (found < 0) continue;
    const solution = { counter: first + found, derivedKey: keys[found] };
    return btoa(writeJson({ challenge, solution }));
  }
}
