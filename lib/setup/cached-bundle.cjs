'use strict';

// What esbuild makes of our code, kept from one process to the next: each state of the code is bundled once.

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

/** Where bundles are kept; in node_modules, so that they find the packages that stay outside of them. */
const CACHE = path.join('node_modules', '.cache', 'dibao');

/** What a bundle says of itself: the hash of each of its files. It is written last. */
const MANIFEST = 'manifest.json';

/** How many bundles this process has made: several may be in the making. */
let parts = 0;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The folder of a bundle, which is made first if what it is made of has changed since.
 * @param {string} root the project's folder
 * @param {string} name what its folder's name begins with
 * @param {string} inputs the hash of all that it is made of, in hex
 * @param {(folder: string) => Promise<void>} make writes the bundle's files into a folder that is there
 * @returns {Promise<string>}
 * @throws Error when it cannot be made, or not be written
 */
async function cachedBundle(root, name, inputs, make) {
  const folder = path.join(root, CACHE, `${name}-${inputs.slice(0, 16)}`);
  if (isWhole(folder)) return folder;
  parts += 1;
  const part = `${folder}.${process.pid}-${parts}.part`;
  // esbuild's own fault for a folder that cannot be written has no code to know it by.
  fs.mkdirSync(part, { recursive: true });
  try {
    await make(part);
    fs.writeFileSync(path.join(part, MANIFEST), JSON.stringify(hashesOf(part)));
    put(part, folder);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
  }
  removeOld(path.dirname(folder), `${name}-`);
  return folder;
}

/**
 * The hash of the names and contents of files, in hex; files of a folder are taken that are `wanted`.
 * @param {string} root
 * @param {readonly string[]} paths files and folders, relative to `root`
 * @param {(file: string) => boolean} wanted
 */
function hashOfFiles(root, paths, wanted) {
  const hash = crypto.createHash('sha256');
  for (const file of paths.flatMap((each) => filesBelow(root, each, wanted)))
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} file
 * @param {(file: string) => boolean} wanted
 * @returns {string[]} sorted, relative to `root`
 */
function filesBelow(root, file, wanted) {
  const whole = path.join(root, file);
  if (!fs.statSync(whole).isDirectory()) return [file];
  return fs
    .readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter(wanted)
    .sort();
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
  const names = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== MANIFEST)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    names.sort().map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name));
      return [name, crypto.createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}

/**
 * Removes bundles of a day ago and more, but for the last two: a preview may run for long, and loads parts of
 * its bundle late.
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

module.exports = { cachedBundle, hashOfFiles };
