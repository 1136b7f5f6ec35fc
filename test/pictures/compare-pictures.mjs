/* Whether two pictures show the same, to an eye that does not see how the edges of letters are smoothed. */
import { PNG } from 'pngjs';

/**
 * Versions of browsers smooth the edges of letters and curves otherwise, and round what falls between two pixels up or
 * down. So a colour is right when it lies between the colours that the other picture has around this place, one
 * pixel in each direction. That allows nothing on a surface: the colour of a button, a border moved by two pixels
 * and a line that is missing are all seen.
 */
export const TOLERANCE = {
  /** Steps, of 255, by which a colour may be off: rounding when colours are blended. */
  flat: 6,
  /** Where light and dark meet, also by this part of what is between them: the weight of strokes thinner than a pixel. */
  contrast: 0.5,
  /** So many pixels of a square with this side may be wrong: a corner of a letter here and there. */
  pixels: 16,
  square: 32,
  /** Pixels by which one picture may be higher: a sum of fractions, rounded. */
  height: 1,
};

/** What a small file of a picture may use up of that: half, the rest is for the other browser. */
export const HALF_TOLERANCE = {
  ...TOLERANCE,
  contrast: TOLERANCE.contrast / 2,
  pixels: TOLERANCE.pixels / 2,
};

/** Whether a picture has, at a place or around it, what another one has there. */
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

/** Whether two pictures have nearly the same colour at a place: so it is nearly everywhere. */
function agree(one, other, start, { flat }) {
  for (let index = start; index < start + 3; index += 1) {
    if (Math.abs(one.data[index] - other.data[index]) > flat) return false;
  }
  return true;
}

/** The wrong pixels, in those squares that have more of them than they may. */
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

/** The second picture, faint, with the wrong pixels in red. */
function mark({ width, height, data }, pixels) {
  const marked = new PNG({ width, height });
  marked.data = Buffer.from(data.map((value) => 192 + value / 4));
  for (const pixel of pixels) marked.data.set([255, 0, 0, 255], pixel * 4);
  return marked;
}

/**
 * Compares what a browser has drawn with what it should draw.
 *
 * @returns how they differ in a few words, if they do, and a picture of where
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
