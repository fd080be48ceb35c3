import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { followChanges } from '#lib/system/follow-changes.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';

describe('a change is followed after', () => {
  /** More often than it is needed outside of tests. */
  const LOOK_EVERY = 100;
  /** Waits until all that a swap brings about has been followed, then edits a file and waits for that. */
  async function expectFollowed(root: string, folder: string, swap: () => Promise<void> | void) {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    let times = 0;
    const { end } = await followChanges(
      [root, join(folder, 'public')],
      async () => {},
      async () => {
        times += 1;
      },
      LOOK_EVERY,
    );
    onTestFinished(async () => {
      await end();
      told.mockRestore();
    });
    await swap();
    await vi.waitFor(() => expect(times).toBeGreaterThan(0), 10_000);
    await sleep(8 * LOOK_EVERY);
    for (const edit of ['甲', '乙']) {
      const before = times;
      writeFileSync(join(root, 'issues/2025-03-31.md'), edit);
      await vi.waitFor(() => expect(times).toBeGreaterThan(before), 10_000);
      await sleep(300);
    }
  }

  const copy = (from: string, to: string) => cpSync(from, to, { recursive: true });

  test.each<[string, (content: string, beside: string) => Promise<void> | void]>([
    [
      'a folder is moved away and back',
      async (content, beside) => {
        renameSync(content, beside);
        await sleep(4 * LOOK_EVERY);
        renameSync(beside, content);
      },
    ],
    [
      'a folder is moved away and back at once, and edited',
      (content, beside) => {
        renameSync(content, beside);
        renameSync(beside, content);
        writeFileSync(join(content, 'site.yml'), 'name: b');
      },
    ],
    [
      'another folder takes the place of one',
      (content, beside) => {
        copy(content, beside);
        renameSync(content, `${beside}-old`);
        renameSync(beside, content);
      },
    ],
    [
      'another folder takes the place of the one of the issues',
      (content, beside) => {
        copy(join(content, 'issues'), beside);
        renameSync(join(content, 'issues'), `${beside}-old`);
        renameSync(beside, join(content, 'issues'));
      },
    ],
    [
      'the folder of the issues is swapped within',
      async (content) => {
        copy(join(content, 'issues'), join(content, 'new'));
        await sleep(300);
        renameSync(join(content, 'issues'), join(content, 'old'));
        renameSync(join(content, 'new'), join(content, 'issues'));
      },
    ],
    [
      'a folder is removed and restored',
      async (content, beside) => {
        copy(content, beside);
        rmSync(content, { recursive: true });
        await sleep(4 * LOOK_EVERY);
        copy(beside, content);
      },
    ],
    [
      'the folder of the issues is removed and restored',
      async (content, beside) => {
        copy(join(content, 'issues'), beside);
        rmSync(join(content, 'issues'), { recursive: true });
        await sleep(300);
        copy(beside, join(content, 'issues'));
      },
    ],
    [
      'the folder above is swapped',
      (content, beside) => {
        copy(join(content, '..'), beside);
        renameSync(join(content, '..'), `${beside}-old`);
        renameSync(beside, join(content, '..'));
      },
    ],
  ])('%s', async (_, swap) => {
    const folder = temporaryFolder();
    const content = join(folder, 'project/content');
    mkdirSync(join(content, 'issues'), { recursive: true });
    writeFileSync(join(content, 'issues/2025-03-31.md'), '初');
    writeFileSync(join(content, 'site.yml'), 'name: a');
    await expectFollowed(content, folder, () => swap(content, join(folder, 'beside')));
  });

  test('a link is made to lead to another folder', async () => {
    const folder = temporaryFolder();
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder, name, 'issues'), { recursive: true });
      writeFileSync(join(folder, name, 'issues/2025-03-31.md'), name);
    }
    const content = join(folder, 'content');
    symlinkSync('one', content);
    await expectFollowed(content, folder, () => {
      symlinkSync('two', `${content}-new`);
      renameSync(`${content}-new`, content);
    });
  });

  test('a folder is created that did not exist', async () => {
    const folder = temporaryFolder();
    const content = join(folder, 'content');
    await expectFollowed(content, folder, () => {
      mkdirSync(join(content, 'issues'), { recursive: true });
      writeFileSync(join(content, 'issues/2025-03-31.md'), '初');
    });
  });
});
