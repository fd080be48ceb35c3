import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { browserOptions } from './browser-options.ts';
import { phraseTable } from './phrase-table.ts';

/**
 * Bundles scripts of the site. Each is made from the file with its name in `components/enhance`.
 * @returns the scripts' texts, by their names
 */
export async function bundleScripts(
  root: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => join('components/enhance', `${name}.ts`)),
    outdir: join(root, 'scripts'),
    ...browserOptions,
    plugins: [phraseTable, styleTexts],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}

/** Bundles a style sheet that a script adds to the page as its text. */
const styleTexts: Plugin = {
  name: 'style-texts',
  setup({ esbuild, onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), {
        loader: 'css',
        minify: true,
      });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};
