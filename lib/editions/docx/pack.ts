import { deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { IsoDate } from '#lib/site/dates.ts';
import { crcOf, noonOf } from '../zip.ts';

/** Bytes as a zip archive holds them. What many archives hold is made such once for all of them. */
export type Packed = { deflated: Uint8Array<ArrayBuffer>; size: number; crc: number };

/** How a zip archive names the compression by deflate. */
const DEFLATE = 8;

/** Compresses a file of the archive. Node takes a third of fflate's time, 0.6 s of CPU less for 520 issues. */
export function pack(content: string | Uint8Array): Packed {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const deflated = deflateRawSync(bytes, { level: 9 });
  return { deflated, size: bytes.length, crc: crcOf(bytes) };
}

/** A zip archive of files in their order, dated noon of `day`: the same bytes whenever it is made. */
export function zipPacked(
  files: readonly { path: string; packed: Packed }[],
  day: IsoDate,
): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { path, packed } of files) {
    const { deflated, size, crc } = packed;
    const file: ZipInputFile = {
      ...{ filename: path, size, crc },
      ...{ compression: DEFLATE, mtime: noonOf(day) },
    };
    archive.add(file);
    file.ondata?.(null, deflated, true);
  }
  archive.end();
  return join(chunks);
}

function join(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
