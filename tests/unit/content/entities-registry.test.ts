import { describe, expect, test } from 'vitest';
import { readFacts } from '#lib/content/item-facts.ts';
import { parseIssue } from '#lib/content/parse-issue.ts';
import { unpackTerms } from '#lib/threads/terms/packed-terms.ts';
import { parseRegistryTexts, registryTexts } from '#tests/support/registries.ts';

describe('entities.yml', () => {
  const parse = (text?: string) => parseRegistryTexts(registryTexts, text);
  const reasons = (text?: string) =>
    parse(text).diagnostics.flatMap(({ messages }) => messages.map(({ reason }) => reason));

  test('may be left out', () => {
    expect(reasons()).toEqual([]);
    expect(parse().registries?.entities).toEqual([]);
  });

  test('lists the organisations that are found in items', () => {
    const { registries } = parse('- { id: kuaishou, name: 快手, aliases: [快手科技] }\n');
    if (registries === undefined) throw new Error('the registries are whole');
    const text = '## 产业\n\n### 快手发布财报\n\n快手科技公布业绩。\n\n来源：证券日报\n';
    const { issue } = parseIssue({ path: 'issues/2025-03-31.md', text }, registries);
    const item = issue?.sections[0]?.items[0];
    if (item === undefined) throw new Error('there is no item');
    const { terms } = readFacts(item, { ...registries, date: '2025-03-31' });
    expect(unpackTerms(terms)).toEqual([
      { key: 'organisation 快手', kind: 'organisation', label: '快手', place: 'title' },
    ]);
  });

  test.each([
    ['a second id', '- { id: a, name: 甲 }\n- { id: a, name: 乙 }\n', 'Unexpected second `a`'],
    [
      'a second name',
      '- { id: a, name: 甲 }\n- { id: b, name: 乙, aliases: [甲] }\n',
      'Unexpected second `甲`',
    ],
    ['an unknown key', '- { id: a, name: 甲, url: x }\n', 'url'],
    ['an id with capitals', '- { id: NCAC, name: 甲 }\n', 'lower-case'],
    ['no name', '- { id: a }\n', 'name'],
    ['a map in place of a list', 'a: b\n', 'expected a list'],
  ])('reports a fault where there is %s', (_, text, reason) => {
    expect(reasons(text).join('\n')).toContain(reason);
  });
});
