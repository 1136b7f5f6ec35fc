/* Whether two pictures show the same. */
import pixelmatch from 'pixelmatch';

/**
 * The same letters and browser draw the same pixels. So a colour may be off by no more than what rounding and the
 * palette of a file change: a few pixels of a square by more than the threshold, which no eye sees.
 */
const TOLERANCE = { threshold: 0.04, includeAA: true, windowSize: 32 };
const PIXELS = 10;

/**
 * Compares what a browser has drawn with what it should draw.
 *
 * @returns how they differ in a few words, if they do, and a picture of where
 */
export function comparePictures(kept, actual) {
  const { width, height } = kept;
  const [should, is] = [kept, actual].map((one) => `${one.width} × ${one.height} px`);
  if (is !== should) return { fault: `${is}, not ${should}` };
  const data = Buffer.alloc(kept.data.length);
  const pixels = pixelmatch(kept.data, actual.data, data, width, height, TOLERANCE);
  if (pixels <= PIXELS) return {};
  return { fault: `${pixels} pixels differ in one place`, difference: { data, width, height } };
}
