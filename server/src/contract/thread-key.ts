/*
 * Which keys of threads are one. The widgets make the key of a page by the same rule, so keep both alike:
 * `src/comments/thread-key.ts`. The examples in `../../conformance/src/paths.ts` test both.
 */
import { LIMITS } from './limits.js';

/** The rule, for people who read the contract. */
export const ONE_PATH =
  'A key that begins with a slash is the path of a page, and all ways to write a path are one key: percent-encoded or not (but for slashes, per cent signs and control characters), in any form of Unicode, with or without slashes at the end, with or without the file of a folder (`index` or `default` with any extension) at the end';

/** Percent-encoded bytes, but those that stay so: slashes, per cent signs and control characters. */
const ENCODED = /(%(?!2[5F]|[01]|7F)..)+/g;

/** Slashes at the end, and the file that a server sends for a folder. */
const END = /(\/((index|default)\.\w+)?)+$/i;

function decode(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    // They are no UTF-8.
    return bytes;
  }
}

/**
 * Gives the one form of a key in which its thread is kept. A key that is no path, or longer than the contract
 * allows, has only itself. The form of a form is the form itself.
 */
export function keptKey(key: string): string {
  if (!key.startsWith('/')) return key;
  const path = key
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/%../g, (byte) => byte.toUpperCase())
    .replace(ENCODED, decode)
    .normalize('NFC');
  if (Buffer.byteLength(path) > LIMITS.threadBytes) return key;
  return path.replace(END, '') || '/';
}
