import { isUtf8 } from 'node:buffer';
import type { Diagnostics } from './faults/diagnostics.ts';

/** A content file: its path in the content folder, and its text. */
export type TextFile = {
  path: string;
  text: string;
  /** The offset in `text` of the first bytes that are not UTF-8. In `text`, � stands for all such bytes. */
  invalidAt?: number;
};

/**
 * Decodes a file in UTF-8 and drops its byte order mark. Never throws: `reportEncoding` reports bytes that are not
 * UTF-8.
 */
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
    'Unexpected bytes that are not UTF-8, expected a file saved as UTF-8, or converted by npm run import';
  diagnostics.report('encoding-invalid', reason, invalidAt);
}

/** The offset in the decoded text of the first bytes that are not UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  const differ = bytes.findIndex((byte, index) => byte !== again[index]);
  const valid = bytes.subarray(0, differ === -1 ? bytes.length : differ);
  // `stream` leaves out an unfinished character at the end instead of writing � for it.
  return new TextDecoder().decode(valid, { stream: true }).length;
}
