import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reporter } from 'vfile-reporter';
import { describe, expect, test } from 'vitest';
import { toVFile } from '#lib/check/report.ts';
import type { Issue } from '#lib/content/issue.ts';
import { factsOf, parseText } from '#tests/support/registries.ts';

const folder = join(import.meta.dirname, '../../fixtures');

/** An issue with what the desk and the threads read in its items. */
function withFacts(issue: Issue) {
  const sections = issue.sections.map((section) => ({
    ...section,
    items: section.items.map(({ place, ...item }) => ({
      ...item,
      facts: factsOf({ place, ...item }, issue.date),
      place,
    })),
  }));
  return { ...issue, sections };
}

// `npx vitest run -u` writes what is expected anew; read the difference before it is committed.
describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name, 'input.md'), 'utf8');
  const { issue, diagnostics } = parseText(text);

  test('is parsed to its issue', async () => {
    const json = `${JSON.stringify(issue && withFacts(issue), undefined, 2)}\n`;
    await expect(json).toMatchFileSnapshot(join(folder, name, 'issue.json'));
  });

  test('has its faults', async () => {
    const report = `${reporter(toVFile(diagnostics), { color: false })}\n`;
    await expect(report).toMatchFileSnapshot(join(folder, name, 'messages.txt'));
  });
});

test('the fixture of the oldest form has all its traps', () => {
  const text = readFileSync(join(folder, 'seed-form/input.md'), 'utf8');
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  expect([count(/,/g), count(/\(/g), count(/\((?!来源)/g)]).toEqual([138, 24, 8]);
  expect(text.endsWith('\n')).toBe(false);
  const { issue, diagnostics } = parseText(text);
  expect(issue?.sections.map(({ items }) => items.length)).toEqual([2, 6, 7, 1]);
  expect(
    issue?.sections.flatMap(({ items }) => items.flatMap((item) => item.attributions)),
  ).toHaveLength(16);
  expect(diagnostics.messages.filter(({ fatal }) => fatal)).toEqual([]);
});
