import { Failure } from '#lib/site/failure.ts';

const BYTE_ORDER_MARKS: [mark: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** What no text holds: controls but for tabs and ends of lines or pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;

/**
 * The text of some bytes in UTF-8, UTF-16 or GB18030, without a byte order mark and with `\n` alone at
 * the ends of lines. A byte order mark decides. Else: bytes of zero mean UTF-16, for every text has an
 * ASCII character somewhere and no other of the three ever has a zero; then UTF-8, which nothing else
 * passes for by chance; then GB18030, into which almost everything decodes, so that it must also look
 * like Chinese. Decoding is strict throughout.
 * @throws Failure where the bytes are in none of them
 */
export function decodeText(bytes: Buffer, name: string): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const encodings = marked ? [marked[1]] : bytes.includes(0) ? [utf16Of(bytes)] : UNMARKED;
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text === undefined || CONTROL.test(text)) continue;
    if (encoding === 'gb18030' && !looksChinese(bytes)) continue;
    return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  }
  throw new Failure(
    `${name} is no text in UTF-8, UTF-16 or GB18030: open it in an editor and save it as UTF-8.`,
    2,
  );
}

const UNMARKED = ['utf-8', 'gb18030'];

/** The order of bytes in UTF-16 without a mark: ASCII has its zero last in one and first in the other. */
function utf16Of(bytes: Buffer): string {
  let last = 0;
  for (let at = 1; at < bytes.length; at += 2) if (bytes[at] === 0) last += 1;
  let first = 0;
  for (let at = 0; at < bytes.length; at += 2) if (bytes[at] === 0) first += 1;
  return last >= first ? 'utf-16le' : 'utf-16be';
}

function decodeStrictly(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Node's answer to bytes that are not of the encoding.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Whether most of the pairs of bytes are those of common characters: GB 2312's first level, the 3,755
 * that make up over 99 % of ordinary Chinese, and its punctuation. Big5, Shift-JIS and Latin-1 that
 * happen to decode as GB18030 scatter over its 24,000 pairs instead.
 */
function looksChinese(bytes: Buffer): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    const isCommon = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
    if (isCommon && trail >= 0xa1) common += 1;
    at += trail < 0x40 ? 3 : 1;
  }
  return pairs > 0 && common / pairs >= 0.75;
}
