import { Failure } from '#lib/system/failure.ts';

const BYTE_ORDER_MARKS: [mark: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];
/** What no text holds: controls but for tabs and ends of lines or pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;
const REMEDY = 'open it in an editor and save it as UTF-8';

/**
 * The text of some bytes in UTF-8, UTF-16 or GB18030, without a byte order mark and with `\n` alone at
 * the ends of lines. A byte order mark decides. Else: bytes of zero mean UTF-16, for every text has an
 * ASCII character somewhere and no other of the three ever has a zero; then UTF-8, which nothing else
 * passes for by chance; then GB18030, into which almost everything decodes: it is taken unless the bytes
 * look more like another encoding. Decoding is strict throughout.
 * @throws Failure where the bytes are in none of them
 */
export function decodeText(bytes: Buffer, name: string): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const encodings = marked ? [marked[1]] : bytes.includes(0) ? [utf16Of(bytes)] : UNMARKED;
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text === undefined) {
      const broken = encoding === 'utf-8' ? findBreak(bytes) : undefined;
      if (broken === undefined) continue;
      throw new Failure(
        `${name} is UTF-8 but for a broken character in its line ${broken}: ${REMEDY} again.`,
        2,
      );
    }
    const control = text.search(CONTROL);
    if (control !== -1) throw new Failure(describeControl(text, control, name), 2);
    if (encoding === 'gb18030' && marked === undefined) {
      const other = guessOther(bytes);
      if (other !== undefined) throw new Failure(`${name} ${other}, not GB18030: ${REMEDY}.`, 2);
    }
    return text.replace(/^\uFEFF/, '').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  }
  throw new Failure(`${name} is no text in UTF-8, UTF-16 or GB18030: ${REMEDY}.`, 2);
}

const UNMARKED = ['utf-8', 'gb18030'];

function describeControl(text: string, index: number, name: string): string {
  const line = text.slice(0, index).split(/\r\n?|\n/).length;
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return `${name} is no text: its line ${line} has the control character U+${code}. Delete it in an editor, or copy the text alone, and save it as UTF-8.`;
}

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

/** The share of the pairs of bytes whose first, and whose second where it is named, are in a range. */
type Share = (from: number, to: number, trailFrom?: number, trailTo?: number) => number;

/**
 * What bytes that decode as GB18030 look more like, as the predicate of a sentence; `undefined` where that
 * is GB18030: most of the pairs are of its common characters, or nothing else fits better.
 */
function guessOther(bytes: Buffer): string | undefined {
  const share = sharesOf(bytes);
  // GB 2312's punctuation and first level, 3,755 characters that make up over 99 % of ordinary Chinese.
  const common = share(0xa1, 0xa3, 0xa1) + share(0xb0, 0xd7, 0xa1);
  if (common >= 0.75) return undefined;
  const isIn = (encoding: string) => decodeStrictly(bytes, encoding) !== undefined;
  // Kana, of which there are few in no Japanese.
  if (share(0x82, 0x83) >= 0.2 && isIn('shift_jis')) return 'looks like Shift-JIS';
  const commonInBig5 = share(0xa1, 0xa3) + share(0xa4, 0xc6);
  if (commonInBig5 >= 0.75 && isIn('big5')) return 'looks like Big5';
  // A letter with an accent stands beside one without.
  if (share(0xa0, 0xff, 0x40, 0x7f) >= 0.6)
    return 'looks like the Latin script in one byte a letter';
  return undefined;
}

function sharesOf(bytes: Buffer): Share {
  const pairs: [lead: number, trail: number][] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs.push([lead, trail]);
    at += trail < 0x40 ? 3 : 1;
  }
  return (from, to, trailFrom = 0, trailTo = 0xff) =>
    pairs.filter(
      ([lead, trail]) => lead >= from && lead <= to && trail >= trailFrom && trail <= trailTo,
    ).length / Math.max(1, pairs.length);
}

/** The line of the first bytes that are none in UTF-8, where nearly all others that are not ASCII are. */
function findBreak(bytes: Buffer): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const breaks = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  if (breaks * 4 > whole) return undefined;
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}
