import { isUtf8 } from 'node:buffer';
import type { Diagnostics } from './faults/diagnostics.ts';

/** A content file: its path from the content folder and its text. */
export type TextFile = {
  path: string;
  text: string;
  /** The offset in `text` of the first bytes that are not UTF-8; � stands for them and for all like them. */
  invalidAt?: number;
};

/** The text of a file in UTF-8, without a byte order mark. Never throws: other bytes are a fault to report. */
export function decodeTextFile(path: string, bytes: Uint8Array): TextFile {
  const text = DECODER.decode(bytes);
  if (isUtf8(bytes)) return { path, text };
  return { path, text, invalidAt: firstInvalid(bytes) };
}

const DECODER = new TextDecoder();

/** Reports a file that is not in UTF-8, at the first place where it is not. */
export function reportEncoding({ invalidAt }: TextFile, diagnostics: Diagnostics): void {
  if (invalidAt === undefined) return;
  const reason =
    'Unexpected bytes that are not UTF-8, expected the file saved as UTF-8, or converted: npm run import';
  diagnostics.report('encoding-invalid', reason, invalidAt);
}

/** Where in a text the first of its bytes are that are not UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  const differ = bytes.findIndex((byte, index) => byte !== again[index]);
  const valid = bytes.subarray(0, differ === -1 ? bytes.length : differ);
  // As of a stream: the last of them may have begun a character that never ends.
  return new TextDecoder().decode(valid, { stream: true }).length;
}
