import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Chromium without a window. Most tests need no more, and it takes two thirds of the time. */
const SHELL = 'chromium-headless-shell';
const SHELLS = [SHELL, 'chrome-headless-shell'];
const WHOLE = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `CHROMIUM_PATH` names something that does not run. */
export class WrongPath extends Error {}

/**
 * Finds a Chromium to test with, the first that starts of: the one that `CHROMIUM_PATH` names; a headless shell on
 * this machine; a whole Chromium on this machine; Playwright's own, which is downloaded if it is missing; the package
 * of the system, which is installed. `undefined` where none starts.
 * @throws WrongPath where `CHROMIUM_PATH` is set and does not start
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await works(named)) return named;
    throw new WrongPath(
      `CHROMIUM_PATH is ${named}, and no Chromium runs there: correct it or leave it out.`,
    );
  }
  for (const way of [shellOnThisMachine, wholeOnThisMachine, fromPlaywright, fromPackages]) {
    const found = await way();
    if (found !== undefined && (await works(found))) return found;
  }
  return undefined;
}

/** A whole Chromium on this machine: unlike a headless shell, it renders pages ahead of the click. */
export function findWholeChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return named && !/headless[-_]shell/.test(basename(named)) ? named : wholeOnThisMachine();
}

function shellOnThisMachine(): string | undefined {
  return inPath(SHELLS);
}

function wholeOnThisMachine(): string | undefined {
  return inPath(WHOLE) ?? PLACES.find((file) => existsSync(file));
}

function inPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

function fromPlaywright(): string | undefined {
  const file = chromium.executablePath();
  if (existsSync(file)) return file;
  console.log("\nNo Chromium is on this machine: downloading Playwright's …");
  const args = ['node_modules/playwright/cli.js', 'install', 'chromium', '--only-shell'];
  spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 });
  return existsSync(file) ? file : undefined;
}

function fromPackages(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  console.log("\nInstalling Chromium from the system's packages …");
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    }).status === 0;
  const install = (...names: string[]) => run('install', '-y', '-q', ...names);
  // Not every system has the shell as a package of its own.
  return run('update', '-q') && (install('chromium', SHELL) || install('chromium'))
    ? (shellOnThisMachine() ?? wholeOnThisMachine())
    : undefined;
}

/** Whether a browser starts from this file. */
async function works(file: string): Promise<boolean> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  try {
    const browser = await chromium.launch({ executablePath: file, args });
    await browser.close();
    return true;
  } catch (error) {
    console.log(`${file} does not start: ${String(error).split('\n')[0]}`);
    return false;
  }
}
