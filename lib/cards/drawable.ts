import { readTypeface } from './typeface.ts';

/**
 * The characters of a text that the typeface lacks: emoji, control characters, most scripts but Chinese and Latin. Each
 * would be drawn as an empty box.
 */
export async function undrawable(text: string): Promise<Set<string>> {
  const { fonts } = await readTypeface(700, text);
  const isMissing = (char: string) => {
    const code = char.codePointAt(0) ?? 0;
    return char !== '\n' && !fonts.some(({ characters }) => characters.has(code));
  };
  return new Set(Array.from(text).filter(isMissing));
}
