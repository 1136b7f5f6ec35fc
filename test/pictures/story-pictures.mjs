/* Takes, stores and compares pictures of stories. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { comparePictures, HALF_TOLERANCE } from './compare-pictures.mjs';
import { encodePalette } from './palette-png.mjs';
import { root } from '../../.tools/project.mjs';

export const pictureFolder = join(root, 'test/pictures/kept');
export const failedFolder = join(root, 'coverage/pictures');

/** File name of the picture of a story. */
export const pictureName = ({ id }, width) => `${id}-${width}.png`;

/**
 * Runs in the page: scrolls to the focused element, else to the top, and returns the visible part.
 */
function bringUp() {
  window.scrollTo(0, 0);
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const { top, bottom } = focused.getBoundingClientRect();
  // Whole pixels, because letters between two pixels render differently.
  if (focused !== document.body && bottom > window.innerHeight) {
    window.scrollTo(0, Math.floor(top - window.innerHeight / 3));
  }
  return {
    y: window.scrollY,
    height: Math.ceil(Math.min(document.body.getBoundingClientRect().bottom, window.innerHeight)),
  };
}

/** Takes a picture of the window, without empty space below the page. */
export async function photograph(page) {
  const { y, height } = await page.evaluate(bringUp);
  const clip = { x: 0, y, width: page.viewport().width, height: Math.max(height, 1) };
  const options = { clip, captureBeyondViewport: false, optimizeForSpeed: true };
  return PNG.sync.read(Buffer.from(await page.screenshot(options)));
}

/** Halves a picture. Each pixel is the mean of four. */
function halve({ width, height, data }) {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let index = 0; index < half.data.length; index += 1) {
    const pixel = index >> 2;
    const x = (pixel % half.width) * 2;
    const y = Math.floor(pixel / half.width) * 2;
    const start = (y * width + x) * 4 + (index & 3);
    const below = start + width * 4;
    const sum = data[start] + data[start + 4] + data[below] + data[below + 4];
    half.data[index] = (sum + 2) >> 2;
  }
  return half;
}

/** Takes the picture of a story. A wide one is halved, because it only shows the layout. */
export async function takePicture(page) {
  const picture = await photograph(page);
  return picture.width > 500 ? halve(picture) : picture;
}

/** Distances of colours at the edges of letters that are merged, smallest file first. */
const MERGES = [24, 12, 5];

/** Writes the smallest file that looks like the picture. */
export function encodePicture(picture) {
  const alike = (bytes) => !comparePictures(picture, PNG.sync.read(bytes), HALF_TOLERANCE).fault;
  const [most, ...less] = MERGES;
  return less.reduce(
    (bytes, apart) => (alike(bytes) ? bytes : encodePalette(picture, apart)),
    encodePalette(picture, most),
  );
}

/** Compares a picture with the kept one of this name. Returns a sentence if they differ. */
export function compareWithKept(name, actual) {
  const file = join(pictureFolder, name);
  const kept = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const { fault, difference } = kept
    ? comparePictures(kept, actual)
    : { fault: 'there is none yet' };
  if (!fault) return [];
  mkdirSync(failedFolder, { recursive: true });
  for (const [kind, picture] of Object.entries({ actual, difference })) {
    if (!picture) continue;
    writeFileSync(
      join(failedFolder, name.replace('.png', `.${kind}.png`)),
      PNG.sync.write(picture),
    );
  }
  return [
    `picture ${name}: ${fault}. See coverage/pictures; if it is meant to be so, "npm run pictures" keeps it.`,
  ];
}
