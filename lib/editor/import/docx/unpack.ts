import { inflateRawSync } from 'node:zlib';
import { crcOf } from '#lib/editions/zip.ts';
import { Failure, hasCode } from '#lib/system/failure.ts';
import { readXml, type Xml } from './xml.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

/** The files in a zip archive by their names. */
export type Parts = ReadonlyMap<string, Buffer>;

/** Pictures hardly shrink in an archive, and the text of an issue is small: what unpacks to more is not an issue. */
const LARGEST = 100 * 1024 * 1024;
/** The signature of the header before a file, and its size without the name (APPNOTE, 4.3.7). */
const FILE = { signature: 0x04034b50, size: 30 };
const ENCRYPTED = 1;
/** A flag: the sizes and the sum stand after the file and not in its header. */
const SIZES_BEHIND = 8;
const [STORED, DEFLATED] = [0, 8];

/**
 * Unpacks a zip archive. The size and the CRC-32 of each file have to be those that the archive states, and its two
 * headers have to agree: a damaged document must not become an issue with other words.
 * @throws Failure for one that unpacks to over 100 MB; Error for one that is damaged
 */
export function unpack(bytes: Buffer, name: string): Parts {
  const parts = new Map<string, Buffer>();
  let left = LARGEST;
  for (const entry of readDirectory(bytes)) {
    if (entry.name.endsWith('/') && entry.size === 0) continue;
    const part = readFile(bytes, entry, left);
    if (part === undefined) {
      throw new Failure(
        `${name} unpacks to more than 100 MB, which no issue has: copy its text into a new document.`,
        2,
      );
    }
    parts.set(entry.name, part);
    left -= part.length;
  }
  return parts;
}

/** The bytes of a file; `undefined` where they are more than `most`: reading stops there. */
function readFile(bytes: Buffer, entry: ZipEntry, most: number): Buffer | undefined {
  const { name, flags, method, crc, packed, size, at } = entry;
  if (at + FILE.size > bytes.length || bytes.readUInt32LE(at) !== FILE.signature)
    throw new Error(`${name} is not where the archive says`);
  if ((flags & ENCRYPTED) !== 0) throw new Error(`${name} is encrypted`);
  const nameEnd = at + FILE.size + bytes.readUInt16LE(at + 26);
  const start = nameEnd + bytes.readUInt16LE(at + 28);
  const agrees =
    bytes.toString('utf8', at + FILE.size, nameEnd) === name &&
    bytes.readUInt16LE(at + 8) === method &&
    ((flags & SIZES_BEHIND) !== 0 || bytes.readUInt32LE(at + 14) === crc);
  if (!agrees) throw new Error(`${name} has two headers that differ`);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw new Error(`${name} is cut off`);
  if (method !== STORED && method !== DEFLATED)
    throw new Error(`${name} is packed in an unknown way`);
  const part = method === STORED ? data : inflate(data, most);
  if (part === undefined || part.length > most) return undefined;
  if (part.length !== size || crcOf(part) !== crc)
    throw new Error(`${name} differs from what was saved`);
  return part;
}

function inflate(data: Buffer, most: number): Buffer | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: most + 1 });
  } catch (error) {
    if (hasCode(error, 'ERR_BUFFER_TOO_LARGE')) return undefined;
    throw error;
  }
}

/**
 * The root of an XML part.
 * @throws Error where the archive does not hold it
 */
export function readPart(parts: Parts, part: string): Xml {
  const bytes = parts.get(part);
  if (bytes === undefined) throw new Error(`it has no ${part}`);
  return readXml(bytes, part);
}
