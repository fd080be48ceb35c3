import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

test('what lies in the public folder is read, and nothing outside it', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'public/issues'), { recursive: true });
  writeFileSync(join(folder, 'public/issues/a.png'), 'inside');
  writeFileSync(join(folder, 'secret'), 'outside');
  symlinkSync(join(folder, 'secret'), join(folder, 'public/issues/link'));
  symlinkSync(folder, join(folder, 'public/issues/folder'));
  symlinkSync('turn', join(folder, 'public/issues/turn'));
  symlinkSync('a.png', join(folder, 'public/issues/own'));
  const read = publicReader(join(folder, 'public'));
  expect(Buffer.from((await read('/issues/a.png')) ?? []).toString()).toBe('inside');
  expect(Buffer.from((await read('/issues/own')) ?? []).toString()).toBe('inside');
  for (const path of [
    '/issues/link',
    '/issues/folder/secret',
    '/issues/turn',
    '/../secret',
    '/issues/../../secret',
    '/issues',
    '/',
    '/b',
    '/a\0',
    '/issues/a.png/b',
  ])
    expect(await read(path), path).toBeUndefined();
});
