import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';

const NOW = new Date('2025-06-01T08:00:00Z');

describe('a content folder that is read again', () => {
  const opened = () => {
    const folder = contentFolderWith({
      '2025-04-07.md': sampleIssue(1),
      '2025-04-14.md': sampleIssue(2),
    });
    const reader = new ArchiveReader(folder);
    return { folder, read: async (now = NOW) => (await reader.read({ now })).archive };
  };

  test('is the same object while nothing changes, so that what is memoised for it stays', async () => {
    const { read } = opened();
    const first = await read();
    expect(first?.issues).toHaveLength(2);
    expect(await read()).toBe(first);
  });

  test.each<[what: string, change: (folder: string) => void]>([
    [
      'an issue changed',
      (folder) => appendFileSync(join(folder, 'issues/2025-04-07.md'), '\n勘误。\n'),
    ],
    ['an issue went', (folder) => rmSync(join(folder, 'issues/2025-04-14.md'))],
    [
      'an issue came',
      (folder) => writeFileSync(join(folder, 'issues/2025-04-21.md'), sampleIssue(3)),
    ],
    ['a registry changed', (folder) => appendFileSync(join(folder, 'topics.yml'), '\n# 附注\n')],
  ])('is another archive once %s', async (_, change) => {
    const { folder, read } = opened();
    const first = await read();
    change(folder);
    const second = await read();
    expect(second).not.toBe(first);
    expect(await read()).toBe(second);
  });

  test('is another archive of the same issues once desk.yml changed: it decides nothing in them', async () => {
    const { folder, read } = opened();
    const first = await read();
    const [address, item] = ['/issues/2025-04-14', first?.issues[0]?.sections[0]?.items[0]];
    writeFileSync(join(folder, 'desk.yml'), `- { item: ${address}#${item?.id}, hide: [某案] }\n`);
    const second = await read();
    expect(second).not.toBe(first);
    expect(second?.desk).toMatchObject([{ hide: ['某案'] }]);
    expect(second?.issues[0]).toBe(first?.issues[0]);
  });

  test('is another archive on another day: it says which is today', async () => {
    const { read } = opened();
    const first = await read();
    expect(await read(new Date('2025-06-02T08:00:00Z'))).not.toBe(first);
  });
});
