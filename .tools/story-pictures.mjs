/* Pictures of stories: how they are taken, kept and compared. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { comparePictures } from './compare-pictures.mjs';
import { encodePalette } from './palette-png.mjs';
import { root } from './project.mjs';

export const pictureFolder = join(root, 'test/pictures');
export const failedFolder = join(root, 'coverage/pictures');

/** The name of the file with the picture of a story. */
export const pictureName = ({ id }, width) => `${id}-${width}.png`;

/** What the top of the window shows, without the empty space under the page. */
export async function takePicture(page) {
  const used = await page.evaluate(() => {
    window.scrollTo(0, 0);
    return Math.ceil(document.body.getBoundingClientRect().bottom);
  });
  const { width, height: most } = page.viewport();
  const height = Math.min(Math.max(used, 1), most);
  const clip = { x: 0, y: 0, width, height };
  const options = { clip, captureBeyondViewport: false, optimizeForSpeed: true };
  return PNG.sync.read(Buffer.from(await page.screenshot(options)));
}

/** A small file of a picture: with few colours if nobody can tell it from the picture. */
export function encodePicture(picture) {
  const small = encodePalette(picture, 16);
  return comparePictures(picture, PNG.sync.read(small)).fault ? encodePalette(picture, 256) : small;
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
