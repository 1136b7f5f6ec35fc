/* Every story is a test: it finishes, says nothing on the console, passes axe, fits its window and looks as it did. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { comparePictures } from '../pictures/compare-pictures.mjs';
import {
  compareWithKept,
  decodePicture,
  encodePicture,
  surplusFiles,
  takePicture,
} from '../pictures/story-pictures.mjs';
import { openStories, WIDTHS } from './room/open-stories.mjs';

/** A page with one fault of each kind, which shows that the checks find them. */
const BROKEN = `<!doctype html><html lang="en"><title>Broken</title><link rel="icon" href="data:,">
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" style="width: 2000px">
<script>console.error('said'); setTimeout(() => { throw new Error('thrown'); });
fetch('http://elsewhere.invalid/').catch(() => undefined);</script></html>`;

// Not in before(): there is one test for each story, so the list has to be there first.
const room = await openStories({ '/broken.html': BROKEN });
after(() => room.close());
const [NARROW, WIDE] = WIDTHS;
/** Windows that show stories at the same time. */
const WINDOWS = 2;

describe('The checks of stories', () => {
  it('find what is wrong with a broken page', async () => {
    const window = await room.openWindow(360);
    const faults = (await window.showPage('/broken.html')).join('\n');
    assert.match(faults, /console: said/);
    assert.match(faults, /error: thrown/);
    assert.match(faults, /elsewhere: http:\/\/elsewhere\.invalid/);
    assert.match(faults, /axe image-alt/);
    assert.match(faults, /overflow: 20\d\d of 360 px/);
  });

  it('find a story that is not there', async () => {
    const window = await room.openWindow(360);
    const faults = await window.show({ id: 'no-such--story', tags: [] });
    assert.match(faults.join('\n'), /storyMissing/);
  });

  it('find a play function that fails', async () => {
    const window = await room.openWindow(360);
    // Without its element a story has nothing to play with.
    await window.page.evaluateOnNewDocument(() => {
      customElements.define = () => undefined;
    });
    const story = room.stories.find(({ id }) => id === 'comment-box--accepted');
    assert.match((await window.show(story)).join('\n'), /playFunctionThrewException: There is no/);
  });

  it('find what looks otherwise, and nothing that no eye sees', async () => {
    const { page, show } = await room.openWindow(360, { steady: true });
    await show({ id: 'comment-box--default', tags: [] }, { examined: false });
    const kept = await decodePicture(await encodePicture(await takePicture(page)));
    const faultWith = async (part, style) => {
      const selector = part ? `customs-comment-box::part(${part})` : 'body';
      const element = await page.addStyleTag({ content: `${selector} { ${style} }` });
      const { fault } = comparePictures(kept, await takePicture(page));
      await element.evaluate((tag) => tag.remove());
      return fault;
    };
    assert.equal(await faultWith('', 'padding-inline: 16.4px'), undefined);
    assert.equal(await faultWith('', 'opacity: 0.98'), undefined);
    assert.match(await faultWith('submit', 'background: #0b5a8a'), /pixels differ/);
    assert.match(await faultWith('body', 'position: relative; left: 1px'), /pixels differ/);
    assert.match(await faultWith('body', 'border-color: #b3261e'), /pixels differ/);
    assert.match(await faultWith('characters', 'visibility: hidden'), /pixels differ/);
    assert.match(await faultWith('', 'height: 300px'), /px, not 360 ×/);
  });

  it('find a picture of a story that is no more', () => {
    const [first, ...others] = room.stories;
    assert.equal(surplusFiles(others).length, WIDTHS.length, first.id);
    assert.deepEqual(surplusFiles(room.stories), [], '"npm run pictures" removes them');
  });
});

describe('The story', { concurrency: WINDOWS }, () => {
  let windows;
  const open = () => room.openWindow(NARROW, { steady: true });
  before(async () => (windows = await Promise.all(Array.from({ length: WINDOWS }, open))));

  for (const story of room.stories) {
    it(`${story.title}: ${story.name}, at both widths`, async () => {
      const window = windows.pop();
      try {
        const pictureFaults = async (width) =>
          compareWithKept(story, width, await takePicture(window.page));
        const atFirst = [...(await window.show(story)), ...(await pictureFaults(NARROW))];
        const whenWide = [...(await window.resize(WIDE)), ...(await pictureFaults(WIDE))];
        assert.deepEqual({ atFirst, whenWide }, { atFirst: [], whenWide: [] });
      } finally {
        windows.push(window);
      }
    });
  }
});
