/*
 * The pictures and sounds of challenges. Each is made from numbers that belong to its challenge, so every process makes
 * the same one, today and tomorrow: another view of the same digits would help a machine to read them.
 */
import { LRUCache } from 'lru-cache';
import type { Captcha } from './captcha.js';
import type { OpenedCode } from './code.js';
import { drawCode } from './picture.js';
import { speakCode } from './voice.js';

/** How many bytes are kept, to save drawing again what is asked for twice. A sound has about 160 kB, a picture 4 kB. */
const MOST = 8_000_000;

/** What can be asked for: the picture, or the sound in one language. */
export type Form = 'image' | 'zh' | 'en';

export class Drawings {
  readonly #captcha: Captcha;
  readonly #kept = new LRUCache<string, Buffer>({
    maxSize: MOST,
    sizeCalculation: ({ length }) => length,
  });

  constructor(captcha: Captcha) {
    this.#captcha = captcha;
  }

  /** Draws or speaks the digits of a challenge. */
  make(challenge: OpenedCode, form: Form): Buffer {
    const name = `${form} ${challenge.nonce}`;
    const kept = this.#kept.get(name);
    if (kept) return kept;
    const random = this.#captcha.randomFor(challenge.nonce, form);
    const { digits } = challenge;
    const made = form === 'image' ? drawCode(digits, random) : speakCode(digits, form, random);
    this.#kept.set(name, made);
    return made;
  }
}
