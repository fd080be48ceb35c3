/** How many bytes are searched for `<meta charset>`. The HTML standard asks for 1024, but many pages have it later. */
const HEAD = 4096;

/**
 * The text of a page. The encoding is what the bytes say (a BOM), else what the header or the page says, if the bytes
 * fit it. Many servers name none, or a wrong one: then it is UTF-8, or GB18030 as Chinese pages of old have it.
 * @param contentType the header `Content-Type`
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = [charsetIn(contentType ?? ''), charsetIn(head)].filter(isKnown);
  // Latin-1 fits any bytes, so that a server names it proves nothing.
  const sure = declared.filter((label) => !isLatin(label));
  for (const label of [...sure, 'utf-8']) {
    const text = new TextDecoder(label).decode(bytes);
    if (isWhole(text)) return text;
  }
  if (hasPairs(bytes)) {
    const text = new TextDecoder('gb18030').decode(bytes);
    if (isWhole(text)) return text;
  }
  return new TextDecoder(declared[0] ?? 'utf-8').decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** The encoding that `charset=` (header, `<meta>`) or `encoding=` (XML) names. */
function charsetIn(text: string): string | undefined {
  return /(?:charset|<\?xml[^>]{1,60}encoding)[ \t]?=[ \t]?["']?([\w.:-]{2,40})/i.exec(text)?.[1];
}

/** Whether it is a label of https://encoding.spec.whatwg.org that is here. */
function isKnown(label: string | undefined): label is string {
  if (label === undefined) return false;
  try {
    // A page that says UTF-16 in a way that can be read as ASCII is not UTF-16.
    return !new TextDecoder(label).encoding.startsWith('utf-16');
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isLatin(label: string): boolean {
  return new TextDecoder(label).encoding === 'windows-1252';
}

/** Whether the bytes fitted: at most one in fifty characters beyond ASCII is lost. */
function isWhole(text: string): boolean {
  let lost = 0;
  let others = 0;
  for (const character of text) {
    if (character === '\uFFFD') lost += 1;
    else if (character > '\u007F') others += 1;
  }
  return lost * 50 <= others;
}

/** Whether bytes beyond ASCII come in pairs, as in GB18030, and not one by one, as in Latin-1. */
function hasPairs(bytes: Uint8Array): boolean {
  let singles = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1;
    runs += 1;
    if (at === start) singles += 1;
  }
  return runs > 0 && singles * 2 < runs;
}
