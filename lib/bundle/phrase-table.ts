import type { Plugin } from 'esbuild';

const SEPARATOR = '|';

/**
 * Shortens OpenCC's table of phrases in a bundle. Four in five phrases become what their characters become by
 * themselves, so their second form is left out: the bundle is a third smaller, 250 KB in brotli instead of 365.
 * `components/enhance/traditional/convert.ts` reads it.
 */
export const phraseTable: Plugin = {
  name: 'phrase-table',
  setup({ onLoad }) {
    onLoad({ filter: /opencc-js[\\/]dist[\\/]esm-lib[\\/]dict[\\/]STPhrases\.js$/ }, async () => {
      const { default: phrases } = await import('opencc-js/dict/STPhrases');
      const { default: characters } = await import('opencc-js/dict/STCharacters');
      const table = JSON.stringify(shortenPhrases(phrases, characters));
      // Apache-2.0, 4: a copy of the tables keeps the name of their licence.
      return {
        contents: `/*! Tables of OpenCC, https://github.com/BYVoid/OpenCC, Apache-2.0 */export default ${table}`,
      };
    });
  },
};

/** A table of phrases without the second form of those that are converted character by character. */
export function shortenPhrases(phrases: string, characters: string): string {
  const traditional = new Map(
    characters.split(SEPARATOR).map((line): [string, string] => {
      const [from = '', to = ''] = line.split(' ');
      return [from, to];
    }),
  );
  return phrases
    .split(SEPARATOR)
    .map((line) => {
      const [from = '', to] = line.split(' ');
      const byCharacter = [...from].map((char) => traditional.get(char) ?? char).join('');
      return byCharacter === to ? from : line;
    })
    .join(SEPARATOR);
}
