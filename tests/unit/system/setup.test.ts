import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectWith } from '#tests/support/project-copy.ts';

const root = join(import.meta.dirname, '../../..');

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

  test.each(['18.20.4', '20.8.1', '16.0.0'])('Node %s is refused as too old', (version) => {
    expect(run(projectWith({}), versionIs(version))).toEqual({
      status: 1,
      stderr: [
        `Dibao needs Node 20.9 or newer, and this is Node ${version}. Install a newer version from https://nodejs.org and run the command again.`,
      ],
    });
  });

  test('a missing lock file is reported', () => {
    const { status, stderr } = run(projectWith({ 'package.json': '{}' }));
    expect(status).toBe(1);
    expect(stderr).toEqual([
      'package-lock.json is missing or damaged: restore it with git checkout package-lock.json.',
    ]);
  });

  test('a failed install is reported in one sentence, with the output of npm', () => {
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
