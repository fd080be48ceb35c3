import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Endings of the files that are worth compressing. */
const TEXT = /\.(html|css|js|json|xml|svg|txt|md|ics|webmanifest|opml|eml)$/;

/**
 * Brotli's qualities (RFC 7932). Of the shipped pages, 17 KB each, the eleventh takes 35 ms a page, the tenth 12.6 for
 * 2.5 % more bytes, the seventh 0.9 for 9.5 % more. The fifth takes two thirds of that, and makes a few pages larger
 * than they were before the press rendered by itself.
 */
export const BEST_QUALITY = 11;
export const HIGH_QUALITY = 10;
export const GOOD_QUALITY = 7;

/** What the name of a file's form adds to its own. */
export type Ending = '' | '.br' | '.gz';

/** The forms of a file, as `endingsOf` has them. */
export type Packed = readonly { ending: Ending; bytes: Uint8Array }[];

/** The forms in which a file of this name is kept: precompressed where that is worth it, the file itself last. */
export function endingsOf(path: string): Ending[] {
  return TEXT.test(path) ? ['.br', '.gz', ''] : [''];
}

/**
 * Compresses a file with brotli (RFC 7932) and gzip (RFC 1952). It does so at once: to hand a page over to one of
 * Node's own threads takes as long again as to compress it.
 * @param quality brotli's, 0 to 11
 */
export function pack(path: string, content: string | Uint8Array, quality: number): Packed {
  const identity = Buffer.from(content);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const compress: Record<Ending, () => Uint8Array> = {
    '.br': () => brotliCompressSync(identity, { params }),
    '.gz': () => gzipSync(identity),
    '': () => identity,
  };
  return endingsOf(path).map((ending) => ({ ending, bytes: compress[ending]() }));
}
