/* Receipt numbers: 100 bits in an alphabet that people can read out and type. */
import { hash, type Keys } from '../configuration/keys.js';

/** Crockford's base 32: no I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;

/**
 * Makes the receipt number of a comment. The database holds only its hash; a repeated request gets the same number
 * because it is derived from the id.
 */
export function receiptToken(keys: Keys, commentId: string): string {
  const bytes = keys.sign('receipt', commentId);
  const characters = Array.from({ length: LENGTH }, (_, at) => ALPHABET[(bytes[at] ?? 0) % 32]);
  return characters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** Makes what the database keeps of a receipt number. People may have typed it in their own way. */
export function receiptHash(token: string): string {
  const plain = token
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return hash('receipt', plain);
}
