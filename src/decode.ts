/* Reads bytes as text. Office programs save files in GBK or UTF-16 as well as in UTF-8. */

/** Thrown when bytes fit no known encoding. */
export class DecodeError extends Error {
  constructor() {
    super('The bytes are in no known encoding.');
    this.name = 'DecodeError';
  }
}

/** Byte order marks and the encodings that they announce. */
const MARKS: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** Servers send these by default, and they fit any bytes, so they prove nothing. */
const UNPROVEN = /^(iso-?8859-1|latin-?1|windows-1252|us-ascii)$/i;

/** Decodes without a guess. Returns `undefined` if the bytes are no text in the encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Pictures and archives fit GB18030 now and then, but text has no null character.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * Reads bytes as text: by their byte order mark, else by the `charset` of the response, else as
 * UTF-8, else as GB18030, which contains GBK and GB2312.
 *
 * @param contentType - value of the header `Content-Type`, for example `text/html; charset=gbk`
 * @returns the text without a byte order mark
 * @throws DecodeError if the bytes fit none of them
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const marked = MARKS.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte));
  const named = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? '';
  const encodings = [marked?.[0] ?? '', UNPROVEN.test(named) ? '' : named, 'utf-8', 'gb18030'];
  for (const encoding of encodings.filter(Boolean)) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined) return text;
  }
  throw new DecodeError();
}
