import { describe, expect, test } from 'vitest';
import { errorsOf, importText, outline } from '#tests/support/imports.ts';

describe('a source is recognised by any of the words that name one', () => {
  test.each([
    ['來源：光明日报', ['光明日报']],
    ['出處：光明日报', ['光明日报']],
    ['**資料來源：** 光明日报', ['光明日报']],
    ['信源 | 光明日报', ['光明日报']],
    ['【稿源：光明日报】', ['光明日报']],
    ['Source: BBC', ['英国广播公司（BBC）']],
    ['SOURCES: BBC, 光明日报', ['英国广播公司（BBC）', '光明日报']],
    ['via BBC', ['英国广播公司（BBC）']],
    ['（via: 光明日报）', ['光明日报']],
    ['（消息来源：光明日报）', ['光明日报']],
  ])('%s', async (line, sources) => {
    for (const name of ['a.md', 'a.txt']) {
      const text = `2025-03-31\n\n## 产业要闻\n\n【甲事】正文。\n\n${line}\n\n【乙事】正文。（来源：证券日报）`;
      const imported = await importText(text, name);
      expect(outline(imported)?.[0]?.items).toEqual([
        { title: '甲事', text: '正文。', sources },
        { title: '乙事', text: '正文。', sources: ['证券日报'] },
      ]);
      expect(imported.text).toContain('来源：');
      expect(errorsOf(imported)).toEqual([]);
    }
  });

  test('but prose with such words stays prose', async () => {
    const prose = [
      'Source code: all of it.',
      '数据来源于公告，出处不详。',
      '来源很多。',
      'Users sign up via email.',
      'via email, which most people read.',
    ];
    const imported = await importText(
      `产业要闻\n【甲事】正文。\n${prose.join('\n')}\n来源：证券日报`,
    );
    expect(outline(imported)?.[0]?.items).toEqual([
      { title: '甲事', text: ['正文。', ...prose].join('\n'), sources: ['证券日报'] },
    ]);
  });
});
