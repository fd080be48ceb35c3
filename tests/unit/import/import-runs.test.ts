import { describe, expect, test } from 'vitest';
import { importText, outline, titlesOf } from '#tests/support/imports.ts';

describe('paragraphs with numbers that follow each other are items, whatever they look like', () => {
  const first = '甲公布新规。内容一。';
  test.each<[string, string[], string[]]>([
    [
      'with one in bold',
      [`1、${first}`, '2、**乙公布新规**。内容二。', '3、丙公布新规。内容三。'],
      [],
    ],
    [
      'by 1）',
      [`1）${first}`, '2）乙公布新规，共五条，要求各地执行。', '3）**丙公布新规**：内容三。'],
      [],
    ],
    ['by （1）', [`（1）${first}`, '（2）乙公布新规，共五条。内容二。', '（3）丙公布新规'], []],
    ['by ①', [`①${first}`, '②乙公布新规。', '③丙公布新规。内容三。'], []],
    ['by 一、', [`一、${first}`, '二、**乙公布新规**', '三、丙公布新规。内容三。'], []],
    [
      'with a dot, then with 、',
      [`1．${first}`, '2、乙公布新规，内容二。', '3.丙公布新规。内容三。'],
      [],
    ],
    [
      'with paragraphs between',
      [`1、${first}\n又一段。`, '2、乙公布新规，内容二。\n又一段。', '3、丙公布新规。'],
      [],
    ],
    [
      'with a list in one of them',
      [
        `1、${first}\n其中：\n1、其一；\n2、其二。`,
        '2、乙公布新规，内容二。',
        '3、丙公布新规。内容三。',
      ],
      [],
    ],
    [
      'with a number left out',
      [`1、${first}`, '2、乙公布新规。内容二。', '4、丙公布新规。内容四。'],
      ['4 before “丙公布新规” in line 15, expected 3: see whether an item is missing'],
    ],
    [
      'with a number twice',
      [`1、${first}`, '2、乙公布新规。内容二。', '2、丙公布新规。内容四。'],
      ['2 before “丙公布新规” in line 15, expected 3: see whether one number is there twice'],
    ],
  ])('%s', async (_, items, gaps) => {
    for (const [name, gap] of [
      ['a.txt', '\n'],
      ['a.md', '\n\n'],
    ] as const) {
      const typed = items.join('\n').replaceAll('\n', gap);
      const text = name === 'a.txt' ? typed.replaceAll('**', '') : typed;
      const imported = await importText(`2025-03-31${gap}产业要闻${gap}${text}`, name);
      expect(titlesOf(imported)?.map((title) => title.slice(0, 5))).toEqual([
        '甲公布新规',
        '乙公布新规',
        '丙公布新规',
      ]);
      const [one, two] = outline(imported)?.[0]?.items ?? [];
      expect(one?.text.startsWith('内容一。')).toBe(true);
      // A sentence that is cut in two would begin with the mark that joined it.
      expect(two?.text).not.toMatch(/^[，、；]/);
      expect(imported.notices.filter((each) => each.includes('number'))).toEqual(
        gaps.map((each) => `Unexpected number ${each}.`),
      );
    }
  });

  test('in a list of Markdown', async () => {
    const text =
      '1. 甲公布新规，共五条。\n2. **乙公布新规**。内容二。\n\n   又一段。\n3. 丙公布新规\n   1. 其一；\n   2. 其二。';
    const imported = await importText(`2025-03-31\n\n## 产业要闻\n\n${text}`, 'a.md');
    expect(titlesOf(imported)).toEqual(['甲公布新规，共五条', '乙公布新规', '丙公布新规']);
    expect(imported.text).toContain('1. 其一；\n2. 其二。');
  });
});

test.each([
  ['**全年营收超千亿**，同比增长一成。', '全年营收超千亿，同比增长一成'],
  ['**某公司**的营收超千亿，同比增长一成。', '某公司的营收超千亿，同比增长一成'],
  ['**营收**增长一成。', '营收增长一成'],
  ['**“千亿”**成为关键词。', '“千亿”成为关键词'],
  ['《**某报告**》发布。', '《某报告》发布'],
  ['**全年营收超千亿，**同比增长一成。', '全年营收超千亿，同比增长一成'],
  ['**ACME** 发布财报，营收增长。', 'ACME 发布财报，营收增长'],
])('bold text that continues as a sentence is no title: %s', async (line, title) => {
  const imported = await importText(
    `2025-03-31\n\n## 产业要闻\n\n${line}（来源：证券日报）\n\n**乙事** 正文。（来源：光明日报）`,
    'a.md',
  );
  const items = outline(imported)?.[0]?.items ?? [];
  expect(items.map((item) => item.title)).toEqual([title, '乙事']);
  expect(items[0]?.text).toBe(`${title}。`);
});
