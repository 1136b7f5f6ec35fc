/* Receipt numbers: 100 bits in an alphabet that people can read out and type. */
import { hash, type Keys } from './keys.js';

/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;

/**
 * The receipt number of a comment. It is derived, not stored: the database holds only its hash, and yet a
 * repeated request gets the same number again.
 */
export function receiptToken(keys: Keys, commentId: string): string {
  const bytes = keys.sign('receipt', commentId);
  const characters = Array.from({ length: LENGTH }, (_, at) => ALPHABET[(bytes[at] ?? 0) % 32]);
  return characters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** What the database keeps of a receipt number, as a person may have typed it. */
export function receiptHash(token: string): string {
  const plain = token
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return hash('receipt', plain);
}
