import { createHash } from 'node:crypto';
import { nameKey } from './names.ts';

/** Crockford's base 32 in lower case: no i, l, o or u. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 6;

/**
 * The id of an item that has no explicit one: the first six base 32 digits of the SHA-256 of the letters and digits
 * of its title. It stays the same when punctuation, spacing or case change, or when items are put in another order.
 */
export function itemId(title: string): string {
  const hash = createHash('sha256').update(nameKey(title)).digest();
  // Six digits of five bits are the first 30 bits of the hash.
  let bits = hash.readUInt32BE(0) >>> 2;
  let id = '';
  for (let digit = 0; digit < LENGTH; digit += 1) {
    id = ALPHABET.charAt(bits & 31) + id;
    bits >>>= 5;
  }
  return id;
}
