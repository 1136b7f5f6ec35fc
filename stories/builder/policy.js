/* Content security policy that a page needs for a snippet. */

const OWN = "'self'";

/** Source of a file in a policy: its origin, or the page's own for a relative address. */
export function sourceOf(address) {
  try {
    // A scheme other than the page's own has to be named; `//host` gets https.
    const { origin } = new URL(address.replace(/^\/\//, 'https://'));
    return origin === 'null' ? OWN : origin;
  } catch {
    return OWN;
  }
}

/** True if an address names another origin than the page's. */
export const isForeign = (address) => sourceOf(address) !== OWN;

const directive = (name, sources) => {
  const distinct = [...new Set(sources)];
  return distinct.length ? `${name} ${distinct.join(' ')}` : '';
};

/**
 * Writes the policy. It allows the page's own pictures and style sheets, and else only what the
 * snippet needs.
 *
 * @param needs - addresses of `scripts`, `styles`, `data` and `frames`, and `hashes` of inline
 * styles
 */
export function policyText({ scripts = [], styles = [], hashes = [], data = [], frames = [] }) {
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
