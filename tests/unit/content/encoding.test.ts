import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { decodeTextFile } from '#lib/content/text-file.ts';
import { contentFolderWith, sampleIssue } from '#tests/support/content-folder.ts';
import { registryTexts } from '#tests/support/registries.ts';

const now = new Date('2026-01-01');
/** A text in UTF-8 with one byte of another encoding in the place of ☒. */
const damaged = (text: string) =>
  Buffer.concat(
    text
      .split('☒')
      .flatMap((part, index) => [Buffer.of(0xb2).subarray(index === 0 ? 1 : 0), Buffer.from(part)]),
  );

async function faultsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const { diagnostics } = await readContent(new ArchiveReader(contentFolderWith(files)), now);
  return diagnostics.flatMap(({ path, messages }) =>
    messages.map(
      ({ line, column, fatal, ruleId }) => `${path}:${line}:${column} ${fatal} ${ruleId}`,
    ),
  );
}

describe('a file that is not in UTF-8', () => {
  test('is reported at its first such byte, once, and the others are read as ever', async () => {
    const issue = sampleIssue(2).replace('正文第1段', '正文第☒段');
    const faults = await faultsOf({
      '2025-03-24.md': sampleIssue(1).replace('来源：', '来自：'),
      '2025-03-31.md': damaged(`\uFEFF${issue}`),
    });
    expect(faults).toEqual([
      'issues/2025-03-24.md:7:1 true attribution-missing',
      'issues/2025-03-31.md:15:4 true encoding-invalid',
    ]);
  });

  test('stops no build where it is a draft', async () => {
    const draft = damaged(`---\ndraft: true\n---\n\n${sampleIssue(2)}☒`);
    expect(await faultsOf({ '2025-03-31.md': draft })).toEqual([
      expect.stringMatching(/ false encoding-invalid$/),
    ]);
  });

  test('is reported among the registries too', async () => {
    const sources = damaged(registryTexts['sources.yml'].replace('羊城晚报', '羊城☒报'));
    const faults = await faultsOf({ 'sources.yml': sources, '2025-03-31.md': sampleIssue(1) });
    expect(faults).toEqual(['sources.yml:4:11 true encoding-invalid']);
  });

  test.each<[string, Uint8Array, number]>([
    ['behind a replacement character of its own', Buffer.from('efbfbd41ff', 'hex'), 2],
    ['that ends within a character', Buffer.from('41e794', 'hex'), 1],
    ['that ends like a replacement character', Buffer.from('41efbf', 'hex'), 1],
    ['behind a byte order mark', Buffer.from('efbbbf41ff', 'hex'), 1],
    ['with half of a surrogate pair', Buffer.from('4141eda080', 'hex'), 2],
  ])('is reported with its line and column: %s', (_, bytes, at) => {
    expect(decodeTextFile('x', bytes).invalidAt).toBe(at);
  });
});
