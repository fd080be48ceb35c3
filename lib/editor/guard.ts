import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost, notLoopback } from '#lib/system/loopback.ts';

/** A request that is refused: a status of HTTP, and a sentence for whoever sent it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A word that is in every address that may read or write. It is new each time the server starts. */
export class Token {
  readonly value = randomBytes(24).toString('base64url');

  /** @throws Refused when the word is another one */
  assert(word: string | undefined): void {
    // Hashes have one length, and to compare them takes the same time for every word.
    if (timingSafeEqual(hashOf(word ?? ''), hashOf(this.value))) return;
    throw new Refused(403, '网址里的口令不对：请从终端里显示的网址打开，重新启动以后网址会变。');
  }
}

function hashOf(word: string): Buffer {
  return createHash('sha256').update(word).digest();
}

/**
 * Makes sure that a request names this machine in its `Host` header: otherwise another site may have made its own name
 * point to this machine (DNS rebinding).
 * @throws Refused
 */
export function assertLoopback(request: IncomingMessage): void {
  if (!isLoopbackHost(request.headers.host)) throw new Refused(403, notLoopback);
}

/**
 * Makes sure that a request comes from a page of this very server, and not from another site. Browsers send `Origin`
 * with every POST, and `Sec-Fetch-Site` with every request (https://www.w3.org/TR/fetch-metadata/).
 * @throws Refused
 */
export function assertOwnPage({ method, headers }: IncomingMessage): void {
  const { host, origin, 'sec-fetch-site': site } = headers;
  const isWrite = method !== 'GET' && method !== 'HEAD';
  const isForeign = origin === undefined ? isWrite : origin !== `http://${host}`;
  const isFromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeign || isFromElsewhere) throw new Refused(403, '这个请求不是从本页发出的。');
}

/**
 * The body of a request.
 * @param most the most bytes that it may have
 * @param type what its `Content-Type` must be: a page of another site cannot send `application/json` unasked
 * @throws Refused
 */
export async function readBody(
  request: IncomingMessage,
  most: number,
  type = 'application/json',
): Promise<string> {
  const given = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (given !== type) throw new Refused(415, `请求的类型应当是 ${type}。`);
  const tooLong = new Refused(413, `文字太长：最多 ${Math.floor(most / 1024)} KB。`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLong;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > most) throw tooLong;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
