import { deflateSync } from 'node:zlib';

/** How many colours the palette of a PNG may have. */
const MOST_COLOURS = 256;

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** The bit depth, and the colour type in which a pixel is the index of a colour in the palette. */
const [DEPTH, INDEXED] = [8, 3];

/**
 * Writes opaque RGBA pixels as a PNG with a palette (https://www.w3.org/TR/png/). A card has under a hundred colours,
 * so that a palette halves the file without loss.
 * @throws RangeError when there are more than 256 colours
 */
export function writePng(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const { palette, rows } = indexColours(pixels, width, height);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, INDEXED], 8);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      ...chunk('IHDR', header),
      ...chunk('PLTE', Buffer.from(palette.flat())),
      ...chunk('IDAT', deflateSync(rows)),
      ...chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** The palette, and rows of pixels as indexes into it. Each row begins with the number of its filter: 0 for none. */
function indexColours(pixels: Uint8Array, width: number, height: number) {
  // A Uint32Array must begin at a multiple of four bytes. A copy does.
  const { buffer, byteOffset } = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  const colours = new Uint32Array(buffer, byteOffset, width * height);
  const indexes = new Map<number, number>();
  const palette: number[][] = [];
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const end = (row + 1) * width;
    for (let at = row * width; at < end; ) {
      const colour = colours[at] ?? 0;
      let index = indexes.get(colour);
      if (index === undefined) {
        index = palette.length;
        indexes.set(colour, index);
        palette.push([...pixels.subarray(at * 4, at * 4 + 3)]);
      }
      // Most pixels have the colour of the one before.
      do {
        rows[at + row + 1] = index;
        at += 1;
      } while (at < end && colours[at] === colour);
    }
  }
  if (palette.length > MOST_COLOURS) throw new RangeError(`a card has ${palette.length} colours`);
  return { palette, rows };
}

/** A chunk of a PNG: the length of the data, the name, the data, and a checksum of name and data. */
function chunk(name: string, data: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return [length, body, sum];
}

/** By a byte, its remainder: the table from which a CRC-32 is computed (https://www.w3.org/TR/png/#D-CRCAppendix). */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32. `node:zlib` has it since Node 20.15, but the project supports Node from 20.9 on. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (REMAINDERS[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
