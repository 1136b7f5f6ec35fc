/* Keys for each purpose, made from the one secret of the service. */
import { createHash, createHmac, hkdfSync } from 'node:crypto';

export type Purpose =
  'captcha' | 'code' | 'cursor' | 'drawing' | 'receipt' | 'request' | 'rate' | 'sign-in';

/** Derives a key for each purpose, so that one that leaks says nothing about the others. */
export class Keys {
  readonly #secret: string;
  readonly #derived = new Map<Purpose, Buffer>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** Gives the key of 32 bytes for one purpose. */
  of(purpose: Purpose): Buffer {
    let key = this.#derived.get(purpose);
    if (!key) {
      key = Buffer.from(
        hkdfSync('sha256', this.#secret, '', `customs-comment-server/${purpose}`, 32),
      );
      this.#derived.set(purpose, key);
    }
    return key;
  }

  /** Signs the parts with HMAC-SHA-256. Where a part ends counts: `ab`, `c` differs from `a`, `bc`. */
  sign(purpose: Purpose, ...parts: string[]): Buffer {
    return createHmac('sha256', this.of(purpose)).update(JSON.stringify(parts)).digest();
  }
}

/** SHA-256 in base64url, for what is random enough to need no key. */
export const hash = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
