import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { hasCode } from '#lib/system/failure.ts';
import { checkConditions } from './conditions.ts';
import { type ByteRange, readRange } from './ranges.ts';
import type { StoredFile } from './stored-files.ts';

/** How much of a large file is read at a time, in bytes. Each slow reader takes the memory of two such pieces. */
const PIECE = 32 * 1024;

/**
 * Answers a GET or HEAD with a file, a part of it, or the reason why it is not sent (304, 412, 416).
 * @param hasParts whether the client may ask for a part of the file
 * @param response has all headers but those that depend on the bytes
 */
export async function sendFile(
  file: StoredFile,
  hasParts: boolean,
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { size, tag } = file;
  response.setHeader('ETag', tag);
  const verdict = checkConditions(headers, tag);
  if (verdict !== 200) {
    // 304 and 412 have no content, so they have no type and no encoding.
    for (const name of ['Content-Type', 'Content-Encoding']) response.removeHeader(name);
    if (verdict === 412) response.setHeader('Content-Length', 0);
    response.statusCode = verdict;
    response.end();
    return;
  }
  if (hasParts) response.setHeader('Accept-Ranges', 'bytes');
  const part = hasParts && method === 'GET' ? readRange(headers, size, tag) : undefined;
  if (part === 'unsatisfiable') {
    response.removeHeader('Content-Type');
    response.setHeader('Content-Range', `bytes */${size}`);
    response.setHeader('Content-Length', 0);
    response.statusCode = 416;
    response.end();
    return;
  }
  if (part !== undefined) {
    response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
    response.statusCode = 206;
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (method === 'HEAD') response.end();
  else if (file.bytes !== undefined) response.end(file.bytes.subarray(start, end + 1));
  else await stream(file.path, { start, end }, response);
}

/** Sends a part of a large file. The file is closed when the part is sent, or when the reader leaves. */
async function stream(
  path: string,
  { start, end }: ByteRange,
  response: ServerResponse,
): Promise<void> {
  const handle = await open(path);
  if (response.destroyed) {
    await handle.close();
    return;
  }
  const reading = handle.createReadStream({ start, end, highWaterMark: PIECE });
  try {
    await pipeline(reading, response, { end: false });
  } catch (error) {
    if (hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE')) return;
    throw error;
  }
  // If the file has become shorter than the Content-Length, the answer is broken off.
  if (reading.bytesRead === end - start + 1) response.end();
  else response.destroy();
}
