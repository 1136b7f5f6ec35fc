/*
 * The typed captcha: digits that are seen or heard. The challenge carries its digits itself, encrypted, so
 * that a flood of challenges fills no table.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';
import type { Keys } from '../configuration/keys.js';

/** How many digits a citizen types. */
export const DIGITS = 4;

const NONCE = 12;
const TAG = 16;

export interface CodeContent {
  digits: string;
  /** Missing in challenges that an older version has made. */
  site?: string;
  thread: string;
  expiresAt: number;
}

/** What a challenge holds, and the number that no other challenge has. */
export interface OpenedCode extends CodeContent {
  nonce: string;
}

/** Makes a challenge for one thread. Its id holds everything. */
export function makeCode(
  keys: Keys,
  { site, thread }: { site: string; thread: string },
  expiresAt: number,
): string {
  const digits = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.of('code'), nonce);
  const content: CodeContent = { digits, site, thread, expiresAt };
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64url');
}

/** Reads what a challenge holds; undefined when it was not made here or was changed. */
export function openCode(keys: Keys, id: string): OpenedCode | undefined {
  const bytes = Buffer.from(id, 'base64url');
  if (bytes.length <= NONCE + TAG) return undefined;
  const nonce = bytes.subarray(0, NONCE);
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys.of('code'), nonce);
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return { ...(JSON.parse(text.toString()) as CodeContent), nonce: nonce.toString('base64url') };
  } catch {
    return undefined;
  }
}

/** Reads digits as people type them: with spaces, full-width, or in another script. */
export function readDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const value = digit.codePointAt(0)!;
      // Digits of a script are ten code points in a row, of which only the first follows a character that is none.
      let zero = value;
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
      return String(value - zero);
    })
    .replace(/[\s\p{Cf}]/gu, '');
}
