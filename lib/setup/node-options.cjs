'use strict';

/**
 * How esbuild bundles what Node runs: modules that share what they have in common, written into a folder.
 * @param {string} root the project's folder
 * @param {string} folder
 */
function forNode(root, folder) {
  return /** @type {const} */ ({
    absWorkingDir: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
    // Packages in CommonJS ask for Node's own modules with require.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
  });
}

module.exports = { forNode };
