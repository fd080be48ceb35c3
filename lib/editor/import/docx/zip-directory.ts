/** What the directory of a zip archive says of a file; `at` is where the file's own header begins. */
export type ZipEntry = {
  name: string;
  flags: number;
  method: number;
  crc: number;
  /** The number of bytes in the archive, and of those that they unpack to. */
  packed: number;
  size: number;
  at: number;
};

/** The signatures of the two records, and their sizes without names and comments. */
const END = { signature: 0x06054b50, size: 22 };
const FILE = { signature: 0x02014b50, size: 46 };
/** The length of a comment is a number of two bytes. */
const LONGEST_COMMENT = 0xffff;
/** Stands for a number of eight bytes, which is in the extra field. */
const IN_ZIP64 = 0xffffffff;

/**
 * The files of a zip archive, as the directory at its end lists them (APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 * @throws Error where the directory is broken
 */
export function readDirectory(bytes: Buffer): ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (at + size !== end) throw new Error('its directory is not where its end says');
  const entries: ZipEntry[] = [];
  while (at < end) {
    const [entry, next] = readEntry(bytes, at, end);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== count) throw new Error(`it has ${entries.length} of its ${count} parts`);
  return entries;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END.size - LONGEST_COMMENT);
  for (let at = bytes.length - END.size; at >= first; at -= 1) {
    const isEnd = bytes.readUInt32LE(at) === END.signature;
    if (isEnd && at + END.size + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw new Error('its end is missing');
}

function readEntry(bytes: Buffer, at: number, end: number): [ZipEntry, next: number] {
  if (at + FILE.size > end || bytes.readUInt32LE(at) !== FILE.signature)
    throw new Error('its directory is broken');
  const nameEnd = at + FILE.size + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > end) throw new Error('its directory is broken');
  const wide = zip64Of(bytes.subarray(nameEnd, extraEnd));
  const number = (offset: number) => {
    const value = bytes.readUInt32LE(at + offset);
    return value === IN_ZIP64 ? (wide.shift() ?? value) : value;
  };
  // The extra field of zip64 has the numbers that do not fit, in this order.
  const size = number(24);
  const packed = number(20);
  const entry = {
    name: bytes.toString('utf8', at + FILE.size, nameEnd),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...{ size, packed, at: number(42) },
  };
  return [entry, next];
}

/** The numbers of eight bytes in an entry's extra field (4.5.3). */
function zip64Of(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + size);
    if (extra.readUInt16LE(at) === 1) {
      return Array.from({ length: field.length >> 3 }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      );
    }
    at += 4 + size;
  }
  return [];
}
