/* The pictures in the README: what the elements look like, in a few small files. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from '../../.tools/project.mjs';
import { photograph, SMALL_PNG } from './story-pictures.mjs';

export const readmeFolder = join(root, '.github/pictures');

/** Each picture is one story or some beside each other, at a width and with what Storybook's toolbars say. */
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

/** More would be a long way down to the text. */
const HEIGHT = 800;

/** Pixels between pictures beside each other. */
const GAP = 16;

/** Takes all of them in the given room of stories. */
export async function takeReadmePictures(room) {
  mkdirSync(readmeFolder, { recursive: true });
  for (const [name, parts] of Object.entries(PICTURES)) {
    const taken = [];
    for (const { id, width, globals } of parts) {
      const { page, show } = await room.openWindow(width, { steady: true });
      await show({ id, tags: [] }, { globals, examined: false });
      taken.push(await photograph(page, HEIGHT));
    }
    const join = { across: parts.length, shim: GAP, background: 'white', valign: 'top' };
    await sharp(taken, { join })
      .removeAlpha()
      .png({ ...SMALL_PNG, quality: 90 })
      .toFile(`${readmeFolder}/${name}`);
  }
}
