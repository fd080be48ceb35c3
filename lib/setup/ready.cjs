'use strict';

const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');

/** The oldest version of Node that Next 16 supports, and the oldest that the tools of the tests support. */
const MINIMUM = { major: 20, minor: 9 };
const MINIMUM_FOR_TESTS = { major: 20, minor: 19 };

/** An error that the user can mend. Only its message is printed. */
class NotReady extends Error {}

/**
 * @param {{ dev: boolean }} options whether the tools of the tests are needed
 * @throws {NotReady} when this Node is too old.
 */
function requireNode(options) {
  const minimum = options.dev ? MINIMUM_FOR_TESTS : MINIMUM;
  const name = options.dev ? 'The tests of Dibao need' : 'Dibao needs';
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > minimum.major || (major === minimum.major && minor >= minimum.minor)) return;
  throw new NotReady(
    `${name} Node ${minimum.major}.${minimum.minor} or newer, and this is Node ${process.versions.node}. Install a newer version from https://nodejs.org and run the command again.`,
  );
}

/**
 * Installs the packages of the lock file, unless they are installed already.
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} options whether the tools of the tests are needed too
 * @throws {NotReady} when npm fails
 */
function install(root, options) {
  if (isInstalled(root, options.dev)) return;
  console.error('Installing the packages of package-lock.json …');
  // npm sets this variable to its own path. Without npm, the npm on the PATH is used.
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  const include = options.dev || process.env.NODE_ENV !== 'production' ? 'dev' : 'prod';
  const args = first.concat(['ci', '--no-audit', '--no-fund', `--include=${include}`]);
  const run = childProcess.spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (run.status === 0) return;
  const output = `${run.stdout || ''}\n${run.stderr || ''}`;
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line));
  const reason = run.error
    ? run.error.message
    : errors
        .slice(0, 2)
        .join(' ')
        .replace(/npm (error|ERR!) /g, '');
  throw new NotReady(
    `Dibao could not install its packages (${reason || `npm ci ended with ${run.status}`}): check the network and the free disk space, then run the command again.`,
  );
}

/**
 * Whether npm's own list of the packages in node_modules has all packages of the lock file, in the same versions.
 * @param {string} root
 * @param {boolean} dev
 */
function isInstalled(root, dev) {
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  const lock = readJson(path.join(root, 'package-lock.json'));
  if (lock === undefined || typeof lock.packages !== 'object') {
    throw new NotReady(
      'package-lock.json is missing or damaged: restore it with git checkout package-lock.json.',
    );
  }
  if (installed === undefined) return false;
  return Object.keys(lock.packages).every((name) => {
    const locked = lock.packages[name];
    if (name === '' || locked.optional || (locked.dev && !dev)) return true;
    const present = installed.packages[name];
    return present !== undefined && present.version === locked.version;
  });
}

/**
 * The value in a JSON file; `undefined` when there is no such file, or its text is no JSON.
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
