import { createElement } from 'react';
import satori from 'satori';
import { readTypeface } from './typeface.ts';

/**
 * The characters of a text that the typeface has not: emoji, most scripts but Chinese and Latin, control
 * characters. Drawn, each would be an empty box.
 */
export async function undrawable(text: string): Promise<Set<string>> {
  const { family, fonts } = await readTypeface(700, text);
  const missing = new Set<string>();
  // Parted by line breaks, no character is one with its neighbour.
  const each = [...new Set(text)].join('\n');
  const style = { display: 'flex', fontFamily: family, whiteSpace: 'pre' } as const;
  await satori(createElement('div', { style }, each), {
    width: 1,
    height: 1,
    fonts,
    loadAdditionalAsset: async (_, chars) => {
      for (const char of chars) missing.add(char);
      return [];
    },
  });
  return missing;
}
