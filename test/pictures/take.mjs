/*
 * Takes pictures anew. Look at what has changed before you commit it.
 *
 *   npm run pictures                             of all stories, and those in the README
 *   npm run pictures -- comment-box--default     of these stories only
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { openStories, WIDTHS } from '../stories/room/open-stories.mjs';
import { comparePictures } from './compare-pictures.mjs';
import { takeReadmePictures } from './readme-pictures.mjs';
import * as pictures from './story-pictures.mjs';

const asked = process.argv.slice(2);
const room = await openStories();
const done = { new: 0, changed: 0, same: 0, removed: 0 };

/** Writes a picture; one that differs less than the test tolerates stays as it is, so that git has less to keep. */
async function keep(file, picture) {
  const kept = existsSync(file) ? await pictures.decodePicture(file) : undefined;
  const isSame = kept && !comparePictures(kept, picture).fault;
  if (!isSame) writeFileSync(file, await pictures.encodePicture(picture));
  done[kept ? (isSame ? 'same' : 'changed') : 'new'] += 1;
}

async function takeStoryPictures(width) {
  const window = await room.openWindow(width, { steady: true });
  for (const story of room.stories.filter(({ id }) => !asked.length || asked.includes(id))) {
    const faults = await window.show(story, { examined: false });
    if (faults.length) throw new Error(`${story.id} at ${width} px: ${faults.join('\n')}`);
    await keep(pictures.pictureFile(story, width), await pictures.takePicture(window.page));
  }
}

try {
  const unknown = asked.filter((id) => !room.stories.some((story) => story.id === id));
  if (unknown.length) throw new Error(`There is no story ${unknown.join(', ')}.`);
  await Promise.all(WIDTHS.map(takeStoryPictures));
  for (const file of pictures.surplusFiles(room.stories)) {
    rmSync(file);
    done.removed += 1;
  }
  if (!asked.length) await takeReadmePictures(room);
} finally {
  await room.close();
}
const counts = Object.entries(done).map(([what, count]) => `${count} ${what}`);
console.log(counts.join(', '));
