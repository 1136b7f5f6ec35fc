import { html, type TemplateResult } from 'lit';

/** An address ends at white space, quotes and the punctuation of Chinese text. */
const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）《》【】「」“”‘’]+/gi;
/** What ends a sentence or a bracket rather than an address. */
const TRAILING = '.,;:!?)]}';

/** The address without what follows it. By hand: an expression that looks for the end would take quadratic time. */
function withoutTrailing(text: string): string {
  let { length } = text;
  while (TRAILING.includes(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}

/**
 * The address, when it leads where it reads. `https://a@b` leads to b, and letters that look like a slash or like
 * other letters make another host of it: then it does not begin with its own origin.
 */
function safeAddress(text: string): string | undefined {
  try {
    const { href, origin } = new URL(text);
    return text.toLowerCase().startsWith(origin) && !text.includes('@') ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A plain text whose web addresses are links. Nothing else in it means anything. */
export function renderText(text: string): string | (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: match, index = 0 } of text.matchAll(ADDRESS)) {
    const written = withoutTrailing(match);
    const address = safeAddress(written);
    if (!address) continue;
    parts.push(
      text.slice(end, index),
      html`<a part="link" href=${address} rel="external nofollow ugc noopener noreferrer"
        >${written}</a
      >`,
    );
    end = index + written.length;
  }
  return parts.length ? [...parts, text.slice(end)] : text;
}
