/* Contrast as WCAG 2.2 defines it, and the minimum for pairs of tokens. */

/** Relative luminance of `#rgb` or `#rrggbb`: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex) {
  const full = hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast ratio of two colours, 1 to 21.
 *
 * @param {string} one - `#rgb` or `#rrggbb`
 * @param {string} other - the same
 * @returns {number}
 */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

/** Pairs of colour tokens, and their minimum contrast: 7 or 4.5 for text, 3 for the rest. */
export const CONTRASTS = [
  { front: 'text', back: 'surface', least: 7 },
  { front: 'text', back: 'soft', least: 7 },
  { front: 'text', back: 'highlight', least: 4.5 },
  { front: 'muted', back: 'surface', least: 4.5 },
  { front: 'muted', back: 'soft', least: 4.5 },
  { front: 'accent', back: 'surface', least: 4.5 },
  { front: 'accent', back: 'soft', least: 4.5 },
  { front: 'on-accent', back: 'accent', least: 4.5 },
  { front: 'danger', back: 'surface', least: 4.5 },
  { front: 'focus', back: 'surface', least: 3 },
];
