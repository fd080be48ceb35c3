import { createHash } from 'node:crypto';

/** The SHA-256 of some parts, in their order; its first 32 hex digits. */
export function hashOf(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // Most parts are short: one call of `update` for each would take longer than the hashing itself.
  let texts = '';
  for (const part of parts) {
    if (typeof part === 'string') texts += `${part}\0`;
    else {
      hash.update(texts).update(part);
      texts = '\0';
    }
  }
  return hash.update(texts).digest('hex').slice(0, 32);
}
