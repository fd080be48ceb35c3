import { inflateSync } from 'node:zlib';

/** The sizes in bytes of the file header and of a table's directory entry, in WOFF and in OpenType. */
const WOFF = { head: 44, entry: 20 };
const OPENTYPE = { head: 12, entry: 16 };

/**
 * Unpacks a WOFF file (https://www.w3.org/TR/WOFF/) to the OpenType font in it. satori can unpack it too, but does so
 * twice and in JavaScript, which takes half a second for the fonts of 53 cards.
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
    // An entry has the table's name, checksum, offset and length.
    woff.copy(font, entry, from, from + 4);
    woff.copy(font, entry + 4, from + 16, from + 20);
    font.writeUInt32BE(at, entry + 8);
    font.writeUInt32BE(size, entry + 12);
    // Tables are aligned to four bytes.
    at += Math.ceil(size / 4) * 4;
  }
  return font;
}
