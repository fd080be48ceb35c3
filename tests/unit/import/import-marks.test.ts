import { describe, expect, test } from 'vitest';
import { errorsOf, importText, outline, rulesOf, titlesOf } from '#tests/support/imports.ts';

describe('an item is recognised', () => {
  const body = '3月25日，快手发布财报。';
  test.each([
    ['by 【】', `【甲事】${body}（来源：证券日报）\n【乙事】 ${body}(来源:光明日报)`],
    ['by 1、', `1、甲事\n${body}\n来源：证券日报\n2、乙事\n${body}\n来源：光明日报`],
    ['by 1.', `1. 甲事\n${body}（来源：证券日报）\n2. 乙事\n${body}（来源：光明日报）`],
    ['by （一）', `（一）甲事\n${body}（来源：证券日报）\n（二）乙事\n${body} 来源：光明日报`],
    [
      'by a numbered sentence',
      `1、甲事。${body}（来源：证券日报）\n2、乙事。${body}（来源：光明日报）`,
    ],
    ['by a title line', `甲事\n${body}（来源：证券日报）\n乙事\n${body}\n【来源：光明日报】`],
    [
      'by a bracketed source behind',
      `【甲事】${body}【来源：证券日报】\n\n乙事\n${body}（来源：光明日报）`,
    ],
    ['by bold', `**甲事**\n\n${body}（来源：证券日报）\n\n**乙事。** ${body}\n\n来源 | 光明日报`],
    ['by heading', `### 甲事\n${body}\n来源：证券日报\n### 乙事\n${body}\n来源：光明日报`],
    ['by list', `1. 甲事。${body}（来源：证券日报）\n2. 乙事。${body}（来源：光明日报）`],
    ['by 【1】', `【1】甲事\n${body}\n来源：证券日报\n【2】乙事。${body}（来源：光明日报）`],
    ['by 01', `01\n甲事\n${body}\n来源：证券日报\n02\n乙事\n${body}\n来源：光明日报`],
    ['by ◆', `◆甲事\n${body}\n来源：证券日报\n■ 乙事。${body}（来源：光明日报）`],
    [
      'by ● before 【】',
      `●【甲事】${body}（来源：证券日报）\n★ 2、乙事：${body}（来源：光明日报）`,
    ],
    ['by a colon', `1、甲事：${body}（来源：证券日报）\n2、乙事:${body}(来源:光明日报)`],
    [
      'by underline',
      `甲事\n-----\n\n${body}\n\n来源：证券日报\n\n乙事\n---\n${body}（来源：光明日报）`,
    ],
    [
      'by line, in a paragraph of lines',
      `甲事\n${body}\n[来源：证券日报]\n**乙事**\n${body}【来源：光明日报】。`,
    ],
  ])('%s', async (how, text) => {
    const name = /list|underline|paragraph/.test(how) ? 'a.md' : 'a.txt';
    const imported = await importText(`发布日期：2025-03-31\n\n## 产业要闻\n\n${text}`, name);
    const items = outline(imported)?.[0]?.items ?? [];
    expect(items.map(({ title }) => title)).toEqual(['甲事', '乙事']);
    expect(items.map((item) => item.text)).toEqual([body, body]);
    expect(items.flatMap(({ sources }) => sources)).toEqual(['证券日报', '光明日报']);
    expect(imported.text).not.toMatch(/^-{4}|[◆■●★]/m);
  });

  test('by a title that begins with a numeral, which stays in it', async () => {
    const titles = ['三、四线城市成主力市场', '360、百度合作', '一、二审均败诉'];
    const text = titles.map((title) => `${title}\n正文。\n（来源：证券日报）\n`).join('');
    expect(titlesOf(await importText(`产业要闻\n${text}`))).toEqual(titles);
  });

  test('by a title line with a colon, which stays whole', async () => {
    const titles = ['淘宝：AI假图治理启动', '专家：版权需立法', '1269亿元：快手的2024年'];
    const text = titles
      .map((title, at) => `${at + 1}、${title}\n${body}\n来源：证券日报\n`)
      .join('');
    const sentence = `4、最高法：赔偿最高五倍。3月25日，最高法发布解释。（来源：光明日报）`;
    expect(titlesOf(await importText(`产业要闻\n${text}${sentence}`))).toEqual([
      ...titles,
      '最高法：赔偿最高五倍',
    ]);
  });

  test('by a number before a number that belongs to the title', async () => {
    const titles = ['2025年宣传周启动', '10家单位获奖', '4、5月是旺季'];
    const text = titles.map((title, at) => `${at + 1}、${title}\n${body}\n来源：证券日报\n`);
    const imported = await importText(`产业要闻\n${text.join('').replace('3、4', '4')}`);
    expect(titlesOf(imported)).toEqual(titles);
    expect(imported.draft.prefixes).toEqual(['1、', '2、']);
  });

  test('never by an attribution', async () => {
    const imported = await importText(
      `产业要闻\n1、甲事\n${body}\n（来源：证券日报）\n2、乙事\n${body}\n（来源：光明日报）`,
    );
    expect(titlesOf(imported)).toEqual(['甲事', '乙事']);
    expect(errorsOf(imported)).toEqual([]);
  });

  test('and its text has no comments of the page', async () => {
    const page = `<html><body><!--StartFragment--><p>2025-03-31</p><h2>产业要闻</h2><p>【甲事】${body}（来源：证券日报）</p><!--EndFragment--></body></html>`;
    const imported = await importText(page, 'a.html');
    expect(titlesOf(imported)).toEqual(['甲事']);
    expect(rulesOf(imported)).toEqual([]);
  });

  test('apart from a numbered list in its text', async () => {
    const imported = await importText(
      `产业要闻\n1、甲事\n其中：\n1、营收增长；\n2、利润下降。\n来源：证券日报\n2、乙事\n正文。\n来源：光明日报`,
    );
    expect(titlesOf(imported)).toEqual(['甲事', '乙事']);
    expect(imported.text).toContain('2、利润下降。');
  });

  test('also where the item before has no source, which is then reported', async () => {
    const imported = await importText(
      `产业要闻\n1、甲事\n正文一段。\n2、乙事\n正文二段。\n来源：光明日报`,
    );
    expect(titlesOf(imported)).toEqual(['甲事', '乙事']);
    expect(rulesOf(imported)).toEqual(['attribution-missing']);
  });
});

