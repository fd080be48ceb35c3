import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '#lib/system/lock-file.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

const NOBODY = '999999999';

test('a lock is taken once, and names who has it', async () => {
  const lock = join(temporaryFolder(), 'lock');
  expect(await takeLock(lock)).toBeUndefined();
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
  expect(await takeLock(lock)).toBe(process.pid);
});

test.each([
  ['names one that is gone', NOBODY],
  ['names none', ''],
  ['holds what is no number', 'x'],
])('of many who find a lock that %s one alone has it', async (_, text) => {
  for (let round = 0; round < 10; round += 1) {
    const folder = temporaryFolder();
    const lock = join(folder, 'lock');
    writeFileSync(lock, text);
    const takers = Array.from({ length: 12 }, () => takeLock(lock));
    const had = (await Promise.all(takers)).filter((holder) => holder === undefined);
    expect(had).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['lock']);
  }
});

test('what cannot be written is thrown', async () => {
  await expect(takeLock(join(temporaryFolder(), 'no', 'lock'))).rejects.toThrow('ENOENT');
});
