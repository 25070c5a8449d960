import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { isMain } from '../support.mjs';

// Tickmark's sign, a tick on a teal tile, drawn for each size and wrapped as each system wants it. The pictures beside this file
// are its output: `node scripts/packaging/icons.mjs` makes them anew.

const teal = [15, 92, 92];
const paper = [255, 255, 255];
/** The tick as a line through three points, in parts of the tile's side. */
const tick = [
  [0.27, 0.53],
  [0.43, 0.69],
  [0.74, 0.33],
];
const strokeHalf = 0.055;
const margin = 0.06;
const cornerRadius = 0.2;
/** Points looked at across each pixel, for smooth edges. */
const samples = 4;

/** Writes icon.png, icon.ico and icon.icns into the folder. */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  const png = Object.fromEntries([16, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, drawPng(size)]));
  writeFileSync(join(folder, 'icon.png'), png[512]);
  writeFileSync(join(folder, 'icon.ico'), toIco([16, 32, 48, 64, 128, 256].map((size) => [size, png[size]])));
  const apple = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  writeFileSync(join(folder, 'icon.icns'), toIcns(Object.entries(apple).map(([type, size]) => [type, png[size]])));
}

function drawPng(size) {
  const rows = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + 4 * size);
    for (let x = 0; x < size; x += 1) row.set(pixel(x, y, size), 1 + 4 * x);
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(x, y, size) {
  let tile = 0;
  let stroke = 0;
  for (let across = 0; across < samples; across += 1) {
    for (let down = 0; down < samples; down += 1) {
      const point = [(x + (across + 0.5) / samples) / size, (y + (down + 0.5) / samples) / size];
      if (!isOnTile(point)) continue;
      tile += 1;
      if (isOnTick(point)) stroke += 1;
    }
  }
  if (tile === 0) return [0, 0, 0, 0];
  const share = stroke / tile;
  const color = teal.map((value, at) => Math.round(value + (paper[at] - value) * share));
  return [...color, Math.round((255 * tile) / (samples * samples))];
}

function isOnTile([x, y]) {
  const inside = 0.5 - margin - cornerRadius;
  const dx = Math.max(0, Math.abs(x - 0.5) - inside);
  const dy = Math.max(0, Math.abs(y - 0.5) - inside);
  return Math.hypot(dx, dy) <= cornerRadius;
}

function isOnTick(point) {
  return distance(point, tick[0], tick[1]) <= strokeHalf || distance(point, tick[1], tick[2]) <= strokeHalf;
}

/** From a point to a line between two others. */
function distance([x, y], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Windows: a directory of PNG pictures. */
function toIco(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [at, [size, png]] of pictures.entries()) {
    const entry = 6 + 16 * at;
    header[entry] = size % 256;
    header[entry + 1] = size % 256;
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}

/** macOS: named pictures one after the other. */
function toIcns(pictures) {
  const entries = pictures.map(([type, png]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + entries.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...entries]);
}

if (isMain(import.meta.url)) writeIcons(import.meta.dirname);
