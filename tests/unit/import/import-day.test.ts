import { describe, expect, test } from 'vitest';
import { importText, rulesOf } from '#tests/support/imports.ts';

describe('the day and the number', () => {
  const item = '产业要闻\n【甲事】正文。（来源：证券日报）';
  test.each([
    ['试刊 第十二期\n2025年4月7日 星期一', '2025-04-07', 12],
    ['试刊（2025年第3期，总第103期）\n发布日期：2025/4/7 08:00', '2025-04-07', 103],
    ['二〇二五年四月七日', '2025-04-07', undefined],
    ['日期：２０２５－０４－０７', '2025-04-07', undefined],
    ['2025 年 4 月 7 日 第 13 期', '2025-04-07', 13],
    ['2025–4–7', '2025-04-07', undefined],
    ['发布时间:2025-02-30', '2025-03-31', undefined],
  ])('of %j', async (front, date, number) => {
    const imported = await importText(`${front}\n${item}`, '周报20250331.txt');
    expect([imported.date, imported.issue?.number]).toEqual([date, number]);
    expect(imported.issue?.leadText ?? '').toBe(
      front.includes('02-30') ? '发布时间:2025-02-30'.replace(':', '：') : '',
    );
  });

  test('are asked for where nothing names them', async () => {
    await expect(importText(item, 'paste.txt')).rejects.toThrow('--date 2025-03-31');
  });

  test('stand in front matter, whose other lines stay as they are', async () => {
    const front = 'number: 7\nsummary: "一句"';
    const imported = await importText(`---\n${front}\ndate: 2025-04-07\n---\n\n## ${item}`, 'a.md');
    expect(imported.text).toContain(`---\n${front}\n`);
    expect([imported.date, imported.issue?.number]).toEqual(['2025-04-07', 7]);
  });

  test('in front matter stand beside keys of other systems, which become a comment', async () => {
    const front = 'layout: post\ntags:\n  - 版权\ntitle: 特刊\ndate: 2025-04-07 10:00:00 +0800';
    const imported = await importText(`---\n${front}\n---\n\n## ${item}`, 'a.md');
    expect(imported.text).toContain(
      '---\n# layout: post\n# tags:\n#   - 版权\ntitle: 特刊\n# date: 2025-04-07 10:00:00 +0800\n---\n',
    );
    expect([imported.date, imported.issue?.title, rulesOf(imported)]).toEqual([
      '2025-04-07',
      '特刊',
      [],
    ]);
  });

  test('and a title there goes before one in the text, which becomes a comment', async () => {
    const imported = await importText(
      `---\ntitle: 特刊\n---\n\n# 宣传周“专辑”\n\n2025年4月7日\n\n## ${item}`,
      'a.md',
    );
    expect(imported.issue?.title).toBe('特刊');
    expect(imported.text).toContain('---\ntitle: 特刊\n# 宣传周“专辑”\n');
    expect(rulesOf(imported)).toEqual([]);
  });
});
