import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileToRun } from '#lib/setup/bundle.cjs';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const root = join(import.meta.dirname, '../..');

/** A copy of what runs before anything is installed, beside these files. */
function projectWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  cpSync(join(root, 'lib/setup'), join(folder, 'lib/setup'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function run(folder: string, before = '') {
  const script = `${before}; process.argv = [process.execPath, 'run', 'lib/x.ts']; require('./lib/setup/run.cjs')`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr: stderr.trim().split('\n') };
}

const versionIs = (version: string) =>
  `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;

describe('before anything is installed', () => {
  test('Node 20.9 runs the site and not the tests', () => {
    const script = `${versionIs('20.9.0')}; const ready = require('./lib/setup/ready.cjs'); ready.requireNode({ dev: false }); try { ready.requireNode({ dev: true }) } catch (error) { console.log(error.message) }`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    expect(stdout).toMatch(
      /^The tests of Dibao need Node 20\.19 or newer, and this is Node 20\.9\.0\./,
    );
  });

  test.each(['18.20.4', '20.8.1', '16.0.0'])('Node %s is told to be too old', (version) => {
    expect(run(projectWith({}), versionIs(version))).toEqual({
      status: 1,
      stderr: [
        `Dibao needs Node 20.9 or newer, and this is Node ${version}. Install a newer version from https://nodejs.org and run the command again.`,
      ],
    });
  });

  test('a missing lock file is told', () => {
    const { status, stderr } = run(projectWith({ 'package.json': '{}' }));
    expect(status).toBe(1);
    expect(stderr).toEqual([
      'package-lock.json is missing or damaged: restore it with git checkout package-lock.json.',
    ]);
  });

  test('a failed install is told in one sentence, with what npm said', () => {
    const lock = {
      name: 'x',
      lockfileVersion: 3,
      packages: { 'node_modules/a': { version: '1.0.0' } },
    };
    const folder = projectWith({
      'package.json': '{ "name": "x", "dependencies": { "b": "1.0.0" } }',
      'package-lock.json': JSON.stringify(lock),
    });
    const { status, stderr } = run(folder);
    expect(status).toBe(1);
    expect(stderr).toHaveLength(2);
    expect(stderr[0]).toBe('Installing the packages of package-lock.json …');
    expect(stderr[1]).toMatch(
      /^Dibao could not install its packages \(code EUSAGE .*\): check the network and the free disk space, then run the command again\.$/,
    );
  });
});

describe('what is installed', () => {
  const lock = (version: string) =>
    JSON.stringify({
      packages: {
        'node_modules/a': { version },
        'node_modules/b': { version: '1.0.0', optional: true },
      },
    });

  test.each([
    ['the same', '1.0.0', true],
    ['another version', '1.0.1', false],
  ])('is compared with the lock file: %s', (_, version, expected) => {
    const folder = projectWith({
      'package-lock.json': lock('1.0.0'),
      'node_modules/.package-lock.json': JSON.stringify({
        packages: { 'node_modules/a': { version } },
      }),
    });
    const script = `console.log(require('./lib/setup/ready.cjs').isInstalled(process.cwd(), true))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(String(expected));
  });
});

describe('the bundle of a command', () => {
  /** A project of one command, with what bundles it, and its cache. */
  function projectToBundle() {
    const folder = projectWith({
      'lib/editor/cli.ts': "console.log('done');\n",
      'package.json': '{}',
      'node_modules/.package-lock.json': '{}',
    });
    for (const name of ['esbuild', '@esbuild'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    const cache = join(folder, 'node_modules/.cache/dibao');
    const script = `require('./lib/setup/bundle.cjs').fileToRun(process.cwd(), 'lib/editor/cli.ts').then((file) => import(file))`;
    const make = () => fileToRun(folder, 'lib/editor/cli.ts');
    const start = (cwd = folder) => {
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
        cwd,
        encoding: 'utf8',
      });
      return stdout + stderr;
    };
    return { folder, cache, make, start };
  }

  test.each<[string, (bundle: string) => void]>([
    ['empty', (bundle) => writeFileSync(join(bundle, 'editor-cli.mjs'), '')],
    [
      'other text',
      (bundle) => writeFileSync(join(bundle, 'editor-cli.mjs'), "console.log('nope');\n"),
    ],
    ['not there', (bundle) => rmSync(join(bundle, 'editor-cli.mjs'))],
    ['of a bundle that says nothing of itself', (bundle) => rmSync(join(bundle, 'manifest.json'))],
    ['of one whose list is cut off', (bundle) => writeFileSync(join(bundle, 'manifest.json'), '{')],
  ])('is made anew where its file is %s', async (_, damage) => {
    const { cache, make } = projectToBundle();
    const file = await make();
    const bundle = readFileSync(file, 'utf8');
    expect(bundle).toContain('console.log("done");');
    const [name = ''] = readdirSync(cache);
    damage(join(cache, name));
    for (const again of [await make(), await make()]) {
      expect(again).toBe(file);
      expect(readFileSync(file, 'utf8')).toBe(bundle);
    }
    expect(readdirSync(cache)).toEqual([name]);
    expect(readdirSync(join(cache, name))).toEqual(['editor-cli.mjs', 'manifest.json']);
  });

  test('is what a process runs, the first time and again', () => {
    const { start } = projectToBundle();
    expect([start(), start()]).toEqual(['done\n', 'done\n']);
  });

  test('is of the folder that it is in, so that a copy of the project runs its own code', () => {
    const { folder, start } = projectToBundle();
    writeFileSync(join(folder, 'lib/editor/cli.ts'), 'console.log(import.meta.url);\n');
    expect(start()).toContain(folder);
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    expect(start(copy)).toContain(copy);
  });

  test('goes when it is old and two newer ones are there', () => {
    const { folder, cache, start } = projectToBundle();
    const old = (days: number) => {
      const bundle = join(cache, `editor-cli-${days}`);
      mkdirSync(bundle, { recursive: true });
      const then = Date.now() / 1000 - days * 24 * 60 * 60;
      utimesSync(bundle, then, then);
      return bundle;
    };
    const bundles = [old(3), old(2), old(4)];
    start();
    expect(bundles.map(existsSync)).toEqual([false, true, false]);
    const young = old(0.5);
    writeFileSync(join(folder, 'lib/more.ts'), '');
    start();
    // The code changed: the bundle before it is one of the last two.
    expect([...bundles, young].map(existsSync)).toEqual([false, false, false, true]);
    expect(readdirSync(cache)).toHaveLength(3);
  });
});
