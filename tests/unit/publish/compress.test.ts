import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { GOOD_QUALITY, pack } from '#lib/publish/compress.ts';

/** Lines that repeat, but each only once, and as far from one another as they can be. */
function farRepeats(length: number): string {
  const lines = Array.from({ length: Math.ceil(length / 20) }, (_, index) => `行${index * 7919}。`);
  return `${lines.join('\n')}\n${lines.join('\n')}`.slice(0, length);
}

function brotliOf(text: string): Uint8Array {
  const brotli = pack('a.xml', text, GOOD_QUALITY).find(({ ending }) => ending === '.br');
  if (brotli === undefined) throw new Error('a text has a form in brotli');
  return brotli.bytes;
}

describe('a text in brotli', () => {
  test.each([0, 1, 1007, 1008, 1009, 16_368, 16_369, 100_000, 3_500_000])(
    'of %i characters is that text again',
    (length) => {
      const text = farRepeats(length);
      expect(brotliDecompressSync(brotliOf(text)).toString()).toBe(text);
    },
  );

  test.each([3000, 60_000, 1_000_000])(
    'of %i characters is hardly larger than with the largest window',
    (length) => {
      const text = farRepeats(length);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: GOOD_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      };
      const largest = brotliCompressSync(text, { params }).length;
      expect(brotliOf(text).length).toBeLessThan(1.02 * largest + 10);
    },
  );
});
