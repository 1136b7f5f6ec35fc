/* Pictures of stories: how they are taken, kept and compared. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { comparePictures, HALF_TOLERANCE } from './compare-pictures.mjs';
import { encodePalette } from './palette-png.mjs';
import { root } from '../../.tools/project.mjs';

export const pictureFolder = join(root, 'test/pictures/kept');
export const failedFolder = join(root, 'coverage/pictures');

/** The name of the file with the picture of a story. */
export const pictureName = ({ id }, width) => `${id}-${width}.png`;

/** Runs in the page: brings up what has the focus, else the top, and says what of the page is there to be seen. */
function bringUp() {
  window.scrollTo(0, 0);
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const { top, bottom } = focused.getBoundingClientRect();
  // Whole pixels, because letters between two of them are drawn otherwise.
  if (focused !== document.body && bottom > window.innerHeight) {
    window.scrollTo(0, Math.floor(top - window.innerHeight / 3));
  }
  return {
    y: window.scrollY,
    height: Math.ceil(Math.min(document.body.getBoundingClientRect().bottom, window.innerHeight)),
  };
}

/** What the window shows, without the empty space under the page. */
export async function photograph(page) {
  const { y, height } = await page.evaluate(bringUp);
  const clip = { x: 0, y, width: page.viewport().width, height: Math.max(height, 1) };
  const options = { clip, captureBeyondViewport: false, optimizeForSpeed: true };
  return PNG.sync.read(Buffer.from(await page.screenshot(options)));
}

/** A picture at half its size; each pixel is the mean of four. */
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

/** The picture of a story: a telephone's is whole, a wide one half as large, because it is there for the layout. */
export async function takePicture(page) {
  const picture = await photograph(page);
  return picture.width > 500 ? halve(picture) : picture;
}

/** How far apart colours at the edges of letters may be and count as one, the smallest file first. */
const MERGES = [24, 12, 5];

/** A file of a picture, the smallest one that nobody can tell from the picture. */
export function encodePicture(picture) {
  const alike = (bytes) => !comparePictures(picture, PNG.sync.read(bytes), HALF_TOLERANCE).fault;
  const [most, ...less] = MERGES;
  return less.reduce(
    (bytes, apart) => (alike(bytes) ? bytes : encodePalette(picture, apart)),
    encodePalette(picture, most),
  );
}

/** How a picture differs from the one that is kept under this name: nothing, or one sentence for people. */
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
