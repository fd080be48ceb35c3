'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');

/** The oldest Node that Next 16 runs on, and the oldest that the tools of the tests do. */
const MINIMUM = { major: 20, minor: 9 };
const MINIMUM_FOR_TESTS = { major: 20, minor: 19 };

/** What a user can mend: its message is the whole of what to say. */
class NotReady extends Error {}

/**
 * @param {{ dev: boolean }} options whether it is for the tests
 * @throws {NotReady} when this Node is too old.
 */
function requireNode(options) {
  const minimum = options.dev ? MINIMUM_FOR_TESTS : MINIMUM;
  const name = options.dev ? 'The tests of Dibao need' : 'Dibao needs';
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > minimum.major || (major === minimum.major && minor >= minimum.minor)) return;
  throw new NotReady(
    `${name} Node ${minimum.major}.${minimum.minor} or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org and run the command again.`,
  );
}

/**
 * Installs what the lock file names, unless it is there already.
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} options whether the tools of the tests are wanted too
 * @throws {NotReady} when npm fails
 */
function install(root, options) {
  if (isInstalled(root, options.dev)) return;
  console.error('Installing the packages of package-lock.json …');
  // npm says where it is; without npm in between, the one on the PATH has to do.
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const wanted = options.dev || process.env.NODE_ENV !== 'production' ? 'dev' : 'prod';
  const args = first.concat(['ci', '--no-audit', '--no-fund', `--include=${wanted}`]);
  const run = childProcess.spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (run.status === 0) return;
  const output = `${run.stdout || ''}\n${run.stderr || ''}`;
  const told = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line));
  const reason = run.error
    ? run.error.message
    : told
        .slice(0, 2)
        .join(' ')
        .replace(/npm (error|ERR!) /g, '');
  throw new NotReady(
    `Dibao could not install its packages (${reason || `npm ci ended with ${run.status}`}): check the network and the free disk space, then run the command again.`,
  );
}

/**
 * Whether npm's own record of node_modules names all that the lock file does, in the same versions.
 * @param {string} root
 * @param {boolean} dev
 */
function isInstalled(root, dev) {
  const record = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  const lock = readJson(path.join(root, 'package-lock.json'));
  if (lock === undefined || typeof lock.packages !== 'object') {
    throw new NotReady(
      'package-lock.json is missing or damaged: restore it with git checkout package-lock.json.',
    );
  }
  if (record === undefined) return false;
  return Object.keys(lock.packages).every((name) => {
    const wanted = lock.packages[name];
    if (name === '' || wanted.optional || (wanted.dev && !dev)) return true;
    const found = record.packages[name];
    return found !== undefined && found.version === wanted.version;
  });
}

/**
 * The value of a JSON file; `undefined` when there is none or it is no JSON.
 * @param {string} file
 */
function readJson(file) {
  if (!fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

module.exports = { NotReady, requireNode, install, isInstalled };
