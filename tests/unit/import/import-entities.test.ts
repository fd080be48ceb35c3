import { describe, expect, test } from 'vitest';
import { importText } from '#tests/support/imports.ts';

const importBody = async (text: string, name: string) => {
  const page = `<p>产业要闻</p><p>【甲事】</p><p>${text}</p><p>（来源：证券日报）</p>`;
  const plain = `产业要闻\n\n【甲事】\n\n${text}\n\n（来源：证券日报）\n`;
  const { issue, text: markdown } = await importText(/html$/.test(name) ? page : plain, name);
  const [, body = ''] = /### 甲事\n\n([\s\S]*)\n\n来源：/.exec(markdown) ?? [];
  return { body, shown: issue?.sections[0]?.items[0]?.text };
};

/** What is typed, and what a reader sees of it. */
const entities: [typed: string, shown: string][] = [
  ['KDD&apos;26大会。', "KDD'26大会。"],
  ['KDD&#39;26大会。', "KDD'26大会。"],
  ['KDD&#x27;26大会。', "KDD'26大会。"],
  ['AT&amp;T2025年。', 'AT&T2025年。'],
  ['中&nbsp;文&nbsp;50%&nbsp;余。', '中\u00a0文\u00a050%\u00a0余。'],
  ['增长50%&hellip;2025年。', '增长50%…2025年。'],
  ['甲&middot;乙&mdash;&mdash;丙。', '甲·乙——丙。'],
  ['版权&copy;2025年。', '版权©2025年。'],
  ['据“&#20013;&#x6587;”称。', '据“中文”称。'],
];

describe('a character by its name or number stays what it is', () => {
  test.each(entities)('in Markdown: %s', async (typed, shown) => {
    const read = await importBody(typed, 'a 2025-03-31.md');
    expect(read).toEqual({ body: typed, shown });
  });

  test.each(entities)('in a page: %s', async (typed, shown) => {
    const read = await importBody(typed, 'a 2025-03-31.html');
    expect(read.shown?.replace(/\u00a0/g, ' ')).toBe(shown.replace(/\u00a0/g, ' '));
  });

  test.each(entities)('in a text, where it is what was typed: %s', async (typed) => {
    const read = await importBody(typed, 'a 2025-03-31.txt');
    expect(read.shown).toBe(typed);
  });

  test.each([
    ['code', '见`a;b`与`甲;乙(丙)`。', '见`a;b`与`甲;乙(丙)`。'],
    [
      'an address',
      '见 https://a.b/c?x=1&amp;y=2;z=3 为准。',
      '见 https://a.b/c?x=1&amp;y=2;z=3 为准。',
    ],
    ['what only looks like one', '甲&乙;丙。', '甲&乙；丙。'],
    ['a mark behind one', '甲&amp;;乙。', '甲&amp;；乙。'],
    ['one without a semicolon', 'KDD&apos26,大会。', 'KDD&apos26，大会。'],
    ['a mail address', '联系a@b.cn;电话1234。', '联系a@b.cn；电话1234。'],
  ])('%s', async (_, typed, body) => {
    expect((await importBody(typed, 'a 2025-03-31.md')).body).toBe(body);
  });

  test('in a source, and in a title', async () => {
    const { text, issue } = await importText(
      '## 产业要闻\n\n### 甲&#39;26事\n\n正文。\n\n来源：甲&amp;乙,丙&#29992;丁\n',
      '2025-03-31.md',
    );
    expect(text).toContain('### 甲&#39;26事\n');
    const [item] = issue?.sections[0]?.items ?? [];
    expect(item?.attributions.map(({ source }) => source.name)).toEqual(['甲&乙', '丙用丁']);
  });
});