test('items without a section above them are recognised by the sources that end them', async () => {
  for (const [first, second] of [
    ['1、甲事\n正文。', '2、乙事\n正文。'],
    ['甲事\n正文。\n又一段。', '乙事\n正文。'],
    ['**甲事**\n\n正文。', '**乙事** 正文。'],
  ]) {
    const imported = await importText(
      `各位好：\n\n${first}\n\n来源：证券日报\n\n${second}\n\n（来源：光明日报）\n\n产业要闻\n\n【丙事】正文。（来源：证券日报）`,
    );
    expect(imported.text).toMatch(/^各位好：\n\n### 甲事\n[^#]*\n来源：证券日报\n\n### 乙事\n/);
    expect(rulesOf(imported)).toEqual(['item-outside-section', 'item-outside-section']);
  }
  const lead = '本期要目\n1、甲事\n2、乙事\n编者的话：很忙。';
  const imported = await importText(`${lead}\n产业要闻\n【丙事】正文。（来源：证券日报）`);
  expect(imported.text.startsWith(`${lead.replaceAll('\n', '\n\n')}\n\n## 产业要闻`)).toBe(true);
});

test('a full stop at the end of a source is left out', async () => {
  for (const source of [
    '\n来源：证券日报。',
    '（来源：证券日报。）',
    '来源:证券日报.',
    '（来源：证券日报；）。',
  ]) {
    const imported = await importText(`产业要闻\n【甲事】正文。${source}`);
    expect(outline(imported)?.[0]?.items).toEqual([
      { title: '甲事', text: '正文。', sources: ['证券日报'] },
    ]);
    expect(rulesOf(imported)).toEqual([]);
  }
});

test('rules drawn between items and under titles are left out', async () => {
  const imported = await importText(
    '产业要闻\n=====\n【甲事】正文。\n来源：证券日报\n----------\n【乙事】正文。（来源：光明日报）\n◆◆◆\n* * *\n资讯速递\n━━━━━━\n1、丙事\n正文。\n来源：证券日报',
  );
  expect(titlesOf(imported)).toEqual(['甲事', '乙事', '丙事']);
  expect(rulesOf(imported)).toEqual([]);
});

test('footnotes stand at the end of the items that refer to them, or else of the item before', async () => {
  const imported = await importText(
    '2025-03-31\n\n## 产业要闻\n\n### 甲事\n\n正文[^1]。\n\n来源：证券日报\n\n### 乙事\n\n正文。\n\n来源：光明日报\n\n[^1]: 注一。\n[^2]: 注二。\n\n    又一段。\n',
    'a.md',
  );
  expect(outline(imported)?.[0]?.items.map(({ text }) => text)).toEqual([
    '正文[1]。\n[1]： 注一。',
    '正文。\n[2]： 注二。\n又一段。',
  ]);
  expect(rulesOf(imported)).toEqual([]);
  expect(imported.draft.footnotes).toBe(2);
});

test('a second editor is a comment, and the summary after it is read', async () => {
  const { text } = await importText(
    '试刊 第12期\n2025年3月31日\n编辑：某甲\n责任编辑：某乙\n导语：一句导语。\n\n产业要闻\n\n【甲事】正文。（来源：证券日报）\n',
  );
  expect(text).toContain('editor: 某甲\n');
  expect(text).toContain('summary: 一句导语。\n');
  expect(text).toContain('# 责任编辑：某乙\n');
  expect(text).not.toMatch(/---\n\n责任编辑/);
});
