import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import type { PublicBefore } from '#lib/check/permalinks/public-before.ts';
import { publicOf } from '#lib/check/permalinks/public-before.ts';
import type { Example, Rule } from '#lib/content/faults/rule.ts';
import { rules } from '#lib/content/faults/rules.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';

const now = new Date('2026-01-01T00:00:00Z');

function folderOf(example: Example): string {
  return contentFolderWith(typeof example === 'string' ? { '2025-03-31.md': example } : example);
}

async function publicIn(example: Example): Promise<PublicBefore> {
  const { archive } = await readContent(new ArchiveReader(folderOf(example)), now);
  if (archive === undefined) throw new Error('no archive');
  return publicOf(archive, 'before');
}

async function faultsOf(
  example: Example,
  before?: Example,
): Promise<[string, boolean | null | undefined][]> {
  const known = before === undefined ? undefined : await publicIn(before);
  const { diagnostics } = await readContent(new ArchiveReader(folderOf(example)), now, {
    before: known,
  });
  return diagnostics.flatMap(({ messages }) =>
    messages.map(({ ruleId, fatal }): [string, boolean | null | undefined] => [
      ruleId ?? '',
      fatal,
    ]),
  );
}

describe.each(Object.entries<Rule>(rules))('%s', (id, rule) => {
  test('reports its invalid example once, and nothing else', async () => {
    const faults = await faultsOf(rule.invalid, rule.before);
    expect(faults).toEqual([[id, rule.severity === 'error']]);
  });

  test('reports nothing in its valid example', async () => {
    expect(await faultsOf(rule.valid, rule.before)).toEqual([]);
  });
});
