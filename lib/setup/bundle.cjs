'use strict';

// A command of ours as plain JavaScript in a few files. Compiling 80 files of TypeScript and finding 700
// of packages costs a command four fifths of its time; so it is done once for each state of the code.

const fs = require('fs');
const path = require('path');
const { hashOfFiles, cachedBundle } = require('./cached-bundle.cjs');
const { forNode } = require('./node-options.cjs');

/** Packages of plain JavaScript in hundreds of files. All others are loaded from where they are. */
const PLAIN =
  /^(date-fns|diff|gray-matter|hast-|leven|mdast-|micromark|remark|unified|unist-|vfile|yaml|zod)/;

/** Faults of the disk that keep a bundle from being written. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'];

/**
 * The file to import to run a command: a bundle of those that somebody waits for.
 * @param {string} root the project's folder
 * @param {string} script the command's file, relative to `root`
 * @returns {Promise<string>}
 */
async function fileToRun(root, script) {
  if (script.startsWith('lib/')) {
    try {
      return await bundleOf(root, script);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && UNWRITABLE.includes(String(error.code))))
        throw error;
      console.error(`This command starts slower than it could: ${error.message}`);
    }
  }
  const tsx = await import('tsx/esm/api');
  tsx.register();
  return path.join(root, script);
}

/**
 * The bundle of a command, made first if the code or a package has changed since.
 * @param {string} root the project's folder
 * @param {string} script the command's file, relative to `root`
 * @returns {Promise<string>} the file to import
 * @throws Error when the code cannot be bundled, or the bundle not be written
 */
async function bundleOf(root, script) {
  const name = nameOf(script);
  // Its files know where they are: a project that is copied or moved with its bundles would else build where it
  // came from.
  const code = hashOfFiles(
    root,
    ['lib', 'package.json', 'node_modules/.package-lock.json'],
    (file) => /\.(ts|cjs)$/.test(file),
  );
  const inputs = hashOfText(`${process.version}\0${path.resolve(root)}\0${code}`);
  const folder = await cachedBundle(root, name, inputs, (part) => makeBundle(root, script, part));
  return path.join(folder, `${name}.mjs`);
}

/** @param {string} text */
function hashOfText(text) {
  return require('crypto').createHash('sha256').update(text).digest('hex');
}

/**
 * `publish-cli` of `lib/publish/cli.ts`.
 * @param {string} script
 */
function nameOf(script) {
  return script
    .replace(/^lib\//, '')
    .replace(/\.ts$/, '')
    .replace(/\//g, '-');
}

/**
 * @param {string} root
 * @param {string} script
 * @param {string} folder where its files are written
 */
async function makeBundle(root, script, folder) {
  const esbuild = await import('esbuild');
  try {
    await esbuild.build({
      ...forNode(root, folder),
      entryPoints: { [nameOf(script)]: script },
      plugins: [{ name: 'what stays outside', setup: stayOutside }, ownAddresses(root)],
    });
  } finally {
    // Its program would stay beside a host for as long as that serves, with 100 MB.
    await esbuild.stop();
  }
}

/** @param {import('esbuild').PluginBuild} build */
function stayOutside(build) {
  build.onResolve({ filter: /^[^.#/]/ }, ({ path: name, importer, kind }) =>
    kind === 'entry-point' || importer.includes('node_modules') || PLAIN.test(name)
      ? undefined
      : { path: name, external: true },
  );
}

/**
 * Lets our files know where they are, as they would without a bundle.
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
function ownAddresses(root) {
  return {
    name: 'own addresses',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        if (!file.startsWith(path.join(root, 'lib'))) return undefined;
        const text = await fs.promises.readFile(file, 'utf8');
        const url = JSON.stringify(require('url').pathToFileURL(file).href);
        return { contents: text.replace(/\bimport\.meta\.url\b/g, url), loader: 'ts' };
      });
    },
  };
}

module.exports = { fileToRun, bundleOf };
