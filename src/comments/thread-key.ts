import { warnOnce } from '../warnings.js';

/*
 * The thread of a page that names none: its path. Many addresses lead to one page, and have one key.
 * The comment service follows the same rule for keys that begin with a slash, so keep both alike:
 * `server/src/contract/thread-key.ts`. The examples of `server/conformance/src/paths.ts` test both.
 */

/** Longest key that the contract allows, in bytes of UTF-8. */
const LONGEST = 512;

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
 * Makes the key of a page from its path: decoded, in Unicode's NFC, and without slashes and the file
 * of a folder (`index.html`, `default.aspx`) at its end. The key of a key is the key itself.
 *
 * @returns the empty string for a page without a path (`about:srcdoc`, `blob:`, `data:`), and for a
 *   path that is too long for a key
 */
export function keyOfPath(path: string): string {
  const key = path
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/%../g, (byte) => byte.toUpperCase())
    .replace(ENCODED, decode)
    .normalize('NFC');
  const bytes = encodeURI(key).replace(/%../g, ' ').length;
  if (!key.startsWith('/') || bytes > LONGEST) return '';
  return key.replace(END, '') || '/';
}

/** Key of the thread that an element belongs to now: its own, else that of the page, if it has one. */
export function threadOf({ localName, thread }: Element & { readonly thread: string }): string {
  const key = thread || keyOfPath(window.location.pathname);
  if (!key) {
    warnOnce(`<${localName}> needs a thread: this page has no path, or one over ${LONGEST} bytes.`);
  }
  return key;
}
