import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { issueOf } from '#tests/support/stories.ts';

const issue = issueOf(
  ['快手发布财报', '营收增长，同比两成。'],
  ['网店卖盗版书获刑', '法院判处有期徒刑三年。'],
);

async function faultsOf(threads: string): Promise<string[]> {
  const folder = contentFolderWith({ '2025-03-31.md': issue, 'threads.yml': threads });
  const { archive, diagnostics } = await readContent(
    new ArchiveReader(folder),
    new Date('2026-01-01'),
  );
  const [first, second] =
    archive?.issues[0]?.sections.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
  expect([first, second]).toEqual(['n637z3', '21ms8t']);
  return diagnostics.flatMap(({ path, messages }) =>
    messages.map(
      ({ line, column, ruleId, reason }) => `${path}:${line}:${column} ${ruleId} ${reason}`,
    ),
  );
}

describe('threads.yml', () => {
  test('may be missing or empty', async () => {
    expect(await faultsOf('')).toEqual([]);
    const folder = contentFolderWith({ '2025-03-31.md': issue });
    expect(
      (await readContent(new ArchiveReader(folder))).diagnostics.flatMap(
        ({ messages }) => messages,
      ),
    ).toEqual([]);
  });

  test('names items by their paths, by their addresses, percent-encoded or not', async () => {
    expect(
      await faultsOf(
        '- items: [/issues/2025-03-31#n637z3, "https://digest.example/issues/2025-03-31#21ms8t"]',
      ),
    ).toEqual([]);
  });

  test.each([
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#nobody]',
      'threads.yml:1:38 registry-invalid Unexpected address /issues/2025-03-31#nobody, where no item is, expected one of /issues/2025-03-31#n637z3 /issues/2025-03-31#21ms8t',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-24#21ms8t]',
      'threads.yml:1:38 registry-invalid Unexpected address /issues/2025-03-24#21ms8t, where no item is, expected /issues/2025-03-31#21ms8t',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3]\n  without: [/issues/2024-01-01#gone]',
      'threads.yml:2:13 registry-invalid Unexpected address /issues/2024-01-01#gone, where no item is, expected the address of an item, as its title on the page leads to',
    ],
    [
      '- { name: 一条, items: [/issues/2025-03-31#n637z3] }',
      'threads.yml:1:23 registry-invalid Unexpected thread of /issues/2025-03-31#n637z3 alone, expected another item of the story under items',
    ],
    [
      '- items: [/issues/2025-03-31]',
      'threads.yml:1:11 registry-invalid Unexpected value for `items.0`, expected the address of an item such as /issues/2025-03-31/k3x9qa',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#21ms8t]\n- items: [/issues/2025-03-31#n637z3]',
      'threads.yml:2:11 registry-invalid Unexpected second `/issues/2025-03-31#n637z3`, expected it once',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#21ms8t]\n  without: [/issues/2025-03-31#n637z3]',
      'threads.yml:2:13 registry-invalid Unexpected `/issues/2025-03-31#n637z3`, also listed under items, expected it under one of the two',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#21ms8t]\n  ended: false',
      'threads.yml:2:10 registry-invalid Unexpected value for `ended`, expected true, a day such as 2025-09-08 or a sentence on how the story ended',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#21ms8t]\n  ended: 2025年9月8日',
      'threads.yml:2:10 registry-invalid Unexpected value for `ended`, expected a day such as 2025-09-08',
    ],
    [
      '- items: [/issues/2025-03-31#n637z3, /issues/2025-03-31#21ms8t]\n  ended: 2025-03-24',
      'threads.yml:2:10 registry-invalid Unexpected end before the first item of the thread, expected 2025-03-31 or later',
    ],
  ])('%s is a fault with its place and the remedy', async (threads, fault) => {
    expect(await faultsOf(threads)).toEqual([fault]);
  });
});
