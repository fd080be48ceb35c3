import { Failure } from '#lib/system/failure.ts';

const BYTE_ORDER_MARKS: [mark: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];
/** Control characters that no text has. Tabs and the ends of lines and pages are allowed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;
const REMEDY = 'open it in an editor and save it as UTF-8';

/**
 * Decodes bytes in UTF-8, UTF-16 or GB18030. The text has no byte order mark, and its lines end with `\n`. A byte
 * order mark decides the encoding. Without one, zero bytes mean UTF-16: every text has an ASCII character, and the
 * other two encodings have no zeros. Else it is UTF-8 where the bytes are valid UTF-8, which no other text is by
 * chance. Else it is GB18030, unless the bytes look more like another encoding: almost all bytes are valid GB18030.
 * Invalid bytes are never replaced.
 * @throws Failure where the bytes are in none of the three
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
        `${name} is UTF-8 with a broken character in its line ${broken}: ${REMEDY} again.`,
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
  throw new Failure(`${name} is not a text in UTF-8, UTF-16 or GB18030: ${REMEDY}.`, 2);
}

/** The encodings to try where there is no byte order mark. */
const UNMARKED = ['utf-8', 'gb18030'];

function describeControl(text: string, index: number, name: string): string {
  const line = text.slice(0, index).split(/\r\n?|\n/).length;
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return `${name} is not a plain text: its line ${line} has the control character U+${code}. Delete it in an editor, or copy the text alone, and save it as UTF-8.`;
}

/** The byte order of UTF-16 without a mark: the zero of an ASCII character comes second in LE and first in BE. */
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
    // Node throws it for bytes that are not valid in the encoding.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The share, from 0 to 1, of the two-byte characters whose first byte and, where given, second byte are in a range. */
type Share = (from: number, to: number, trailFrom?: number, trailTo?: number) => number;

/**
 * What the bytes look like though they are valid GB18030, as the predicate of a sentence. `undefined` where most of
 * the characters are common in GB18030, or no other encoding fits better.
 */
function guessOther(bytes: Buffer): string | undefined {
  const share = sharesOf(bytes);
  // GB 2312's punctuation and first level, 3,755 characters that make up over 99 % of ordinary Chinese.
  const common = share(0xa1, 0xa3, 0xa1) + share(0xb0, 0xd7, 0xa1);
  if (common >= 0.75) return undefined;
  const isIn = (encoding: string) => decodeStrictly(bytes, encoding) !== undefined;
  // Kana: no Japanese text has only a few of them.
  if (share(0x82, 0x83) >= 0.2 && isIn('shift_jis')) return 'looks like Shift-JIS';
  const commonInBig5 = share(0xa1, 0xa3) + share(0xa4, 0xc6);
  if (commonInBig5 >= 0.75 && isIn('big5')) return 'looks like Big5';
  // Pairs of an accented letter and an ASCII letter, as in French or German words.
  if (share(0xa0, 0xff, 0x40, 0x7f) >= 0.6) return 'looks like a Latin encoding such as ISO 8859-1';
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

/**
 * The line, from 1, of the first invalid bytes; `undefined` unless nearly all other bytes beyond ASCII are valid
 * UTF-8.
 */
function findBreak(bytes: Buffer): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const breaks = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  if (breaks * 4 > whole) return undefined;
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length;
}
