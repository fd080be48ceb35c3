import { describe, expect, test } from 'vitest';
import { growsInStep } from '#tests/support/growth.ts';
import { parseText } from '#tests/support/registries.ts';

describe('a text of any size or number', () => {
  test('is parsed when it is 1 MB on one line', () => {
    const body = '正文，'.repeat(120_000);
    const { issue, diagnostics } = parseText(`## 产业要闻\n\n【标题】${body}（来源：证券日报）\n`);
    expect(diagnostics.messages).toEqual([]);
    const item = issue?.sections[0]?.items[0];
    expect(item?.text).toBe(body);
    expect(item?.attributions[0]?.source.name).toBe('证券日报');
  });

  test('is refused, not swallowed, where it would cost the parser minutes', () => {
    for (const line of [
      '*a'.repeat(500_000),
      '[a]('.repeat(250_000),
      '> '.repeat(50_000),
      '1. '.repeat(50_000),
    ]) {
      const { diagnostics } = parseText(
        `## 产业要闻\n\n【标题】正文。（来源：证券日报）\n\n${line}\n`,
      );
      expect(diagnostics.messages.map(({ ruleId }) => ruleId)).toContain('markup-excessive');
    }
  });

  test.each<[string, (size: number) => string]>([
    ['brackets', (n) => `${'（来源：'.repeat(n)}名${'）'.repeat(n)}`],
    [
      'emphasis',
      (n) => `${'*a '.repeat(n / 2)}\n`.repeat(7) + `${'b* '.repeat(n / 2)}\n`.repeat(7),
    ],
    ['numbers', (n) => '1)中'.repeat(n * 4)],
    ['book titles', (n) => '《'.repeat(n) + '）'.repeat(n)],
    ['blanks', (n) => `（来源：证券日报${' '.repeat(n * 8)}）`],
  ])('is parsed in one go, however its %s are heaped', (_, heap) => {
    const parse = (size: number) => () => {
      const { issue } = parseText(`## 产业要闻\n\n【标题】正文。\n\n${heap(size)}\n`);
      expect(issue).toBeDefined();
    };
    expect(growsInStep(8, parse(500), parse(4000))).toBe(true);
  });

  test('is parsed however deep its lists are', () => {
    // Each line is as long as its list is deep: twice the depth is four times the text.
    const parse = (depth: number) => () => {
      const lines = Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- 项`);
      const { issue } = parseText(`## 产业要闻\n\n【标题】正文。\n\n${lines.join('\n')}\n`);
      expect(issue).toBeDefined();
    };
    expect(growsInStep(16, parse(150), parse(600))).toBe(true);
  });

  test('has its faults the second time too', () => {
    const text = '---\nnumber: "一\n---\n\n## 产业要闻\n\n【标题】正文。（来源：证券日报）\n';
    const reports = [1, 2].map(() => parseText(text).diagnostics.messages.map(String));
    expect(reports[0]).toHaveLength(1);
    expect(reports[1]).toEqual(reports[0]);
  });

  test('has no end in anchors that double', () => {
    const bomb = ['a: &a [x, x]'];
    for (let depth = 1; depth < 30; depth += 1) {
      const [name, last] = [String.fromCharCode(97 + depth), String.fromCharCode(96 + depth)];
      if (depth < 26) bomb.push(`${name}: &${name} [*${last}, *${last}]`);
    }
    const { diagnostics } = parseText(`---\n${bomb.join('\n')}\n---\n`);
    expect(diagnostics.messages[0]?.ruleId).toBe('front-matter-invalid');
  });
});

test('an id that the page has itself is refused', () => {
  const { diagnostics } = parseText(
    '## 产业要闻\n\n### 标题 {#main}\n\n正文。（来源：证券日报）\n',
  );
  expect(diagnostics.messages.map(({ ruleId }) => ruleId)).toEqual(['id-duplicate']);
});

describe('a date', () => {
  test.each([
    ['issues/2025-02-30.md', 'date-invalid'],
    ['issues/draft.md', 'date-invalid'],
  ])('that %s does not hold is a fault', async (path, rule) => {
    const { parseIssue } = await import('#lib/content/parse-issue.ts');
    const { testRegistries } = await import('#tests/support/registries.ts');
    const { issue, diagnostics } = parseIssue({ path, text: '' }, testRegistries());
    expect(issue).toBeUndefined();
    expect(diagnostics.messages.map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

test('the faults of a draft are reported, and stop no build', () => {
  const { issue, diagnostics } = parseText(
    '---\ndraft: true\n---\n\n## 产业要闻\n\n【标题】没有来源。\n',
  );
  expect(issue?.draft).toBe(true);
  expect(diagnostics.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
    ['attribution-missing', false],
  ]);
});

test('the day of the newest correction is when an issue was updated', () => {
  const item = (day: string) =>
    `【标题${day}】正文。\n\n> 更正（${day}）：错字。\n\n来源：证券日报`;
  const { issue } = parseText(`## 产业要闻\n\n${item('2025-04-02')}\n\n${item('2025-04-09')}\n`);
  expect(issue?.updated).toBe('2025-04-09');
  expect(parseText('## 产业要闻\n').issue?.updated).toBe('2025-03-31');
});
