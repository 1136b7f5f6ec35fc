/* The content security policy that a page needs for a snippet. */

const OWN = "'self'";

/** The source of a file in a policy: its origin, or the page's own for a relative address. */
export function sourceOf(address) {
  try {
    // A scheme that is not the page's own has to be named; `//host` takes the safe one.
    const { origin } = new URL(address.replace(/^\/\//, 'https://'));
    return origin === 'null' ? OWN : origin;
  } catch {
    return OWN;
  }
}

/** Whether an address leads to another origin than the page's, as far as it tells. */
export const isForeign = (address) => sourceOf(address) !== OWN;

const directive = (name, sources) => {
  const distinct = [...new Set(sources)];
  return distinct.length ? `${name} ${distinct.join(' ')}` : '';
};

/**
 * Writes the policy. The page's own pictures and style sheets are allowed; everything else only where the snippet
 * needs it.
 *
 * @param needs - addresses of `scripts`, `styles`, `data` and `frames`, and `hashes` of inline styles
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
