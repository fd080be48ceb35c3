import { inflateSync } from 'node:zlib';

/** The sizes of what comes before the tables of a font, in WOFF and in OpenType, and of what is said of each there. */
const WOFF = { head: 44, entry: 20 };
const OPENTYPE = { head: 12, entry: 16 };

/**
 * A font in WOFF (https://www.w3.org/TR/WOFF/) as the OpenType font that is packed in it. satori would unpack it, too:
 * twice, by code in JavaScript, which takes half a second for the fonts of 53 cards.
 */
export function unpackWoff(woff: Buffer): Buffer<ArrayBuffer> {
  const tables = woff.readUInt16BE(12);
  const font = Buffer.alloc(woff.readUInt32BE(16));
  woff.copy(font, 0, 4, 8);
  font.writeUInt16BE(tables, 4);
  let at = OPENTYPE.head + tables * OPENTYPE.entry;
  for (let table = 0; table < tables; table += 1) {
    const from = WOFF.head + table * WOFF.entry;
    const entry = OPENTYPE.head + table * OPENTYPE.entry;
    const offset = woff.readUInt32BE(from + 4);
    const [packed, size] = [woff.readUInt32BE(from + 8), woff.readUInt32BE(from + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    font.set(packed < size ? inflateSync(bytes) : bytes, at);
    // The name of the table, its checksum, where it is and how long.
    woff.copy(font, entry, from, from + 4);
    woff.copy(font, entry + 4, from + 16, from + 20);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(size, entry + 12);
    // Each begins at a number of bytes that four divides.
    at += Math.ceil(size / 4) * 4;
  }
  return font;
}
