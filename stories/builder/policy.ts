/* Content security policy that a page needs for a snippet. */

const OWN = "'self'";

/** Source of a file in a policy: its origin, or the page's own for a relative address. */
export function sourceOf(address: string): string {
  try {
    // A scheme other than the page's own has to be named; `//host` gets https.
    const { origin } = new URL(address.replace(/^\/\//, 'https://'));
    return origin === 'null' ? OWN : origin;
  } catch {
    return OWN;
  }
}

/** True if an address names another origin than the page's. */
export const isForeign = (address: string): boolean => sourceOf(address) !== OWN;

const directive = (name: string, sources: readonly string[]): string => {
  const distinct = [...new Set(sources)];
  return distinct.length ? `${name} ${distinct.join(' ')}` : '';
};

/** What a page needs: addresses of files, and hashes of inline styles. */
export interface Needs {
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly hashes?: readonly string[];
  readonly data?: readonly string[];
  readonly frames?: readonly string[];
}

/**
 * Writes the policy. It allows the page's own pictures and style sheets, and else only what the
 * snippet needs.
 */
export function policyText({
  scripts = [],
  styles = [],
  hashes = [],
  data = [],
  frames = [],
}: Needs): string {
  return [
    "default-src 'none'",
    directive('script-src', scripts.map(sourceOf)),
    directive('style-src', [OWN, ...styles.map(sourceOf), ...hashes.map((hash) => `'${hash}'`)]),
    "img-src 'self' data:",
    directive('connect-src', data.map(sourceOf)),
    directive('frame-src', frames.map(sourceOf)),
  ]
    .filter(Boolean)
    .join('; ');
}
