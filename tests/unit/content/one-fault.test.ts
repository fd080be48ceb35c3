import { describe, expect, test } from 'vitest';
import { parseText } from '#tests/support/registries.ts';

describe('one cause has one message', () => {
  test.each<[what: string, text: string, rules: string[]]>([
    ['an item with nothing in it', '### 甲\n', ['item-empty']],
    ['an item with nothing in it, in the other form', '【甲】\n', ['item-empty']],
    ['an item with nothing but a source', '### 甲\n\n来源：光明日报\n', ['item-empty']],
    ['an item with text alone', '### 甲\n\n正文。\n', ['attribution-missing']],
    ['a title with nothing in it', '### \n', ['item-without-title']],
    ['a title with nothing in it, in the other form', '【】\n', ['item-without-title']],
    [
      'an address that is not safe',
      '### 甲\n\n[a](javascript:x?utm_source=1)。\n\n来源：光明日报\n',
      ['link-unsafe'],
    ],
    ['HTML in a source', '### 甲\n\n正文。\n\n来源：<b>x\n', ['html-raw']],
    ['a bracket in a source', '### 甲\n\n正文。\n\n来源：某报（北京\n', ['bracket-unpaired']],
    ['a source that is not listed', '### 甲\n\n正文。\n\n来源：某报\n', ['source-unknown']],
  ])('%s', (_, item, rules) => {
    // Another item, so that the issue is not empty.
    const text = `## 产业要闻\n\n### 首条\n\n正文。\n\n来源：光明日报\n\n${item}`;
    const { diagnostics } = parseText(text);
    expect(diagnostics.messages.map(({ ruleId }) => ruleId)).toEqual(rules);
  });

  test('two causes at one place have two', () => {
    const text = '## 产业要闻\n\n### 甲\n\n正文。\n\n来源：某报 2025-13-45\n';
    expect(parseText(text).diagnostics.messages.map(({ ruleId }) => ruleId)).toEqual([
      'source-unknown',
      'date-invalid',
    ]);
  });
});

test.each([
  ['[GitHub: owner/repo](https://a.b/c)', 'GitHub: owner/repo'],
  ['[新华网：要闻](https://a.b/c)', '新华网：要闻'],
  ['[note: 1](https://a.b/c)', 'note: 1'],
  ['[mailto](https://a.b/c)', 'mailto'],
  ['[12:30 播报](https://a.b/c)', '12:30 播报'],
  ['证券日报 [https://a.b/c](https://a.b/c)', '证券日报'],
  ['证券日报 [www.a.b/c](https://a.b/c)', '证券日报'],
  ['证券日报（[原文](https://a.b/c)）', '证券日报'],
])('a source link names one source, whatever its label: %s', (source, name) => {
  const text = `## 产业要闻\n\n### 甲\n\n正文。\n\n来源：${source}、光明日报\n`;
  const { issue, diagnostics } = parseText(text);
  expect(diagnostics.failed).toBe(false);
  const [item] = issue?.sections[0]?.items ?? [];
  expect(item?.attributions.map((each) => [each.source.name, each.url])).toEqual([
    [name, 'https://a.b/c'],
    ['光明日报', undefined],
  ]);
});
