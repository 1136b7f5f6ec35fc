/*
 * Writes small PNG files: few colours in a palette, where pngjs writes four bytes for each pixel.
 */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * From this number of equal pixels in a row or column, they are a surface or a line, not a letter.
 */
const RUN = 24;

const partsOf = (color) => [color >> 16, (color >> 8) & 255, color & 255];

function distance(one, other) {
  const others = partsOf(other);
  return Math.max(...partsOf(one).map((part, index) => Math.abs(part - others[index])));
}

const nearest = (palette, color) =>
  palette.reduce(
    (best, other, place) =>
      distance(other, color) < distance(palette[best], color) ? place : best,
    0,
  );

/** Colour of each pixel as one number. The picture is opaque. */
function colorsOf({ width, height, data }) {
  return Uint32Array.from({ length: width * height }, (_, pixel) => {
    const start = pixel * 4;
    return (data[start] << 16) | (data[start + 1] << 8) | data[start + 2];
  });
}

/**
 * Calls back for each pixel that ends a run, from left to right (`step` 1) or from the top down
 * (`step` width).
 */
function forRuns(colors, step, lineLength, visit) {
  let run = 0;
  for (let count = 0; count < colors.length; count += 1) {
    const line = Math.floor(count / lineLength);
    const index = step === 1 ? count : (count % lineLength) * step + line;
    const begins = count % lineLength === 0 || colors[index] !== colors[index - step];
    run = begins ? 1 : run + 1;
    if (run === RUN) visit(colors[index]);
  }
}

/** Sorts colours by frequency, highest first. */
const byFrequency = (counts) =>
  [...counts].sort(([, one], [, other]) => other - one).map(([color]) => color);

/**
 * Chooses the colours of surfaces and lines, and enough others that every colour is close to one.
 */
function choosePalette(colors, { width, height }, apart) {
  const counts = new Map();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const surfaces = new Map();
  const meet = (color) => surfaces.set(color, (surfaces.get(color) ?? 0) + 1);
  forRuns(colors, 1, width, meet);
  forRuns(colors, width, height, meet);
  const palette = byFrequency(surfaces).slice(0, 256);
  const all = byFrequency(counts);
  for (const color of all) {
    if (palette.length === 256) break;
    if (palette.every((chosen) => distance(chosen, color) > apart)) palette.push(color);
  }
  return { palette, places: new Map(all.map((color) => [color, nearest(palette, color)])) };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * Writes the bytes of a file. Colours at the edges of letters are merged if they are no further
 * apart than `apart`.
 */
export function encodePalette(image, apart) {
  const { width, height } = image;
  const colors = colorsOf(image);
  const { palette, places } = choosePalette(colors, image, apart);
  const depth = [1, 2, 4, 8].find((bits) => palette.length <= 2 ** bits);
  const rowBytes = Math.ceil((width * depth) / 8) + 1;
  // Each row starts with a byte for its filter; no filter is used.
  const rows = Buffer.alloc(rowBytes * height);
  colors.forEach((color, pixel) => {
    const x = pixel % width;
    const bit = x * depth;
    const place = ((pixel - x) / width) * rowBytes + 1 + (bit >> 3);
    rows[place] |= places.get(color) << (8 - depth - (bit & 7));
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
