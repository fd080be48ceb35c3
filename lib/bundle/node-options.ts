import type { BuildOptions } from 'esbuild';

/** Written in parts: in our commands' bundles the address of the file stands in place of the whole. */
const OWN_URL = ['import', 'meta', 'url'].join('.');

/** How esbuild bundles what Node runs: modules that share what they have in common, written into a folder. */
export function forNode(root: string, folder: string) {
  return {
    absWorkingDir: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
    logLevel: 'silent',
    // Packages in CommonJS ask for Node's own modules with require.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(${OWN_URL});`,
    },
  } as const satisfies BuildOptions;
}
