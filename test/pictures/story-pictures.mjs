/* Pictures of stories: how they are taken, kept and compared. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { comparePictures } from './compare-pictures.mjs';
import { root } from '../../.tools/project.mjs';
import { WIDTHS } from '../stories/room/open-stories.mjs';

const kept = join(root, 'test/pictures/kept');
const failed = join(root, 'coverage/pictures');

/** Small files: a palette, and no noise to hide that it has 256 colours only. */
export const SMALL_PNG = { palette: true, dither: 0, effort: 10, compressionLevel: 9 };

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

/** Gives what the window shows as a PNG file, without the empty space under the page. */
export async function photograph(page, most = Infinity) {
  const { y, height } = await page.evaluate(bringUp);
  const clip = {
    x: 0,
    y,
    width: page.viewport().width,
    height: Math.max(1, Math.min(height, most)),
  };
  return page.screenshot({ clip, captureBeyondViewport: false, optimizeForSpeed: true });
}

/** Reads the pixels of an image, four bytes each. */
async function pixelsOf(image) {
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Takes a picture: a telephone's is whole, a wide one half as large, because it is there for the layout. */
export async function takePicture(page) {
  const image = sharp(await photograph(page));
  const { width } = page.viewport();
  return pixelsOf(width > 500 ? image.resize({ width: width / 2, kernel: 'linear' }) : image);
}

const imageOf = ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 4 } });

/** Writes a picture as a small file. */
export const encodePicture = (picture) => imageOf(picture).removeAlpha().png(SMALL_PNG).toBuffer();

export const decodePicture = (file) => pixelsOf(sharp(file));

/** The file that keeps the picture of a story. */
export const pictureFile = ({ id }, width) => join(kept, `${id}-${width}.png`);

/** The files of stories that are no more. */
export function surplusFiles(stories) {
  const files = stories.flatMap((story) => WIDTHS.map((width) => pictureFile(story, width)));
  return readdirSync(kept)
    .map((name) => join(kept, name))
    .filter((file) => !files.includes(file));
}

/** Tells how a picture differs from the one that is kept: nothing, or one sentence for people. */
export async function compareWithKept(story, width, actual) {
  const file = pictureFile(story, width);
  const name = `${story.id}-${width}`;
  const { fault, difference } = existsSync(file)
    ? comparePictures(await decodePicture(file), actual)
    : { fault: 'there is none yet' };
  if (!fault) return [];
  mkdirSync(failed, { recursive: true });
  await imageOf(actual).toFile(join(failed, `${name}.actual.png`));
  if (difference) await imageOf(difference).toFile(join(failed, `${name}.difference.png`));
  return [
    `picture ${name}: ${fault}. See coverage/pictures; if it is meant to be so, "npm run pictures" keeps it.`,
  ];
}
