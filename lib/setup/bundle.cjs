'use strict';

// Bundles a command of ours into a few files of JavaScript. Without a bundle, a command spends four fifths of its time
// on compiling 80 files of TypeScript and on finding 700 files of packages. A bundle is made once for each state of
// the code.

const fs = require('fs');
const path = require('path');
const { hashOfFiles, cachedBundle } = require('./cached-bundle.cjs');
const { forNode } = require('./node-options.cjs');

/** Packages of plain JavaScript in hundreds of files: these are bundled. All others are loaded from node_modules. */
const BUNDLED =
  /^(date-fns|diff|gray-matter|hast-|leven|mdast-|micromark|remark|unified|unist-|vfile|yaml|zod)/;

/** The codes of errors that mean that the disk cannot be written. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'];

/**
 * The file to import to run a command: its bundle or, where there can be none, its TypeScript. Scripts of the tests
 * are not bundled.
 * @param {string} root the project's folder
 * @param {string} script the command's file, relative to `root`
 * @returns {Promise<string>}
 */
async function fileToRun(root, script) {
  const bundle = script.startsWith('lib/') ? await bundleIfWritable(root, script) : undefined;
  if (bundle !== undefined) return bundle;
  const tsx = await import('tsx/esm/api');
  tsx.register();
  return path.join(root, script);
}

/**
 * The bundle of a command; `undefined` where the disk cannot be written, which is printed.
 * @param {string} root
 * @param {string} script
 * @returns {Promise<string | undefined>}
 */
async function bundleIfWritable(root, script) {
  try {
    return await bundleOf(root, script);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && UNWRITABLE.includes(String(error.code))))
      throw error;
    console.error(`This command starts more slowly, because it cannot be cached: ${error.message}`);
    return undefined;
  }
}

/**
 * The bundle of a command. It is made first if the code or a package has changed since the last one.
 * @param {string} root the project's folder
 * @param {string} script the command's file, relative to `root`
 * @returns {Promise<string>} the file to import
 * @throws Error when the code cannot be bundled, or the bundle cannot be written
 */
async function bundleOf(root, script) {
  const name = nameOf(script);
  const inputs = hashOfInputs(root);
  const folder = await cachedBundle(root, name, inputs, (part) => makeBundle(root, script, part));
  return path.join(folder, `${name}.mjs`);
}

/**
 * The hash of everything that a bundle depends on, in hex. The project's own path is a part of it, because bundles
 * contain it (see `ownAddresses`): in a copy of the project they would work on the original.
 * @param {string} root
 */
function hashOfInputs(root) {
  const code = hashOfFiles(
    root,
    ['lib', 'package.json', 'node_modules/.package-lock.json'],
    (file) => /\.(ts|cjs)$/.test(file),
  );
  const text = `${process.version}\0${path.resolve(root)}\0${code}`;
  return require('crypto').createHash('sha256').update(text).digest('hex');
}

/**
 * The name of a command's bundle: `publish-cli` for `lib/publish/cli.ts`.
 * @param {string} script
 */
function nameOf(script) {
  return script
    .replace(/^lib\//, '')
    .replace(/\.ts$/, '')
    .replace(/\//g, '-');
}

/**
 * Bundles a command.
 * @param {string} root
 * @param {string} script
 * @param {string} folder where the files of the bundle are written
 */
async function makeBundle(root, script, folder) {
  const esbuild = await import('esbuild');
  try {
    await esbuild.build({
      ...forNode(root, folder),
      entryPoints: { [nameOf(script)]: script },
      plugins: [{ name: 'packages outside', setup: leavePackagesOutside }, ownAddresses(root)],
    });
  } finally {
    // esbuild runs as a process of its own. Without this it would run for as long as a host serves, and take 100 MB.
    await esbuild.stop();
  }
}

/**
 * Leaves the packages out of the bundle that `BUNDLED` does not list.
 * @param {import('esbuild').PluginBuild} build
 */
function leavePackagesOutside(build) {
  build.onResolve({ filter: /^[^.#/]/ }, ({ path: name, importer, kind }) =>
    kind === 'entry-point' || importer.includes('node_modules') || BUNDLED.test(name)
      ? undefined
      : { path: name, external: true },
  );
}

/**
 * Replaces `import.meta.url` by the address of the source file: in a bundle it would be the address of the bundle.
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
