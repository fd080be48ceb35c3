import { deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import type { IsoDate } from '#lib/site/dates.ts';
import { crcOf, noonOf } from '../zip.ts';

/** A compressed file. What many archives have is compressed once. `size` is in bytes, before the compression. */
export type DeflatedFile = { deflated: Uint8Array<ArrayBuffer>; size: number; crc: number };

/** The number of the deflate method in a zip archive. */
const DEFLATE = 8;

/** Compresses a file for a zip archive. Node takes a third of fflate's time, 0.6 s of CPU less for 520 issues. */
export function deflateFile(content: string | Uint8Array): DeflatedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const deflated = deflateRawSync(bytes, { level: 9 });
  return { deflated, size: bytes.length, crc: crcOf(bytes) };
}

/** A zip archive of files in their order, all dated noon of `day`, so that the same files give the same bytes. */
export function zipDeflated(
  files: readonly { path: string; file: DeflatedFile }[],
  day: IsoDate,
): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { path, file } of files) {
    const { deflated, size, crc } = file;
    const input: ZipInputFile = {
      ...{ filename: path, size, crc },
      ...{ compression: DEFLATE, mtime: noonOf(day) },
    };
    archive.add(input);
    input.ondata?.(null, deflated, true);
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
