import { basename, join } from 'node:path';
import { build } from 'esbuild';

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
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    loader: { '.css': 'text' },
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path, '.js'), text]));
}
