import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Endings of the files that are worth compressing. */
const TEXT = /\.(html|css|js|json|xml|svg|txt|md|ics|webmanifest|opml|eml)$/;

/**
 * Brotli's qualities (RFC 7932). Of the shipped pages, 17 KB each, the eleventh takes 35 ms a page, the tenth 12.6 for
 * 2.5 % more bytes, the seventh 0.9 for 9.5 % more. The fifth takes as long as the seventh, and 2 % more bytes.
 */
export const BEST_QUALITY = 11;
export const HIGH_QUALITY = 10;
export const GOOD_QUALITY = 7;

/** A file as it is sent, and precompressed where that is worth it. */
export type Packed = { identity: Uint8Array; br?: Uint8Array; gz?: Uint8Array };

/** Whether a file of this name is kept in its compressed forms too. */
export function isText(path: string): boolean {
  return TEXT.test(path);
}

/**
 * Compresses a file with brotli (RFC 7932) and gzip (RFC 1952). It does so at once: to hand a page over to one of
 * Node's own threads takes as long again as to compress it.
 * @param quality brotli's, 0 to 11
 */
export function pack(path: string, content: string | Uint8Array, quality: number): Packed {
  const identity = Buffer.from(content);
  if (!isText(path)) return { identity };
  const br = brotliCompressSync(identity, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      [constants.BROTLI_PARAM_LGWIN]: windowFor(identity.length),
    },
  });
  return { identity, br, gz: gzipSync(identity) };
}

/** The smallest window that holds a file, as a power of two: with the largest, most of the time goes into making it. */
function windowFor(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(16, least, Math.ceil(Math.log2(bytes + 16))));
}
