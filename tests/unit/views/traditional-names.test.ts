import { expect, test } from 'vitest';
import { paths } from '#lib/site/paths.ts';
import { fileAt } from '#lib/views/addresses.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { registryTexts } from '#tests/support/registries.ts';

async function namesOf(site: string): Promise<unknown> {
  const folder = contentFolderWith({
    '2025-03-31.md': sampleIssue(1),
    'site.yml': `${registryTexts['site.yml']}${site}`,
  });
  const file = await fileAt(await readArchive(folder), paths.traditionalNames())?.write();
  return JSON.parse(String(file));
}

test('the names of site.yml are a public file, the longest first', async () => {
  expect(await namesOf('\ntraditional:\n  后来: 后來\n  后来出版社: 后來出版社\n')).toEqual([
    ['后来出版社', '后來出版社'],
    ['后来', '后來'],
  ]);
  expect(await namesOf('')).toEqual([]);
});
