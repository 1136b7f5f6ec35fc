/* Pictures in the README: the look of the elements, in a few small files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { encodePalette } from './palette-png.mjs';
import { root } from '../../.tools/project.mjs';
import { photograph } from './story-pictures.mjs';

export const readmeFolder = join(root, '.github/pictures');

/**
 * Each picture shows one story or several side by side, with a width and settings of Storybook's
 * toolbar.
 */
const PICTURES = {
  'elements.png': ['profile-card--full', 'duty-list--default', 'rank-ladder--default'].map(
    (id) => ({ id, width: 388, globals: '' }),
  ),
  'themes.png': ['govuk-like', 'uswds-like', 'high-contrast'].map((brand) => ({
    id: 'profile-card--full',
    width: 388,
    globals: `brand:${brand}`,
  })),
  'comment-box.png': [
    { id: 'comment-box--default', width: 360, globals: '' },
    { id: 'comment-box--default', width: 360, globals: 'language:en;theme:dark' },
    { id: 'comment-box--mistakes', width: 360, globals: 'theme:contrast' },
  ],
};

/** Maximum height. A higher picture would push the text too far down. */
const HEIGHT = 800;

/** Distance of colours at the edges of letters that are merged. */
const APART = 12;

/** Pixels between pictures side by side. */
const GAP = 16;

/** Joins pictures side by side, on white. */
function sideBySide(pictures) {
  const width = pictures.reduce((sum, picture) => sum + picture.width + GAP, -GAP);
  const height = Math.min(HEIGHT, Math.max(...pictures.map((picture) => picture.height)));
  const whole = new PNG({ width, height });
  whole.data.fill(255);
  let left = 0;
  for (const picture of pictures) {
    PNG.bitblt(picture, whole, 0, 0, picture.width, Math.min(height, picture.height), left, 0);
    left += picture.width + GAP;
  }
  return whole;
}

/** Takes all pictures in an open Storybook. */
export async function takeReadmePictures(room) {
  mkdirSync(readmeFolder, { recursive: true });
  for (const [name, parts] of Object.entries(PICTURES)) {
    const pictures = [];
    for (const { id, width, globals } of parts) {
      const window = await room.openWindow(width, { steady: true });
      const story = room.stories.find((candidate) => candidate.id === id);
      await window.show(story, { globals, examined: false });
      pictures.push(await photograph(window.page));
    }
    writeFileSync(join(readmeFolder, name), encodePalette(sideBySide(pictures), APART));
  }
}
