import { isUtf8 } from 'node:buffer';

/** How far into a page its own encoding stands, in bytes: https://html.spec.whatwg.org/#prescan-a-byte-stream. */
const PRESCANNED = 1024;

/** The text of a page: in the encoding of its header, or of its first bytes, else UTF-8 or GB18030 by its bytes. */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, PRESCANNED)).toString('latin1');
  const named =
    charsetIn(contentType) ??
    /<meta[^>]{1,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})/i.exec(start)?.[1];
  return decoderFor(named, bytes).decode(bytes);
}

function charsetIn(contentType: string): string | undefined {
  return /charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})/i.exec(contentType)?.[1];
}

function decoderFor(name: string | undefined, bytes: Uint8Array): TextDecoder {
  // A page in UTF-8 that says it is something else is common; the other way round it is not.
  if (isUtf8(bytes)) return new TextDecoder();
  // Pages that say UTF-8 or GB2312 and are not hold characters of GB18030.
  if (name === undefined || /^(?:utf-?8|gb\w*|x-gbk)$/i.test(name))
    return new TextDecoder('gb18030');
  try {
    return new TextDecoder(name);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('gb18030');
    throw error;
  }
}
