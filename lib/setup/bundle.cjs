'use strict';

// A command of ours as plain JavaScript in a few files. Compiling 80 files of TypeScript and finding 700
// of packages costs a command four fifths of its time; so it is done once for each state of the code.

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

/** Where bundles are kept; in node_modules, so that they find the packages that stay outside of them. */
const CACHE = path.join('node_modules', '.cache', 'dibao');

/** Packages of plain JavaScript in hundreds of files. All others are loaded from where they are. */
const PLAIN =
  /^(date-fns|diff|gray-matter|hast-|leven|mdast-|micromark|remark|unified|unist-|vfile|yaml|zod)/;

/** What a bundle says of itself: the hash of each of its files. It is written last. */
const MANIFEST = 'manifest.json';

/** Faults of the disk that keep a bundle from being written. */
const UNWRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'];
const DAY = 24 * 60 * 60 * 1000;

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
  const folder = path.join(root, CACHE, `${name}-${fingerprint(root)}`);
  const file = path.join(folder, `${name}.mjs`);
  if (!isWhole(folder)) await makeBundle(root, script, folder);
  return file;
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
 * The hash of all that a bundle is made from: our code, the packages by npm's own record of them, and the folder
 * that it is in. Its files know where they are: a project that is copied or moved with its bundles would else
 * build where it came from.
 * @param {string} root
 */
function fingerprint(root) {
  const hash = crypto.createHash('sha256');
  hash.update(`${process.version}\0${path.resolve(root)}`);
  const files = fs.readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => /\.(ts|cjs)$/.test(file)).map((file) => `lib/${file}`);
  for (const file of own.sort().concat('package.json', 'node_modules/.package-lock.json')) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Writes a bundle beside its place and puts it there whole; those of long ago go.
 * @param {string} root
 * @param {string} script
 * @param {string} folder
 */
async function makeBundle(root, script, folder) {
  const name = nameOf(script);
  const part = `${folder}.${process.pid}.part`;
  const esbuild = await import('esbuild');
  // esbuild's own fault for a folder that cannot be written has no code to know it by.
  fs.mkdirSync(part, { recursive: true });
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: { [name]: script },
      outdir: part,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      // Packages in CommonJS ask for Node's own modules with require.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
      },
      plugins: [{ name: 'what stays outside', setup: stayOutside }, ownAddresses(root)],
    });
    fs.writeFileSync(path.join(part, MANIFEST), JSON.stringify(hashesOf(part)));
    put(part, folder);
  } finally {
    // Its program would stay beside a host for as long as that serves, with 100 MB.
    await esbuild.stop();
    fs.rmSync(part, { recursive: true, force: true });
  }
  removeOld(path.dirname(folder), `${name}-`);
}

/**
 * Whether a bundle is there as it was made: a full disk, or whoever clears caches, may leave a part of one,
 * and an empty file is a command that does nothing and says so to nobody.
 * @param {string} folder
 */
function isWhole(folder) {
  const manifest = path.join(folder, MANIFEST);
  if (!fs.existsSync(manifest)) return false;
  return fs.readFileSync(manifest, 'utf8') === JSON.stringify(hashesOf(folder));
}

/**
 * The hash of each file of a bundle.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function hashesOf(folder) {
  const names = fs.readdirSync(folder).filter((name) => name !== MANIFEST);
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name));
      return [name, crypto.createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

/**
 * Removes a command's bundles of a day ago and more, but for the last two: a preview may run for long, and
 * loads parts of its bundle late.
 * @param {string} cache
 * @param {string} prefix what their names begin with
 */
function removeOld(cache, prefix) {
  const names = fs.readdirSync(cache).filter((name) => name.startsWith(prefix));
  const bundles = names.flatMap((name) => {
    const folder = path.join(cache, name);
    // Another command may have removed it in the meantime.
    const made = fs.statSync(folder, { throwIfNoEntry: false });
    return made === undefined ? [] : [{ folder, made: made.mtimeMs }];
  });
  for (const { folder, made } of bundles.sort((a, b) => b.made - a.made).slice(2)) {
    if (Date.now() - made > DAY) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} part
 * @param {string} folder
 */
function put(part, folder) {
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    // Another command made the same bundle in the meantime, unless what is there is damaged.
    if (isWhole(folder)) return;
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(part, folder);
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
