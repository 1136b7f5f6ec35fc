import { html, type TemplateResult } from 'lit';

/** An address ends at white space, quotes and the punctuation of Chinese text. */
const ADDRESS = /https?:\/\/[^\s<>"'`，。；：！？、（）《》【】「」“”‘’]+/gi;
/** What ends a sentence or a bracket rather than an address. */
const TRAILING = /[.,;:!?)\]}]+$/;

/** The address, when following it leads where it reads: `https://a@b` leads to b. */
function safeAddress(text: string): string | undefined {
  try {
    const { href, username, password } = new URL(text);
    return username || password ? undefined : href;
  } catch {
    return undefined;
  }
}

/** A plain text whose web addresses are links. Nothing else in it means anything. */
export function renderText(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: match, index = 0 } of text.matchAll(ADDRESS)) {
    const written = match.replace(TRAILING, '');
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
  return [...parts, text.slice(end)];
}
