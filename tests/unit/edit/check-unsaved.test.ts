import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UnsavedChecker } from '#lib/editor/edit/check-unsaved.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';

const path = 'issues/2025-03-31.md';
const rulesIn = (found: Awaited<ReturnType<UnsavedChecker['find']>>) =>
  found?.faults.map(({ rule }) => rule);

test('each check sees the text that it is given, and the other files as they are now', async () => {
  const folder = contentFolderWith({ '2025-03-31.md': sampleIssue(1) });
  const checker = new UnsavedChecker(folder);
  const faulty = sampleIssue(1).replace('## 产业要闻', '## 产业新闻');
  const found = await Promise.all(
    [sampleIssue(1), faulty, sampleIssue(1)].map((text) => checker.find(path, text)),
  );
  expect(found.map(rulesIn)).toEqual([[], ['section-unknown'], []]);
  expect(readFileSync(join(folder, path), 'utf8')).toBe(sampleIssue(1));
  const sections = readFileSync(join(folder, 'sections.yml'), 'utf8');
  writeFileSync(join(folder, 'sections.yml'), sections.replace('产业要闻', '产业新闻'));
  expect(rulesIn(await checker.find(path, faulty))).toEqual([]);
  writeFileSync(join(folder, 'issues/2025-03-24.md'), sampleIssue(1));
  expect(rulesIn(await checker.find(path, faulty))).toContain('number-duplicate');
});

test('pictures that are not there are faults, as in check', async () => {
  const checker = new UnsavedChecker(contentFolderWith({ '2025-03-31.md': '' }));
  const text = sampleIssue(1).replace('正文', '![图](/issues/none.png)\n\n正文');
  expect(rulesIn(await checker.find(path, text))).toContain('picture-missing');
});

test('a check that nobody waits for any more is not made', async () => {
  const checker = new UnsavedChecker(contentFolderWith({ '2025-03-31.md': '' }));
  expect(await checker.find(path, sampleIssue(1), () => false)).toBeUndefined();
});

test('a check that fails does not stop the next one', async () => {
  const folder = contentFolderWith({ '2025-03-31.md': '' });
  const checker = new UnsavedChecker(join(folder, 'nowhere'));
  for (const _ of [1, 2])
    await expect(checker.find(path, '')).rejects.toThrow(/content folder .* cannot be read/);
});
