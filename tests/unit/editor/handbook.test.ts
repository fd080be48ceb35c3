import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDeskEntries } from '#lib/content/registries/desk.ts';
import { parseText } from '#tests/support/registries.ts';

/** The blocks of a language in the editors' handbook. */
function blocksOf(language: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../../content/README.md'), 'utf8');
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'));
  return Array.from(blocks, ([, block = '']) => block);
}

const faultsOf = (text: string) =>
  parseText(text).diagnostics.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);

describe('the handbook', () => {
  test('shows issues without a fault, in both forms', () => {
    const examples = blocksOf('markdown');
    expect(examples.length).toBeGreaterThan(2);
    expect(examples.flatMap(faultsOf)).toEqual([]);
    const items = examples
      .flatMap((text) => parseText(text).issue?.sections ?? [])
      .flatMap((s) => s.items);
    expect(items.map(({ attributions }) => attributions.length)).toEqual([2, 1, 3, 1]);
    expect(items.flatMap(({ corrections }) => corrections)).toHaveLength(1);
  });

  test('shows front matter that is read as it says', () => {
    const [front = ''] = blocksOf('yaml');
    const { issue, diagnostics } = parseText(`${front}\n${blocksOf('markdown')[0]}`);
    expect(diagnostics.messages).toEqual([]);
    expect(issue).toMatchObject({ number: 1, title: '特刊', summary: '导语一句。', draft: true });
  });

  test('shows corrections of the desk that are read as it says', () => {
    const examples = blocksOf('yaml').filter((block) => block.startsWith('- item:'));
    const read = examples.map((text) => readDeskEntries({ path: 'desk.yml', text }));
    expect(read.flatMap(({ diagnostics }) => diagnostics.messages)).toEqual([]);
    expect(read.map(({ value }) => value.length)).toEqual([4, 1, 1]);
  });
});
