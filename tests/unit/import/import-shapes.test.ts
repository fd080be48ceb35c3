import { describe, expect, test } from 'vitest';
import { errorsOf, importText, rulesOf, titlesOf } from '#tests/support/imports.ts';

const linesOf = async (entry: string) =>
  (await importText(`2025-03-31\n\n## 产业要闻\n\n${entry}`, 'a.md')).text
    .split('\n')
    .filter((line) => line !== '')
    .slice(4);

describe('an entry of a list of links becomes an item, with the link at its source', () => {
  test.each([
    [
      '- [甲事](https://news.example.net/a)\n  摘要。',
      '### 甲事',
      '摘要。',
      '来源：[news.example.net](https://news.example.net/a)',
    ],
    [
      '- [甲事](https://www.example.com/a)',
      '### 甲事',
      '甲事',
      '来源：[证券日报](https://www.example.com/a)',
    ],
    [
      '- **[甲事](https://a.org/b)**（来源：光明日报）\n  > 摘要。',
      '### 甲事',
      '> 摘要。',
      '来源：[光明日报](https://a.org/b)',
    ],
    [
      '1、[甲事](https://a.org/b)\n\n摘要。',
      '### 甲事',
      '摘要。',
      '来源：[a.org](https://a.org/b)',
    ],
    [
      '- [甲事](https://www.theverge.com/b) - The Verge\n\n  摘要。',
      '### 甲事',
      '摘要。',
      '来源：[The Verge](https://www.theverge.com/b)',
    ],
    [
      '- [甲事](https://a.org/b) | 光明日报 | 2025-03-30\n\n  摘要。',
      '### 甲事',
      '摘要。',
      '来源：[光明日报](https://a.org/b) 2025-03-30',
    ],
    [
      '- [甲事](https://a.org/b) - 一个小工具，很快。',
      '### 甲事',
      '一个小工具，很快。',
      '来源：[a.org](https://a.org/b)',
    ],
    [
      '- 甲公布新规，共五条。[详情](https://a.org/b)',
      '### 甲公布新规，共五条',
      '甲公布新规，共五条。',
      '来源：[a.org](https://a.org/b)',
    ],
    [
      '- 🔥 [甲事](https://a.org/b)：摘要。',
      '### 甲事',
      '摘要。',
      '来源：[a.org](https://a.org/b)',
    ],
    ['- [甲事](https://a.org/b_(c))', '### 甲事', '甲事', '来源：[a.org](https://a.org/b_%28c%29)'],
  ])('%s', async (entry, ...lines) => {
    const imported = await importText(`2025-03-31\n\n## 产业要闻\n\n${entry}`, 'a.md');
    expect(
      imported.text.split('\n').filter((line) => /^(?!#? ?-|# 2025|## |$)/.test(line)),
    ).toEqual(lines);
    expect(errorsOf(imported)).toEqual([]);
  });

  test('but a list of links in the text of an item stays there, and so does a sentence that begins with one', async () => {
    const body =
      '[证券日报](https://example.com/a)报道称，见下。\n\n- [公告](https://a.org/b)\n- [解读](https://a.org/c)';
    const imported = await importText(
      `2025-03-31\n\n## 产业要闻\n\n### 甲事\n\n${body}\n\n来源：光明日报`,
      'a.md',
    );
    expect(titlesOf(imported)).toEqual(['甲事']);
    expect(imported.text).toContain(body);
  });
});

describe('a source is read from its name, link and date', () => {
  test.each([
    ['**来源：** 光明日报\n\n[阅读全文](https://a.org/b)', '来源：[光明日报](https://a.org/b)'],
    [
      '来源：光明日报 2025-03-30\n\n原文链接：https://a.org/b',
      '来源：[光明日报](https://a.org/b) 2025-03-30',
    ],
    ['[查看原文 →](https://a.org/b)\n\n来源：光明日报', '来源：[光明日报](https://a.org/b)'],
    ['Source: BBC\n\n[Read more](https://a.org/b)', '来源：[BBC](https://a.org/b)'],
    ['链接：<https://example.com/b>', '来源：[证券日报](https://example.com/b)'],
    [
      '来源：光明日报、北京日报\n\n原文：https://a.org/b',
      '来源：光明日报、北京日报、[a.org](https://a.org/b)',
    ],
  ])('%s', async (typed, line) => {
    for (const text of [`### 甲事\n\n正文。\n\n${typed}`]) {
      expect(await linesOf(text)).toEqual(['### 甲事', '正文。', line]);
    }
  });

  test('also where it stands above the text', async () => {
    expect(await linesOf('### 甲事\n\n来源：光明日报\n\n正文，一段。\n\n又一段。')).toEqual([
      '### 甲事',
      '正文，一段。',
      '又一段。',
      '来源：光明日报',
    ]);
  });
});

test('HTML in Markdown is read as a page is, and comments are reported', async () => {
  const imported = await importText(
    '2025-03-31\n\n<!-- 模板 -->\n\n## 产业要闻\n\n### 甲事\n\n<p>一段<b>加粗</b>。</p>\n\n二段，<a href="https://a.org/b?x=1&amp;y=2">公告</a>。<br>三段。\n\n<table><tr><td>季度</td><td>营收</td></tr><tr><td>一</td><td>2.5</td></tr></table>\n\n<details>\n<summary>更多</summary>\n\n四段，Vec\\<String\\>。\n\n</details>\n\n来源：光明日报',
    'a.md',
  );
  expect(imported.text).toContain(
    '一段**加粗**。\n\n二段，[公告](https://a.org/b?x=1&y=2)。\n\n三段。\n\n| 季度 | 营收 |\n| - | - |\n| 一 | 2.5 |\n\n更多\n\n四段，Vec\\<String\\>。\n\n来源：光明日报',
  );
  expect(imported.notices).toEqual(['A comment was left out (“模板”).']);
  expect(rulesOf(imported)).toEqual([]);
});

describe('a table of contents is left out and reported', () => {
  test.each([
    ['## 目录\n\n- [甲事](#1)\n- [乙事](#2)', 'a.md'],
    ['**本期目录**\n\n1. 甲事\n2. 乙事', 'a.md'],
    ['- [产业要闻](#a)\n  - [甲事](#1)\n  - [乙事](#2)', 'a.md'],
    ['目录\n1、甲事\n2、乙事', 'a.txt'],
  ])('%s', async (contents, name) => {
    const text = `${contents}\n\n产业要闻\n\n【甲事】正文。（来源：证券日报）\n\n【乙事】正文。（来源：证券日报）`;
    const imported = await importText(`2025-03-31\n\n${text}`, name);
    expect(titlesOf(imported)).toEqual(['甲事', '乙事']);
    expect(imported.issue?.leadText).toBe('');
    expect(imported.notices.join()).toContain('A table of contents was left out');
    expect(rulesOf(imported)).toEqual([]);
  });

  test('but not one that says more than the text', async () => {
    const imported = await importText(
      '目录\n1、甲事\n2、丙事\n产业要闻\n【甲事】正文。（来源：证券日报）',
    );
    expect(imported.text).toContain('丙事');
  });
});
