import { encode } from 'fast-png';

/** How many colours a PNG may name. */
const MOST_COLOURS = 256;

/**
 * Opaque RGBA pixels as a PNG that names its colours: a drawing in a few inks has under a hundred, and so
 * takes half as many bytes, with nothing lost.
 * @throws RangeError when there are more than 256 colours
 */
export function writePng(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const named = new Map<number, number>();
  const indexes = new Uint8Array(width * height);
  let last = -1;
  let index = 0;
  for (let at = 0; at < indexes.length; at += 1) {
    const colour = view.getUint32(at * 4);
    // Most pixels have the colour of the one before.
    if (colour !== last) {
      index = named.get(colour) ?? named.size;
      named.set(colour, index);
      last = colour;
    }
    indexes[at] = index;
  }
  if (named.size > MOST_COLOURS) throw new RangeError(`a card has ${named.size} colours`);
  const palette = Array.from(named.keys(), (colour) => [
    (colour >>> 24) & 0xff,
    (colour >>> 16) & 0xff,
    (colour >>> 8) & 0xff,
  ]);
  return Uint8Array.from(encode({ width, height, data: indexes, channels: 1, depth: 8, palette }));
}
