/*
 * Finds web addresses in the text of a comment. The rule in one sentence: an address begins with
 * `http://` or `https://`, and ends before a blank, a quote, a bracket without its other half, a mark
 * that ends a sentence, any sign beyond ASCII, and a Chinese letter, unless that letter begins a
 * piece of the address (`/指南/7`, `?q=海关`) or is in the name of a file (`/2024年公报.pdf`). The
 * rules for marks and brackets are those of linkify-it.
 */

/** Letters of Chinese and Japanese. No blank divides them from an address. */
const CHINESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';

/** A letter of a language that writes blanks. Full-width letters belong to the text around. */
const LETTER = `(?![${CHINESE}\uff00-\uffef])[\\p{L}\\p{M}]`;

/** Stands anywhere in an address. `&quot;` is a quote that somebody escaped. */
const SIGN = `[\\w/%=+$@()[\\]{}-]|&(?!(?:quot|gt|lt|nbsp|#\\d+);)|${LETTER}`;

/** Each ends a sentence or an address, unless more of the address follows. */
const MARKS = `.,;:!?'*~#`;

/** A piece that begins in Chinese: `/水星_(行星)`. */
const CHINESE_PIECE = `(?:[/=#]|_\\(?)(?=[${CHINESE}])(?:_\\(|[\\w%+${CHINESE}-])*`;

/** A file with a Chinese name: `/2024年统计公报.pdf`. Other Chinese letters there belong to the text. */
const CHINESE_FILE = `[${CHINESE}][${CHINESE}\\w-]*(?=\\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|s?html?|jpe?g|png|zip|rar)(?![\\w-]))`;

/** Part of a host: of ASCII, or of Chinese letters. A mixed one could look like another host. */
const LABEL =
  '(?:[a-z\\d][a-z\\d-]*(?![\\w-])|\\p{Script=Han}[\\p{Script=Han}\\d-]*(?![\\w\\p{Script=Han}-]))';

/** What may follow a host. Anything else could be a part of it, or look like a slash. */
const AFTER_HOST = `\\.*(?:$|:(?!\\w)|[\\s"'\`<>*|~!,;?#\u200b·…、。！，：；？｜～\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Pd}\\p{Extended_Pictographic}])|[${CHINESE}]`;

/** No comment is as long as its limit, which bounds the time for texts with many brackets. */
const ADDRESS = new RegExp(
  `\\bhttps?://(${LABEL}(?:\\.${LABEL})*|\\[[\\da-f:.]+\\])(?::\\d+)?(?:(?=[/?#])(?:${CHINESE_PIECE}|${CHINESE_FILE}|[${MARKS}]*(?:${SIGN})){0,2000}|(?=${AFTER_HOST}))`,
  'giu',
);

/** A web address in a text. */
interface Found {
  readonly start: number;
  /** As somebody wrote it. */
  readonly written: string;
  /** As a browser asks for it. */
  readonly href: string;
}

/** Cuts an address before its first bracket without the other half, and the marks before that. */
function withPairs(text: string): string {
  const open: number[] = [];
  let end = 0;
  for (; end < text.length; end += 1) {
    const kind = ')]}'.indexOf(text[end]!);
    if ('([{'.includes(text[end]!)) open.push(end);
    else if (kind >= 0 && text[open.pop() ?? end] !== '([{'[kind]) break;
  }
  end = open[0] ?? end;
  while (MARKS.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/**
 * Completes an address, if it leads where it seems to: `https://0x7f.1` leads to 127.0.0.1. A
 * Chinese host has another name on the wire.
 */
function completed(written: string, host: string): string | undefined {
  try {
    const { href, origin } = new URL(written);
    const isPlain = written.toLowerCase().startsWith(origin);
    return isPlain || /\p{Script=Han}/u.test(host) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Yields the addresses in a text that lead where they seem to. */
export function* addressesIn(text: string): Generator<Found> {
  const pattern = new RegExp(ADDRESS);
  for (let found; (found = pattern.exec(text));) {
    const start = found.index;
    const host = found[1]!;
    // The brackets of an IPv6 host are a pair too.
    const written = withPairs(found[0]);
    pattern.lastIndex = start + written.length;
    const href = completed(written, host);
    if (href) yield { start, written, href };
  }
}
