import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Endings of the files that are worth compressing. */
const TEXT = /\.(html|css|js|json|xml|svg|txt|md|ics|webmanifest|opml|eml)$/;

/**
 * Brotli's best takes fifty times as long as its fifth quality to save a tenth, of a year's search shard or a
 * long feed hundreds of times as long: what is read most is worth it, the long tail is not. Its tenth saves all but
 * a fiftieth of that in a third of the time: of the lists that a new issue is in, each is compressed anew.
 */
export const BEST_QUALITY = 11;
export const HIGH_QUALITY = 10;
export const GOOD_QUALITY = 5;

/** A file as it is sent, and precompressed where that is worth it. */
export type Packed = { identity: Buffer; br?: Buffer; gz?: Buffer };

/** Whether a file of this name is kept in its compressed forms too. */
function isText(path: string): boolean {
  return TEXT.test(path);
}

/** From this quality on, or so many bytes, to compress takes longer than to hand the work to a thread. */
const WORTH_A_THREAD = { quality: 10, bytes: 20_000 };

/**
 * Compresses a file with brotli (RFC 7932) and gzip (RFC 1952).
 * @param quality brotli's, 0 to 11
 * @param hasCore whether a core is free for a thread: else that would only stand in the way of what else goes on
 */
export async function pack(
  path: string,
  content: string | Uint8Array,
  quality: number,
  hasCore = true,
): Promise<Packed> {
  const identity = Buffer.from(content);
  if (!isText(path)) return { identity };
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const isWorth = identity.length >= WORTH_A_THREAD.bytes && hasCore;
  if (quality < WORTH_A_THREAD.quality && !isWorth) {
    return { identity, br: brotliCompressSync(identity, { params }), gz: gzipSync(identity) };
  }
  const [br, gz] = await Promise.all([
    compressBrotli(identity, { params }),
    compressGzip(identity),
  ]);
  return { identity, br, gz };
}

/** What the names of a file's forms add to its own. */
export function endingsOf(path: string): Ending[] {
  return isText(path) ? ['.br', '.gz', ''] : [''];
}

/** The forms of a packed file by what their names add to the file's. */
export function* formsOf({ identity, br, gz }: Packed): Iterable<[ending: Ending, bytes: Buffer]> {
  if (br !== undefined) yield ['.br', br];
  if (gz !== undefined) yield ['.gz', gz];
  yield ['', identity];
}

export type Ending = '' | '.br' | '.gz';
