import { html, type TemplateResult } from 'lit';
import { pageAddress } from '../../base/reader/page-address.js';
import { warnOnce } from '../../warnings.js';

/** The attribute `url` as a whole address; a script must never get into a link. */
export function givenAddress(element: HTMLElement & { readonly url: string }): string | undefined {
  const { url, baseURI, localName } = element;
  if (!url) return undefined;
  try {
    const base = typeof document === 'undefined' ? pageAddress() : baseURI;
    const { protocol, href } = new URL(url, base);
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // Warned about below, like every other address that cannot be used.
  }
  warnOnce(`<${localName}>: url="${url}" is not accepted; use an http or https address.`);
  return undefined;
}

/** Characters that fit beside a QR code. */
const LINE = 20;

/** An address as people write it; one that does not fit on a line may be broken before its marks. */
export function shortAddress(address: string): string | TemplateResult[] {
  const short = address.replace(/^https?:\/\//, '').replace(/^([^/]+)\/$/, '$1');
  if (short.length <= LINE) return short;
  return short.split(/(?=[./?&#])/).map((part) => html`<wbr />${part}`);
}
