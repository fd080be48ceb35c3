'use strict';

/**
 * The options of esbuild for code that Node runs: modules that share their common parts.
 * @param {string} root the project's folder
 * @param {string} folder where the modules are written
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
    // Packages in CommonJS load Node's own modules with `require`, which a module does not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
  });
}

module.exports = { forNode };
