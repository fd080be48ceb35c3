import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { FileCache } from '#lib/system/file-cache.ts';
import { callCommand } from '#tests/support/call-command.ts';
import { contentFolderWith, sampleIssue, temporaryFolder } from '#tests/support/content-folder.ts';

const command = (folder: string, ...args: string[]) =>
  callCommand(args, { CONTENT_DIR: folder, INIT_CWD: folder });
const good = sampleIssue(1);
const slip = good.replaceAll('，', ',');

describe('npm run fix changes nothing but what it mends', () => {
  test('of the ends of lines, of a byte order mark, and where the last line has no end', async () => {
    const as = (text: string) => `\uFEFF${text.trimEnd().replaceAll('\n', '\r\n')}`;
    const folder = contentFolderWith({ '2025-03-24.md': as(slip) });
    await command(folder, 'fix');
    expect(readFileSync(join(folder, 'issues/2025-03-24.md'), 'utf8')).toBe(as(good));
  });

  test('of who may read the file, and of a link to it', async () => {
    const folder = contentFolderWith({});
    const file = join(folder, 'elsewhere.md');
    writeFileSync(file, slip);
    chmodSync(file, 0o640);
    symlinkSync(file, join(folder, 'issues/2025-03-24.md'));
    expect(await command(folder, 'fix', '2025-03-24')).toMatchObject({ code: 0 });
    expect(lstatSync(join(folder, 'issues/2025-03-24.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(good);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  // To root every file is writable.
  test.skipIf(process.getuid?.() === 0)('of a file that is not to be written', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': slip });
    chmodSync(join(folder, 'issues/2025-03-24.md'), 0o444);
    expect(await command(folder, 'fix')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^issues\/2025-03-24\.md cannot be written \(.*\)\.\n$/),
    });
    expect(readFileSync(join(folder, 'issues/2025-03-24.md'), 'utf8')).toBe(slip);
  });
});

test('a folder with the name of an issue is not taken for one', async () => {
  const folder = contentFolderWith({ '2025-03-24.md': good });
  mkdirSync(join(folder, 'issues/2025-03-31.md'));
  for (const name of ['check', 'fix'])
    expect(await command(folder, name)).toMatchObject({ code: 0, stderr: '' });
});

test.each(['check', 'fix'])('%s names a file that cannot be read', async (name) => {
  const folder = contentFolderWith({ '2025-03-24.md': good });
  symlinkSync('/nowhere/at/all', join(folder, 'issues/2025-03-31.md'));
  const { code, stderr } = await command(folder, name);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(
      /^issues\/2025-03-31\.md cannot be read \(.*\): restore it, or let this user read it\.\n$/,
    ),
  ]);
});

describe('what is not a regular file is refused with its path and the remedy', () => {
  const pipe = (path: string) => spawnSync('mkfifo', [path]);
  const loop = (path: string) => symlinkSync(basename(path), path);
  const large = (path: string) => writeFileSync(path, 'a'.repeat(1024 * 1024 + 1));
  const refusal = (path: string, sentence: string) => ({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^\\S+/${path} ${sentence}[^\\n]*: [^\\n]+\\.\\n$`)),
  });

  test.each<[string, (path: string) => unknown, string, string, string]>([
    ['check', pipe, 'a pipe', 'issues/2025-03-31.md', 'is no file'],
    ['fix', pipe, 'a pipe', 'issues/2025-03-31.md', 'is no file'],
    ['new', pipe, 'a pipe', 'issues/2025-03-31.md', 'is no file'],
    ['check', pipe, 'a pipe', 'topics.yml', 'is no file'],
    ['check', mkdirSync, 'a folder', 'topics.yml', 'is no file'],
    [
      'check',
      loop,
      'a link to itself',
      'issues/2025-03-31.md',
      'is a link that leads back to itself',
    ],
    ['check', loop, 'a link to itself', 'sources.yml', 'is a link that leads back to itself'],
    ['check', large, 'a large file', 'issues/2025-03-31.md', 'has 1.0 MB'],
    ['fix', large, 'a large file', 'issues/2025-03-31.md', 'has 1.0 MB'],
    ['check', large, 'a large file', 'entities.yml', 'has 1.0 MB'],
  ])('%s: %o, %s, %s', async (name, make, _, path, sentence) => {
    const folder = contentFolderWith({ '2025-03-24.md': good });
    rmSync(join(folder, path), { force: true });
    make(join(folder, path));
    expect(await command(folder, name)).toMatchObject(refusal(path, sentence));
  });

  test('new: a pipe as the template', async () => {
    const folder = contentFolderWith({ '2025-03-24.md': good });
    rmSync(join(folder, 'template.md'), { force: true });
    pipe(join(folder, 'template.md'));
    expect(await command(folder, 'new')).toMatchObject(refusal('template.md', 'is no file'));
  });

  test('a pipe among the pictures is no picture', async () => {
    const folder = temporaryFolder();
    pipe(join(folder, 'a.png'));
    expect(await publicReader(folder)('/a.png')).toBeUndefined();
  });

  test('a cache whose folder cannot be made', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'cache')])
      expect(() => FileCache.open(folder)).toThrow(
        /cannot be made \(.*\): name another with BUILD_CACHE\.$/,
      );
  });
});

test('a template that is not in UTF-8 makes no issue', async () => {
  const folder = contentFolderWith({ '2025-03-24.md': good });
  writeFileSync(join(folder, 'template.md'), Buffer.of(0xb2, 0xfa, 0xd2, 0xb5));
  expect(await command(folder, 'new')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^template\.md is not in UTF-8: /),
  });
});

test.each(['check', 'preview', 'import', 'fix', 'new', 'desk'])(
  '%s --help says what comes out and shows how it is called',
  async (name) => {
    const { code, stdout } = await callCommand([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
    expect(stdout).toMatch(new RegExp(`^  (PORT=\\d+ )?npm run ${name}`, 'm'));
    expect(stdout).toMatch(/Exit code: .*2 when/s);
    expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
  },
);
