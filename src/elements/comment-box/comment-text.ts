import type { TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';

/** An address ends at white space, quotes and Chinese punctuation. */
const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）《》【】「」“”‘’]+/gi;
/** Characters that end a sentence or a bracket rather than an address. */
const TRAILING = '.,;:!?)]}';

/** Removes trailing punctuation. A loop, because a regular expression would take quadratic time. */
function withoutTrailing(text: string): string {
  let { length } = text;
  while (TRAILING.includes(text.charAt(length - 1))) length -= 1;
  return text.slice(0, length);
}

/**
 * Returns the address only if it leads where it seems to. `https://a@b` leads to b. Look-alike
 * letters or slashes change the host, so the text does not start with its own origin.
 */
function safeAddress(text: string): string | undefined {
  try {
    const { href, origin } = new URL(text);
    return text.toLowerCase().startsWith(origin) && !text.includes('@') ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Renders plain text, with web addresses as links. Nothing else in it is interpreted. */
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
