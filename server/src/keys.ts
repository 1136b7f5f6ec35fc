/* What the one secret of the service is used for: a key of its own for each purpose. */
import { createHash, createHmac, hkdfSync } from 'node:crypto';

export type Purpose = 'captcha' | 'code' | 'cursor' | 'receipt' | 'request' | 'rate';

/** Keys derived from the secret, so that what leaks for one purpose says nothing about another. */
export class Keys {
  readonly #secret: string;
  readonly #derived = new Map<Purpose, Buffer>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The key of 32 bytes for one purpose. */
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

  /** HMAC-SHA-256 of the parts; their borders count, so `ab`, `c` is not `a`, `bc`. */
  sign(purpose: Purpose, ...parts: string[]): Buffer {
    return createHmac('sha256', this.of(purpose)).update(JSON.stringify(parts)).digest();
  }
}

/** SHA-256 in base64url, for what is random enough to need no key. */
export const hash = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
