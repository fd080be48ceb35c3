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
import { projectWith } from '#tests/support/project-copy.ts';

const root = join(import.meta.dirname, '../../..');

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

  test('belongs to its folder, so that a copy of the project runs its own code', () => {
    const { folder, start } = projectToBundle();
    writeFileSync(join(folder, 'lib/editor/cli.ts'), 'console.log(import.meta.url);\n');
    expect(start()).toContain(folder);
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    expect(start(copy)).toContain(copy);
  });

  test('is deleted when it is old and two newer ones exist', () => {
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
