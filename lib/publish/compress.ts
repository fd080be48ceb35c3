import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Endings of the files that are worth compressing. */
const TEXT = /\.(html|css|js|json|xml|svg|txt|md|ics|webmanifest|opml|eml)$/;

/**
 * The qualities of brotli (RFC 7932) that we use; a higher one makes a smaller file and takes longer. Measured on the
 * shipped pages, 17 KB each: 11 takes 35 ms a page; 10 takes 12.6 ms and its files are 2.5 % larger; 7 takes 0.9 ms and
 * its files are 9.5 % larger. 5 takes 0.6 ms, but some pages were then larger than when Next printed
 * them, which no page may be.
 */
export const BEST_QUALITY = 11;
export const HIGH_QUALITY = 10;
export const GOOD_QUALITY = 7;

/** What the name of a form adds to the name of its file. */
export type Ending = '' | '.br' | '.gz';

/** The forms of a file, in the order of `endingsOf`. */
export type CompressedForms = readonly { ending: Ending; bytes: Uint8Array }[];

/** The endings of the forms of a file. Text has compressed forms too; the uncompressed file comes last. */
export function endingsOf(path: string): Ending[] {
  return TEXT.test(path) ? ['.br', '.gz', ''] : [''];
}

/**
 * Compresses a file with brotli (RFC 7932) and gzip (RFC 1952). It is synchronous, because to hand a page over to one
 * of Node's own threads takes as long as to compress it.
 * @param quality of brotli, 0 to 11
 */
export function pack(path: string, content: string | Uint8Array, quality: number): CompressedForms {
  const identity = Buffer.from(content);
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(identity.length),
  };
  const compress: Record<Ending, () => Uint8Array> = {
    '.br': () => brotliCompressSync(identity, { params }),
    '.gz': () => gzipSync(identity),
    '': () => identity,
  };
  return endingsOf(path).map((ending) => ({ ending, bytes: compress[ending]() }));
}

/**
 * The logarithm of the smallest window of brotli that spans a text (RFC 7932, 9.1: a window is 16 bytes less than a power
 * of two). Of its own accord brotli takes 4 MB for every text, which makes no file smaller: a page of 14 KB then takes
 * 1.3 ms instead of 0.8, one of 42 KB 3 ms instead of 2.
 */
function windowFor(length: number): number {
  const spanning = Math.ceil(Math.log2(length + 16));
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_DEFAULT_WINDOW: usual } = constants;
  return Math.min(Math.max(spanning, least), usual);
}
