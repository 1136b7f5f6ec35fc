/* Small PNG files: few colours in a palette, where pngjs writes four bytes for each pixel. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Colours nearer to each other than this need no two places in a palette. */
const APART = 5;

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

/** The colour of each pixel as one number; the picture is opaque. */
function colorsOf({ width, height, data }) {
  return Uint32Array.from({ length: width * height }, (_, pixel) => {
    const start = pixel * 4;
    return (data[start] << 16) | (data[start + 1] << 8) | data[start + 2];
  });
}

/** The colours of surfaces, which are frequent, stay; those of the edges of letters go to the nearest one. */
function choosePalette(colors, size) {
  const counts = new Map();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([color]) => color);
  const palette = [];
  for (const color of frequent) {
    if (palette.length === size) break;
    if (palette.every((chosen) => distance(chosen, color) > APART)) palette.push(color);
  }
  const places = new Map(frequent.map((color) => [color, nearest(palette, color)]));
  return { palette, places };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The bytes of a file with at most so many colours: 16 or 256. */
export function encodePalette(image, size) {
  const { width, height } = image;
  const colors = colorsOf(image);
  const { palette, places } = choosePalette(colors, size);
  const depth = size === 16 ? 4 : 8;
  const rowBytes = Math.ceil((width * depth) / 8) + 1;
  // Each row begins with a byte for its filter, and has none.
  const rows = Buffer.alloc(rowBytes * height);
  colors.forEach((color, pixel) => {
    const x = pixel % width;
    const place = ((pixel - x) / width) * rowBytes + 1 + ((x * depth) >> 3);
    rows[place] |= places.get(color) << (depth === 4 && x % 2 === 0 ? 4 : 0);
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
