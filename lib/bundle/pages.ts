import { build, type Plugin } from 'esbuild';
import { forNode } from '#lib/setup/node-options.cjs';
import { hashEntries } from './hash-entries.ts';

/** The browsers that styles are written for, as Next has them: what is younger is written out or left to them. */
const BROWSERS = ['chrome111', 'edge111', 'firefox111', 'safari16.4'];

/** Marks the entries that are made here rather than read from a file. */
const NAMESPACE = 'page';

/**
 * Bundles components of pages, each with React, the document around it and its style sheet: `<name>.mjs`, which
 * exports `print` and `inlineScripts`, and `<name>.css`.
 * @param names of the components, which are those of their files in `components/`
 * @returns for each the hash of its modules and styles, in hex
 */
export async function bundlePages(
  root: string,
  names: readonly string[],
  folder: string,
): Promise<Record<string, string>> {
  const { metafile } = await build({
    ...forNode(root, folder),
    entryPoints: Object.fromEntries(names.map((name) => [name, `${NAMESPACE}:${name}`])),
    target: ['node20', ...BROWSERS],
    // Names of classes are on every page: short ones save 150 bytes of brotli each.
    minify: true,
    jsx: 'automatic',
    loader: { '.module.css': 'local-css' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [pageEntries(root)],
  });
  return hashEntries(root, metafile);
}

function pageEntries(root: string): Plugin {
  return {
    name: 'page entries',
    setup(builder) {
      builder.onResolve({ filter: /^page:/ }, ({ path }) => ({
        path: path.slice(NAMESPACE.length + 1),
        namespace: NAMESPACE,
      }));
      builder.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path: name }) => ({
        resolveDir: root,
        loader: 'ts',
        // The document comes first, so that global styles do.
        contents: `
          import { printPage } from './components/print-page.tsx';
          import { ${name} } from './components/${name}.tsx';
          export { inlineScripts } from './components/inline-scripts.ts';
          export const print = (props, styles) => printPage(${name}, props, styles);`,
      }));
    },
  };
}
