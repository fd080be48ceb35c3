import { build, type Plugin } from 'esbuild';
import { forNode } from '#lib/setup/node-options.cjs';
import { hashEntries } from './hash-entries.ts';

/** The browsers that the style sheets support, the same as Next's. esbuild rewrites newer CSS for them where it can. */
const BROWSERS = ['chrome111', 'edge111', 'firefox111', 'safari16.4'];

/** Marks the entry points whose code is made here rather than read from a file. */
const NAMESPACE = 'page';

/**
 * Bundles components of pages, each with React, the document around it and its style sheet. Writes `<name>.mjs`,
 * which exports `print` and `inlineScripts`, and `<name>.css`.
 * @param names of the components; their files in `components/` have the same names
 * @returns for each component the hash of its modules and styles, in hex
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
    // Class names are in every page: short ones save 150 bytes a page after brotli.
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
        // The document is imported first, so that the global styles come before those of the component.
        contents: `
          import { printPage } from './components/print-page.tsx';
          import { ${name} } from './components/${name}.tsx';
          export { inlineScripts } from './components/inline-scripts.ts';
          export const print = (props, styles) => printPage(${name}, props, styles);`,
      }));
    },
  };
}
