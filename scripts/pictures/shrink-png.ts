import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * Writes a screenshot again with a palette of 256 colours, without filters: a third of the bytes, and to the
 * eye the same, since pages have few colours and the rest are the edges of letters. Takes what Chromium writes: eight bits a
 * channel, no alpha, not interlaced.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { header, data } = readChunks(png);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  if (header[8] !== 8 || header[9] !== 2)
    throw new Error('The screenshot is not in eight bits of red, green and blue.');
  const pixels = unfilter(inflateSync(data), width * BYTES, height);
  const { palette, indexOf } = choosePalette(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0, pixel = 0; pixel < width * height; pixel += 1, at += BYTES)
    rows[pixel + Math.floor(pixel / width) + 1] = indexOf(pixels.readUIntBE(at, BYTES));
  const size = Buffer.concat([header.subarray(0, 8), Buffer.from([8, 3, 0, 0, 0])]);
  return Buffer.concat([
    png.subarray(0, SIGNATURE),
    chunk('IHDR', size),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const BYTES = 3;
const SIGNATURE = 8;
const MOST_COLOURS = 256;

function readChunks(png: Buffer): { header: Buffer; data: Buffer } {
  let header: Buffer = Buffer.alloc(0);
  const parts: Buffer[] = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const content = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = content;
    if (name === 'IDAT') parts.push(content);
    at += length + 12;
  }
  return { header, data: Buffer.concat(parts) };
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** Undoes what each row says of its neighbours: to the left, above, and both (the PNG specification, section 9). */
function unfilter(rows: Buffer, stride: number, height: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= BYTES ? (pixels[at - BYTES] ?? 0) : 0;
      const above = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= BYTES && y > 0 ? (pixels[at - stride - BYTES] ?? 0) : 0;
      pixels[at] = (rows[at + y + 1] ?? 0) + foretell(filter, { left, above, corner });
    }
  }
  return pixels;
}

type Near = { left: number; above: number; corner: number };

function foretell(filter: number, { left, above, corner }: Near): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** The most frequent colours of each kind; every other one becomes the nearest of them. */
function choosePalette(pixels: Buffer): { palette: Buffer; indexOf: (colour: number) => number } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += BYTES) {
    const colour = pixels.readUIntBE(at, BYTES);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([a, often], [b, rarely]) => rarely - often || a - b).map(([colour]) => colour);
  // One of each kind of colour first: a small green dot stays green among so many greys.
  const ofEachKind = new Map(byCount.toReversed().map((colour) => [kindOf(colour), colour]));
  const chosen = [
    ...new Set([...byCount.filter((colour) => ofEachKind.get(kindOf(colour)) === colour), ...byCount]),
  ].slice(0, MOST_COLOURS);
  const palette = Buffer.alloc(chosen.length * BYTES);
  for (const [index, colour] of chosen.entries()) palette.writeUIntBE(colour, index * BYTES, BYTES);
  const known = new Map(chosen.map((colour, index) => [colour, index]));
  const indexOf = (colour: number) => {
    const index = known.get(colour) ?? nearest(chosen, colour);
    known.set(colour, index);
    return index;
  };
  return { palette, indexOf };
}

/** Colours that the eye hardly tells apart: four bits of each channel. */
const kindOf = (colour: number) => colour & 0xf0f0f0;

function nearest(colours: readonly number[], wanted: number): number {
  const distances = colours.map((colour) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((wanted >> shift) & 255)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
