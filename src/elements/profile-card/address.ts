import type { TemplateResult } from 'lit';
import { html } from '../../base/templates/html.js';
import { pageAddress } from '../../base/reader/page-address.js';
import { warnOnce } from '../../warnings.js';

/** Resolves the attribute `url`. Only http and https are accepted: a link must not run a script. */
export function givenAddress(element: HTMLElement & { readonly url: string }): string | undefined {
  const { url, baseURI, localName } = element;
  if (!url) return undefined;
  try {
    const base = typeof document === 'undefined' ? pageAddress() : baseURI;
    const { protocol, href } = new URL(url, base);
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // Falls through to the warning, as other unusable addresses do.
  }
  warnOnce(`<${localName}>: url="${url}" is not accepted; use an http or https address.`);
  return undefined;
}

/** Number of characters that fit beside a QR code. */
const LINE = 20;

/** Shortens an address for readers. A long one may break before its punctuation. */
export function shortAddress(address: string): string | TemplateResult[] {
  const short = address.replace(/^https?:\/\//, '').replace(/^([^/]+)\/$/, '$1');
  if (short.length <= LINE) return short;
  return short.split(/(?=[./?&#])/).map((part) => html`<wbr />${part}`);
}
