/*
 * Takes new pictures. Look at the changes before you commit them.
 *
 *   npm run pictures                             all stories, and those in the README
 *   npm run pictures -- comment-box--default     only these stories
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { comparePictures } from './compare-pictures.mjs';
import { takeReadmePictures } from './readme-pictures.mjs';
import { openStories, WIDTHS } from '../stories/room/open-stories.mjs';
import { encodePicture, pictureFolder, pictureName, takePicture } from './story-pictures.mjs';

const asked = process.argv.slice(2);
const room = await openStories();
const unknown = asked.filter((id) => !room.stories.some((story) => story.id === id));
const stories = room.stories.filter(({ id }) => !asked.length || asked.includes(id));
const done = { new: 0, changed: 0, same: 0, removed: 0 };

/**
 * Writes a picture. If it differs less than the test tolerates, the old one stays, which keeps git
 * small.
 */
function keep(name, picture) {
  const file = join(pictureFolder, name);
  const kept = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const same = kept?.height === picture.height && !comparePictures(kept, picture).fault;
  if (!same) writeFileSync(file, encodePicture(picture));
  done[kept ? (same ? 'same' : 'changed') : 'new'] += 1;
}

async function takeStoryPictures() {
  for (const width of WIDTHS) {
    const window = await room.openWindow(width, { steady: true });
    for (const story of stories) {
      const faults = await window.show(story, { examined: false });
      if (faults.length) throw new Error(`${story.id} at ${width} px: ${faults.join('\n')}`);
      keep(pictureName(story, width), await takePicture(window.page));
    }
  }
}

/** Removes the pictures of deleted stories. */
function removeSurplus() {
  const names = room.stories.flatMap((story) => WIDTHS.map((width) => pictureName(story, width)));
  for (const name of readdirSync(pictureFolder).filter((file) => !names.includes(file))) {
    rmSync(join(pictureFolder, name));
    done.removed += 1;
  }
}

try {
  if (unknown.length) throw new Error(`There is no story ${unknown.join(', ')}.`);
  mkdirSync(pictureFolder, { recursive: true });
  await takeStoryPictures();
  removeSurplus();
  if (!asked.length) await takeReadmePictures(room);
} finally {
  await room.close();
}
console.log(
  Object.entries(done)
    .map(([what, count]) => `${count} ${what}`)
    .join(', '),
);
