/*
 * The proof of work of ALTCHA, version 2: the first counter whose derived key begins with the wanted bytes. The
 * derivations are done by the browser's own cryptography beside the page's thread, so the page stays responsive
 * without a worker, which a strict content security policy may forbid.
 */

interface Parameters {
  readonly algorithm: string;
  readonly nonce: string;
  readonly salt: string;
  readonly cost: number;
  readonly keyLength: number;
  readonly keyPrefix: string;
}

/** A challenge of ALTCHA as the service gives it. */
export interface ProofOfWorkChallenge {
  readonly parameters: Parameters;
  readonly signature: string;
}

/** Derivations under way at a time; more than a phone has cores for brings nothing. */
const OFFSETS = [0, 1, 2, 3];

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array((hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16)));

const toHex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key that belongs to a counter, in hexadecimal digits. */
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
 * @returns what the service takes as proof: base64 of JSON
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
    return btoa(JSON.stringify({ challenge, solution }));
  }
}
