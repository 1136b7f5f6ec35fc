/* Compares two pictures, ignoring how the edges of letters are smoothed. */
import { PNG } from 'pngjs';

/**
 * Browser versions smooth the edges of letters and curves differently, and round positions between
 * two pixels up or down. A colour is therefore right if it lies between the colours of the other
 * picture around this place, within one pixel. On a plain surface this allows nothing: another
 * button colour, a border moved by two pixels, or a missing line are found.
 */
export const TOLERANCE = {
  /** Steps (of 255) by which a colour may differ: rounding when colours are blended. */
  flat: 6,
  /**
   * Where light and dark meet, also this share of the difference: strokes thinner than a pixel vary
   * in weight.
   */
  contrast: 0.5,
  /** Number of wrong pixels allowed in a square with this side: corners of letters. */
  pixels: 16,
  square: 32,
  /** Pixels by which one picture may be higher: rounding of a sum of fractions. */
  height: 1,
};

/**
 * Share of this tolerance that a small picture file may use: half. The rest is for the other
 * browser.
 */
export const HALF_TOLERANCE = {
  ...TOLERANCE,
  contrast: TOLERANCE.contrast / 2,
  pixels: TOLERANCE.pixels / 2,
};

/** True if a picture has the colour of another one at a place or around it. */
function has({ width, height, data }, x, y, other, tolerance) {
  const start = (y * width + x) * 4;
  const [left, right] = [Math.max(x - 1, 0), Math.min(x + 1, width - 1)];
  const [top, bottom] = [Math.max(y - 1, 0), Math.min(y + 1, height - 1)];
  for (let channel = 0; channel < 3; channel += 1) {
    let least = 255;
    let most = 0;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const value = data[(row * width + column) * 4 + channel];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    const slack = tolerance.flat + tolerance.contrast * (most - least);
    const value = other.data[start + channel];
    if (value < least - slack || value > most + slack) return false;
  }
  return true;
}

/** True if two pictures have nearly the same colour at a place. Nearly all places do. */
function agree(one, other, start, { flat }) {
  for (let index = start; index < start + 3; index += 1) {
    if (Math.abs(one.data[index] - other.data[index]) > flat) return false;
  }
  return true;
}

/** Finds the wrong pixels in squares that have more of them than allowed. */
function wrongPixels(one, other, tolerance) {
  const squares = new Map();
  const { width } = one;
  const height = Math.min(one.height, other.height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x;
      if (agree(one, other, pixel * 4, tolerance)) continue;
      if (has(one, x, y, other, tolerance) && has(other, x, y, one, tolerance)) continue;
      const square = `${Math.floor(x / tolerance.square)} ${Math.floor(y / tolerance.square)}`;
      if (!squares.has(square)) squares.set(square, []);
      squares.get(square).push(pixel);
    }
  }
  return [...squares.values()].filter(({ length }) => length > tolerance.pixels).flat();
}

/** Draws the second picture faintly, with the wrong pixels in red. */
function mark({ width, height, data }, pixels) {
  const marked = new PNG({ width, height });
  marked.data = Buffer.from(data.map((value) => 192 + value / 4));
  for (const pixel of pixels) marked.data.set([255, 0, 0, 255], pixel * 4);
  return marked;
}

/**
 * Compares a picture from a browser with the kept one.
 *
 * @returns the difference in a few words, if there is one, and a picture that shows where
 */
export function comparePictures(kept, actual, tolerance = TOLERANCE) {
  if (kept.width !== actual.width || Math.abs(kept.height - actual.height) > tolerance.height) {
    const [should, is] = [kept, actual].map(({ width, height }) => `${width} × ${height} px`);
    return { fault: `${is}, not ${should}` };
  }
  const pixels = wrongPixels(kept, actual, tolerance);
  if (!pixels.length) return {};
  return { fault: `${pixels.length} pixels differ`, difference: mark(actual, pixels) };
}
