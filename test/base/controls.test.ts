import { expect, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendMouse } from '@web/test-runner-commands';
import { CustomsProfileCard, CustomsRankLadder, type Theme } from '../../src/index.js';
import { contrast } from '../../stories/foundations/contrast.mjs';
import { sample } from '../fixtures/agencies.js';
import { place, within } from '../fixtures/page.js';

CustomsProfileCard.define();
CustomsRankLadder.define();

/** Reads a colour as the screen shows it. Browsers write mixed colours in another notation. */
function onScreen(color: string, under = '#fff'): string {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
  for (pen.fillStyle of [under, color]) pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
}

/** Measures how readable the text of a button is right now. */
async function legibility(button: Element): Promise<number> {
  await Promise.all(button.getAnimations().map(({ finished }) => finished));
  const frame = getComputedStyle(button.closest('.frame')!);
  const { color, backgroundColor } = getComputedStyle(button);
  return contrast(onScreen(color), onScreen(backgroundColor, frame.backgroundColor));
}

/** Moves the pointer over a button. */
async function pointAt(button: Element): Promise<void> {
  button.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = button.getBoundingClientRect();
  await sendMouse({
    type: 'move',
    position: [Math.round(x + width / 2), Math.round(y + height / 2)],
  });
}

const BUTTONS = [
  ['customs-profile-card', '.primary'],
  ['customs-profile-card', 'button'],
  ['customs-rank-ladder', '[aria-pressed="true"]'],
  ['customs-rank-ladder', '[aria-pressed="false"]'],
] as const;

describe('A button', () => {
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
    await sendMouse({ type: 'up' });
  });

  for (const theme of ['light', 'dark', 'contrast'] satisfies Theme[]) {
    for (const [tag, selector] of BUTTONS) {
      it(`can be read, pointed at and pressed as well, in the theme ${theme}: ${selector}`, async () => {
        const element = await place(tag, sample, (one) => (one.theme = theme));
        const button = within(element).querySelector(selector)!;
        // The targets of links do not matter here.
        button.addEventListener('click', (event) => event.preventDefault());
        const style = getComputedStyle(button);
        const look = (): string =>
          [style.backgroundColor, style.borderColor, style.textDecoration, style.boxShadow].join();
        expect(await legibility(button)).to.be.at.least(4.5);
        const still = look();
        await pointAt(button);
        expect(await legibility(button), 'pointed at').to.be.at.least(4.5);
        const hovered = look();
        await sendMouse({ type: 'down' });
        expect(await legibility(button), 'pressed').to.be.at.least(4.5);
        expect(look(), 'pressed').not.to.equal(hovered);
        // The pressed button of a switch offers no further action.
        if (!selector.includes('true')) expect(hovered, 'pointed at').not.to.equal(still);
      });
    }
  }
});

describe('Motion', () => {
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  /** Lists the motions in a loading card, and in a button at rest and under the pointer. */
  async function motions(): Promise<string[]> {
    const waiting = await place('customs-profile-card', null);
    await waitUntil(() => within(waiting).querySelector('[part=loading]'));
    const ready = await place('customs-profile-card', sample);
    const button = within(ready).querySelector('.primary')!;
    const { transitionDuration: atRest } = getComputedStyle(button);
    await pointAt(button);
    return [
      ...within(waiting)
        .getAnimations()
        .map((one) => (one as CSSAnimation).animationName),
      atRest,
      getComputedStyle(button).transitionDuration,
    ];
  }

  it('is there to say that something is on its way, and small', async () => {
    expect(await motions()).to.deep.equal(['breathe', '0s', '0.12s']);
  });

  it('is not there for whoever wants less of it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(await motions()).to.deep.equal(['0s', '0s']);
  });
});
