import { describe, expect, test } from 'vitest';
import { type Example, type Rule, rules } from '#lib/content/rules.ts';
import { readContent } from '#lib/editor/check.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';

async function faultsOf(example: Example): Promise<[string, boolean | null | undefined][]> {
  const files = typeof example === 'string' ? { '2025-03-31.md': example } : example;
  const folder = contentFolderWith(files);
  const { diagnostics } = await readContent(folder, new Date('2026-01-01T00:00:00Z'));
  return diagnostics.flatMap(({ messages }) =>
    messages.map(({ ruleId, fatal }): [string, boolean | null | undefined] => [
      ruleId ?? '',
      fatal,
    ]),
  );
}

describe.each(Object.entries<Rule>(rules))('%s', (id, rule) => {
  test('is broken by its first example, once', async () => {
    const faults = await faultsOf(rule.breaks);
    expect(faults).toEqual([[id, rule.severity === 'error']]);
  });

  test('is kept by its second', async () => {
    expect(await faultsOf(rule.keeps)).toEqual([]);
  });
});
