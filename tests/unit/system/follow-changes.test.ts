import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { followChanges } from '#lib/system/follow-changes.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

test('a change during the first run starts another run after it', async () => {
  const folder = temporaryFolder();
  const happened: string[] = [];
  const { first, end } = await followChanges(
    [folder],
    async () => {
      writeFileSync(join(folder, 'a.md'), '甲');
      await sleep(300);
      happened.push('first');
      return '头一件';
    },
    async (given) => void happened.push(`after ${given}`),
  );
  onTestFinished(end);
  expect(first).toBe('头一件');
  await vi.waitFor(() => expect(happened).toEqual(['first', 'after 头一件']), 10_000);
});

test('a failure after a change is reported, and the next change is followed', async () => {
  const folder = temporaryFolder();
  const told = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => told.mockRestore());
  let times = 0;
  const { end } = await followChanges(
    [folder],
    async () => {},
    async () => {
      times += 1;
      if (times === 1) throw new Error('这一次不行');
    },
  );
  onTestFinished(end);
  writeFileSync(join(folder, 'a.md'), '甲');
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('这一次不行'), 10_000);
  writeFileSync(join(folder, 'a.md'), '乙');
  await vi.waitFor(() => expect(times).toBe(2), 10_000);
});

test('nothing is followed where the first run fails', async () => {
  const folder = temporaryFolder();
  const follow = vi.fn();
  const first = () => Promise.reject(new Error('没有站点'));
  await expect(followChanges([folder], first, follow)).rejects.toThrow('没有站点');
  writeFileSync(join(folder, 'a.md'), '甲');
  await sleep(300);
  expect(follow).not.toHaveBeenCalled();
});

test('a run that is asked for is done, but not after the end', async () => {
  const follow = vi.fn(async () => {});
  const { again, end } = await followChanges([temporaryFolder()], async () => {}, follow);
  again();
  await vi.waitFor(() => expect(follow).toHaveBeenCalledTimes(1), 10_000);
  await end();
  again();
  await sleep(200);
  expect(follow).toHaveBeenCalledTimes(1);
});
