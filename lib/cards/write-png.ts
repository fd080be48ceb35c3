import { deflateSync } from 'node:zlib';

/** How many colours a PNG may name. */
const MOST_COLOURS = 256;

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** Eight bits a pixel, each the number of a colour. */
const [DEPTH, INDEXED] = [8, 3];

/**
 * Opaque RGBA pixels as a PNG (https://www.w3.org/TR/png/) that names its colours: a drawing in a few inks has
 * under a hundred, and so takes half as many bytes, with nothing lost.
 * @throws RangeError when there are more than 256 colours
 */
export function writePng(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const { palette, rows } = nameColours(pixels, width, height);
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

/** The colours in the order in which they are met, and rows of their numbers, each after the number of its filter: none. */
function nameColours(pixels: Uint8Array, width: number, height: number) {
  // Numbers of four bytes begin at every fourth byte; a copy does.
  const { buffer, byteOffset } = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  const colours = new Uint32Array(buffer, byteOffset, width * height);
  const numbers = new Map<number, number>();
  const palette: number[][] = [];
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const end = (row + 1) * width;
    for (let at = row * width; at < end; ) {
      const colour = colours[at] ?? 0;
      let number = numbers.get(colour);
      if (number === undefined) {
        number = palette.length;
        numbers.set(colour, number);
        palette.push([...pixels.subarray(at * 4, at * 4 + 3)]);
      }
      // Most pixels have the colour of the one before.
      do {
        rows[at + row + 1] = number;
        at += 1;
      } while (at < end && colours[at] === colour);
    }
  }
  if (palette.length > MOST_COLOURS) throw new RangeError(`a card has ${palette.length} colours`);
  return { palette, rows };
}

/** A piece of a PNG: its length, its name and what it holds, the checksum of both. */
function chunk(name: string, data: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return [length, body, sum];
}

/** What the remainder of a byte adds to a CRC-32. */
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32; `node:zlib` has it since Node 20.15, and Node 20.9 is to do. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (REMAINDERS[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
