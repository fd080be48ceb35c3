import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** The body is larger than the limit. */
export class SizeError extends Error {
  override readonly name = 'SizeError';
}

/** The body is packed in a way that is not known. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/**
 * Reads the body of a response, unpacked. It stops at the limit, so a small body that unpacks to a large one costs
 * neither memory nor time. What is sent counts too: it may unpack to nothing, without an end.
 * @param limit the most bytes, as sent and unpacked
 * @throws SizeError, EncodingError, and what the connection or zlib throws
 */
export async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  if (encodings.length > 1) throw new EncodingError(encodings.join(', '));
  const sent = limited(response, limit);
  const [encoding] = encodings;
  const body = encoding === undefined ? sent : unpack(sent, encoding, limit);
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

async function* unpack(
  sent: AsyncIterable<Buffer>,
  encoding: string,
  limit: number,
): AsyncGenerator<Buffer> {
  const packed = sent[Symbol.asyncIterator]();
  const first = await packed.next();
  // No byte at all, as in the answer to HEAD or with status 404: nothing to unpack.
  if (first.done === true) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await packed.next(); next.done !== true; next = await packed.next())
      yield next.value;
  })();
  const unpacked = unpacker(encoding, first.value);
  // What breaks on the way is thrown below, where `unpacked` is read.
  pipeline(Readable.from(rest), unpacked, () => undefined);
  yield* limited(unpacked, limit);
}

function unpacker(encoding: string, first: Buffer): Transform {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  // Some servers send deflate without the header of zlib (RFC 9110, 8.4.1.2).
  if (encoding === 'deflate')
    return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  throw new EncodingError(encoding);
}

async function* limited(chunks: AsyncIterable<unknown>, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a stream gave something else than bytes');
    size += chunk.length;
    if (size > limit) throw new SizeError(`more than ${limit} bytes`);
    yield chunk;
  }
}
