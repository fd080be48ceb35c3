'use strict';

// A cache of bundles that esbuild makes of our code, so that each state of the code is bundled once. It is CommonJS
// without packages, because it runs before anything can load TypeScript.

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

/** The folder of the cache. It is in node_modules, so that a bundle finds the packages that it does not contain. */
const CACHE = path.join('node_modules', '.cache', 'dibao');

/** The file of a bundle that lists the hash of each of its other files. It is written last. */
const MANIFEST = 'manifest.json';

/** How many bundles this process has begun. It makes the names of unfinished folders unique. */
let begun = 0;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The folder of a bundle. If the cache has no undamaged bundle for the inputs, it is made first.
 * @param {string} root the project's folder
 * @param {string} name the beginning of the folder's name
 * @param {string} inputs a hash of everything that the bundle is made from, in hex: the cache key
 * @param {(folder: string) => Promise<void>} make writes the bundle's files into an empty folder
 * @returns {Promise<string>}
 * @throws Error when the bundle cannot be made or written
 */
async function cachedBundle(root, name, inputs, make) {
  const folder = path.join(root, CACHE, `${name}-${inputs.slice(0, 16)}`);
  if (isWhole(folder)) return folder;
  await writeBundle(folder, make);
  removeOld(path.dirname(folder), `${name}-`);
  return folder;
}

/**
 * Makes a bundle in an unfinished folder, which is then renamed: a bundle under its final name is complete.
 * @param {string} folder
 * @param {(folder: string) => Promise<void>} make
 */
async function writeBundle(folder, make) {
  begun += 1;
  const part = `${folder}.${process.pid}-${begun}.part`;
  // `fileToRun` looks at the code of the error where the disk cannot be written. An error of esbuild has no code.
  fs.mkdirSync(part, { recursive: true });
  try {
    await make(part);
    fs.writeFileSync(path.join(part, MANIFEST), JSON.stringify(hashesOf(part)));
    moveIntoPlace(part, folder);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
  }
}

/**
 * The hash of the names and contents of files, in hex.
 * @param {string} root the project's folder
 * @param {readonly string[]} paths files and folders, relative to `root`
 * @param {(file: string) => boolean} wanted which files of the folders count
 */
function hashOfFiles(root, paths, wanted) {
  const hash = crypto.createHash('sha256');
  for (const file of paths.flatMap((name) => filesAt(root, name, wanted)))
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/**
 * A file itself, or the wanted files of a folder.
 * @param {string} root
 * @param {string} name of the file or folder, relative to `root`
 * @param {(file: string) => boolean} wanted
 * @returns {string[]} sorted, relative to `root`
 */
function filesAt(root, name, wanted) {
  const full = path.join(root, name);
  if (!fs.statSync(full).isDirectory()) return [name];
  return filesBelow(full)
    .map((file) => path.relative(root, path.join(full, file)))
    .map((file) => file.split(path.sep).join('/'))
    .filter(wanted)
    .sort();
}

/**
 * @param {string} folder
 * @returns {string[]} all files below it, relative to it
 */
function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/**
 * Whether there is a bundle, and every file of it is as it was written. A full disk, or a program that clears caches,
 * may leave only a part of a bundle; and an empty file would be a command that does nothing, without an error.
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
  const names = filesBelow(folder).filter((name) => path.basename(name) !== MANIFEST);
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name));
      return [name, crypto.createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

/**
 * Removes bundles that are older than a day, but not the newest two: a preview may run for long, and loads parts of
 * its bundle only when it needs them.
 * @param {string} cache
 * @param {string} prefix the beginning of their folders' names
 */
function removeOld(cache, prefix) {
  const names = fs.readdirSync(cache).filter((name) => name.startsWith(prefix));
  const bundles = names.flatMap((name) => {
    const folder = path.join(cache, name);
    // Another command may have removed the folder in the meantime.
    const made = fs.statSync(folder, { throwIfNoEntry: false });
    return made === undefined ? [] : [{ folder, made: made.mtimeMs }];
  });
  for (const { folder, made } of bundles.sort((a, b) => b.made - a.made).slice(2)) {
    if (Date.now() - made > DAY) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Renames an unfinished folder, unless another command has made the same bundle in the meantime.
 * @param {string} part
 * @param {string} folder
 */
function moveIntoPlace(part, folder) {
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    if (isWhole(folder)) return;
    // A damaged bundle was in its place.
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(part, folder);
  }
}

module.exports = { cachedBundle, hashOfFiles };
