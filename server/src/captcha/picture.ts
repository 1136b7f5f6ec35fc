/* The captcha for the eye: four digits, written anew by a hand that is never quite the same. */
import { PNG } from 'pngjs';
import { freshRandom, type Random } from './random.js';

type Point = readonly [x: number, y: number];
type Stroke = readonly Point[];
/** Draws a number from `low` up to `high`. */
type Between = (low: number, high: number) => number;

/** Twice the 150 × 56 px it is shown at, to stay sharp on fine screens. */
const WIDTH = 300;
const HEIGHT = 112;
/** Where the first digit may begin. */
const MARGIN = 18;
/** The least distance of the middle of a line from the edge. */
const EDGE = 8;

/** Part of an ellipse; degrees run clockwise from the right. */
function arc(x: number, y: number, across: number, down: number, from: number, to: number): Stroke {
  const steps = Math.ceil(Math.abs(to - from) / 15);
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return [x + across * Math.cos(angle), y + down * Math.sin(angle)];
  });
}

/** Straight sides, in short pieces so that they bend with everything else. */
function sides(...corners: Point[]): Stroke {
  return corners.slice(1).flatMap(([x, y], index) => {
    const [startX, startY] = corners[index]!;
    const pieces = Array.from({ length: 9 }, (_, step) => step / 8);
    return pieces.map((t): Point => [startX + (x - startX) * t, startY + (y - startY) * t]);
  });
}

const six = [...arc(0.24, 0.2, 0.52, 0.7, -92, -180), ...arc(0, 0.2, 0.28, 0.3, 180, -180)];

/**
 * The ways to write each digit, one unit high around the middle. The 1 always has its foot, the 0 is
 * never slashed and the 7 never barred: a line across must not make another digit of it.
 */
const DIGITS: readonly (readonly Stroke[])[][] = [
  [[arc(0, 0, 0.29, 0.5, -90, 270)]],
  [[sides([-0.17, -0.31], [0.02, -0.5], [0.02, 0.5]), sides([-0.17, 0.5], [0.21, 0.5])]],
  [[[...arc(0, -0.22, 0.28, 0.28, -175, 38), ...sides([0.22, -0.05], [-0.3, 0.5], [0.32, 0.5])]]],
  [
    [[...arc(-0.02, -0.25, 0.26, 0.25, -150, 90), ...arc(-0.02, 0.24, 0.3, 0.26, -90, 150)]],
    [
      [
        ...sides([-0.26, -0.5], [0.24, -0.5], [-0.04, -0.1]),
        ...arc(-0.04, 0.2, 0.3, 0.3, -90, 150),
      ],
    ],
  ],
  [
    [sides([0.13, 0.5], [0.13, -0.5], [-0.38, 0.18], [0.34, 0.18])],
    [sides([-0.14, -0.5], [-0.3, 0.12], [0.34, 0.12]), sides([0.14, -0.28], [0.14, 0.5])],
  ],
  [[[...sides([0.28, -0.5], [-0.2, -0.5], [-0.24, -0.03]), ...arc(0, 0.18, 0.3, 0.32, -140, 145)]]],
  [[six]],
  [[sides([-0.32, -0.5], [0.32, -0.5], [-0.2, 0.5])]],
  [[[...arc(0, -0.25, 0.23, 0.25, 90, -270), ...arc(0, 0.24, 0.29, 0.26, -90, 270)]]],
  [
    [six.map(([x, y]): Point => [-x, -y])],
    [[...arc(0, -0.21, 0.28, 0.29, 0, 360), ...sides([0.28, -0.21], [0.22, 0.5])]],
  ],
];

/** Leans, turns and stretches a digit, and puts it at its place. */
function place(strokes: readonly Stroke[], middle: number, between: Between): Stroke[] {
  const high = between(60, 75);
  const wide = high * between(0.95, 1.18);
  const lean = between(-0.16, 0.16);
  const turn = between(-0.21, 0.21);
  const x = middle + between(-6, 6);
  const y = HEIGHT / 2 + between(-5, 5);
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  return strokes.map((stroke) =>
    stroke.map(([unitX, unitY]): Point => {
      const across = wide * (unitX - lean * unitY);
      const down = high * unitY;
      return [x + across * cosine - down * sine, y + across * sine + down * cosine];
    }),
  );
}

/** A bend of the whole sheet, as on a page held loosely. */
function wave(between: Between): (point: Point) => Point {
  const ripple = (height: number, short: number, long: number) => {
    const [size, phase] = [between(height / 2, height), between(0, 7)];
    const turns = (2 * Math.PI) / between(short, long);
    return (along: number) => size * Math.sin(phase + along * turns);
  };
  const down = [ripple(5, 110, 190), ripple(1.3, 38, 60)] as const;
  const across = [ripple(4, 60, 110), ripple(1.3, 34, 50)] as const;
  return ([x, y]) => [x + across[0](y) + across[1](y), y + down[0](x) + down[1](x)];
}

/** Presses what would leave the sheet flat at its edge, so that no part of a digit is lost. */
const inside = ([x, y]: Point): Point => [
  Math.min(WIDTH - EDGE, Math.max(EDGE, x)),
  Math.min(HEIGHT - EDGE, Math.max(EDGE, y)),
];

/** Lays ink along a stroke, or takes it away, with smooth edges; `radius` is asked point by point. */
function draw(
  sheet: Float32Array,
  stroke: Stroke,
  radius: (index: number) => number,
  erase = false,
): void {
  for (let index = 0; index + 1 < stroke.length; index += 1) {
    const [startX, startY] = stroke[index]!;
    const [endX, endY] = stroke[index + 1]!;
    const [runX, runY] = [endX - startX, endY - startY];
    const squared = runX * runX + runY * runY || 1;
    const reach = radius(index);
    const left = Math.max(0, Math.floor(Math.min(startX, endX) - reach - 1));
    const right = Math.min(WIDTH - 1, Math.ceil(Math.max(startX, endX) + reach + 1));
    const top = Math.max(0, Math.floor(Math.min(startY, endY) - reach - 1));
    const bottom = Math.min(HEIGHT - 1, Math.ceil(Math.max(startY, endY) + reach + 1));
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const along = ((x - startX) * runX + (y - startY) * runY) / squared;
        const nearest = Math.min(1, Math.max(0, along));
        const awayX = x - startX - nearest * runX;
        const awayY = y - startY - nearest * runY;
        const away = Math.sqrt(awayX * awayX + awayY * awayY);
        const cover = Math.min(1, Math.max(0, reach + 0.5 - away));
        const at = y * WIDTH + x;
        const ink = sheet[at]!;
        sheet[at] = erase ? Math.min(ink, 1 - cover) : Math.max(ink, cover);
      }
    }
  }
}

/** A flat curve from one side of the sheet to the other, in the band from `top` to `bottom`. */
function crossing(top: number, bottom: number, between: Between): Stroke {
  const [left, right] = [between(top, bottom), between(top, bottom)];
  // Half way, a curve has come half as far as the point that it is drawn to.
  const summit = 2 * between(top, bottom) - (left + right) / 2;
  return Array.from({ length: 31 }, (_, step): Point => {
    const t = step / 30;
    const height = left * (1 - t) ** 2 + summit * 2 * t * (1 - t) + right * t ** 2;
    return [t * WIDTH, height];
  });
}

/**
 * Draws the four digits of a code as a PNG, dark on light.
 *
 * @param random - the same numbers draw the same picture
 */
export function drawCode(code: string, random: Random = freshRandom()): Buffer {
  if (!/^[0-9]{4}$/.test(code)) throw new RangeError('A code is four digits.');
  const between: Between = (low, high) => low + (high - low) * random();
  const sheet = new Float32Array(WIDTH * HEIGHT);
  const bend = wave(between);
  const room = WIDTH - 2 * MARGIN;
  const step = between(58, room / code.length);
  const start = MARGIN + between(0, room - step * code.length);

  [...code].forEach((digit, index) => {
    const ways = DIGITS[Number(digit)]!;
    const way = ways[Math.floor(random() * ways.length)]!;
    const [pen, swell, phase] = [between(3.8, 5), between(0.1, 0.28), between(0, 7)];
    for (const stroke of place(way, start + step * (index + 0.5), between))
      draw(
        sheet,
        stroke.map(bend).map(inside),
        (at) => pen * (1 + swell * Math.sin(phase + at / 4)),
      );
  });
  // One thin line cuts the digits, one or two join them: neither pieces nor outlines can be counted.
  // The cut keeps to the middle, where it cannot run along the bar of a 7 and take it away.
  const cut = between(0.9, 1.3);
  draw(sheet, crossing(38, 62, between).map(bend), () => cut, true);
  for (let lines = between(1, 3); lines >= 1; lines -= 1) {
    const pen = between(1.3, 2);
    draw(sheet, crossing(26, 86, between).map(bend), () => pen);
  }
  for (let dots = between(16, 26); dots >= 1; dots -= 1) {
    const dot: Point = [between(4, WIDTH - 4), between(4, HEIGHT - 4)];
    const size = between(0.8, 2);
    draw(sheet, [dot, dot], () => size);
  }

  const [ink, ground] = [between(16, 56), between(238, 252)];
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  png.data = Buffer.from(sheet.map((cover) => ground + (ink - ground) * cover));
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, deflateLevel: 6, filterType: 0 });
}
