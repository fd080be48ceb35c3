import { describe, expect, test } from 'vitest';
import { readContent } from '#lib/check/check.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { findBrokenLinks, withoutSentenceEnd } from '#lib/content/prose/links.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { growsInStep } from '#tests/support/growth.ts';
import { parseText } from '#tests/support/registries.ts';

const rulesIn = (text: string) =>
  parseText(`## 产业要闻\n\n### 标题\n\n${text}\n\n来源：证券日报\n`).diagnostics.messages.map(
    ({ ruleId }) => ruleId,
  );

describe('text that looks like a link and is none', () => {
  test.each([
    '甲[文字] (https://a.b/c)。',
    '甲[文字](https://a.b/c。',
    '甲[文字]（https://a.b/c）。',
    '甲［文字］（https://a.b/c）。',
    '甲[文字](https://a.b/c d)。',
    '甲[文字](https://a.b/c "题)。',
    '甲[文字]（www.a.b/c）。',
    '甲[文字}(https://a.b/c.html)。',
    '甲[文字)(https://a.b/c)。',
    '甲{文字](https://a.b/c)。',
    '甲{文字}(https://a.b/c)。',
    '甲［文字］(https://a.b/c)。',
    '甲（文字）[https://a.b/c]。',
    '甲[文字](<https://a.b/c)。',
    '甲<https://a.b/c)。',
    '甲 https://a.b/c)。',
    '甲https://a.b/c_(d))，乙。',
    '甲（乙）https://a.b/c)。',
  ])('%s', (text) => {
    expect(rulesIn(text)).toEqual(['link-malformed']);
  });

  test.each([
    ['甲[文字}(https://a.b/c.html)。', 5],
    ['甲[文字)(https://a.b/c)。', 2],
    ['甲https://a.b/c)。', 15],
  ])('%s has its place, column %d', (text, column) => {
    const item = `## 产业要闻\n\n### 标题\n\n${text}\n\n来源：证券日报\n`;
    const places = parseText(item).diagnostics.messages.map((message) => [
      message.line,
      message.column,
    ]);
    expect(places).toEqual([[5, column]]);
  });

  test.each([
    '[Mint}(https://a.b/c.html)',
    '［Mint］(https://a.b/c)',
    '[Mint]（https://a.b/c）',
    '[Mint](https://a.b/c',
    '(Mint)[https://a.b/c]',
    '{Mint](https://a.b/c)',
    '<https://a.b/c)',
    'Mint https://a.b/c)',
    '[Mint] (https://a.b/c)',
    '[Mint](<https://a.b/c)',
  ])('has one message as a source too, and no address with a stray mark: %s', (source) => {
    const text = `## 产业要闻\n\n### 标题\n\n正文。\n\n来源：光明日报、${source}\n`;
    const { issue, diagnostics } = parseText(text);
    expect(diagnostics.messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['link-malformed', 7],
    ]);
    const [item] = issue?.sections[0]?.items ?? [];
    expect(item?.attributions.map(({ source: { name }, url }) => [name, url])).toEqual([
      ['光明日报', undefined],
    ]);
  });

  test.each([
    ['证券日报(https://a.b/c)', '证券日报', 'https://a.b/c'],
    ['证券日报（https://a.b/c_(d)）', '证券日报', 'https://a.b/c_(d)'],
    ['证券日报 https://a.b/c_(d)', '证券日报', 'https://a.b/c_(d)'],
    ['证券日报 <https://a.b/c>', '证券日报', 'https://a.b/c'],
  ])('and a source with its address in brackets is none of them: %s', (source, name, url) => {
    for (const line of [`来源：${source}`, `正文。（来源：${source}）`]) {
      const text = `## 产业要闻\n\n### 标题\n\n正文。\n\n${line}\n`;
      const { issue, diagnostics } = parseText(text);
      expect(diagnostics.messages.map(String), line).toEqual([]);
      const [item] = issue?.sections[0]?.items ?? [];
      expect(item?.attributions.map((each) => [each.source.name, each.url])).toEqual([[name, url]]);
    }
  });

  test('takes a time that grows as the text does', () => {
    for (const piece of ['(https://a.b/c) https://a.b)(', 'http://', '[a}(', '(((https://a)'])
      expect(
        growsInStep(
          8,
          () => findBrokenLinks(piece.repeat(2000)),
          () => findBrokenLinks(piece.repeat(16_000)),
        ),
        piece,
      ).toBe(true);
  });

  test.each([
    '甲[1]（2025年）、[2] (https)。',
    '甲【文字】（https://a.b/c）。',
    '`[文字]（https://a.b/c）`',
    '[甲](https://a.b/c)（https://a.b/c）',
    '甲（草案）（https://a.b/c）。',
    '甲（见https://a.b/c)。',
    '甲 https://a.b/c_(d)。',
    '甲（1）https://a.b/c 与 (https://a.b/d)。',
    '甲 <https://a.b/c> 乙。',
    '比例 1) 甲，2) 乙，见 https://a.b/c。',
  ])('and not %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe('a report that an earlier issue cites', () => {
  const item = (title: string, url: string) =>
    `### ${title}\n\n${title}，说的是${title}。\n\n来源：[证券日报](${url})\n`;
  const issue = (...items: string[]) => `## 产业要闻\n\n${items.join('\n')}`;
  const faultsOf = async (files: Record<string, string>) => {
    const { diagnostics } = await readContent(
      new ArchiveReader(contentFolderWith(files)),
      new Date('2026-01-01'),
    );
    return diagnostics.flatMap(({ path, messages }) =>
      messages.map(({ line, ruleId }) => `${path}:${line} ${ruleId}`),
    );
  };

  test('is reported at the source, however its address is written', async () => {
    expect(
      await faultsOf({
        '2025-03-24.md': issue(item('甲乙丙丁', 'https://e.com/a?id=1')),
        '2025-03-31.md': issue(
          item('子丑寅卯', 'https://E.com/a?id=1#top'),
          item('天地玄黄', 'http://e.com/a/?id=1'),
          item('宇宙洪荒', 'https://e.com/a?id=2'),
        ),
      }),
    ).toEqual([7, 13].map((line) => `issues/2025-03-31.md:${line} source-repeated`));
  });

  test('may serve several items of one issue, and a front page all of them', async () => {
    const url = 'https://e.com/a';
    const first = issue(item('甲乙丙丁', url), item('子丑寅卯', url), item('一', 'https://f.com/'));
    const second = issue(item('天地玄黄', 'https://f.com'));
    expect(await faultsOf({ '2025-03-24.md': first, '2025-03-31.md': second })).toEqual([]);
  });

  test('has one fault where the title has it already', async () => {
    const same = issue(item('甲乙丙丁', 'https://e.com/a'));
    expect(await faultsOf({ '2025-03-24.md': same, '2025-03-31.md': same })).toEqual([
      'issues/2025-03-31.md:3 title-repeated',
    ]);
  });
});

describe('the end of an address in a text', () => {
  test.each([
    ['https://a.b/c.)', 'https://a.b/c'],
    ['https://a.b/c_(d)', 'https://a.b/c_(d)'],
    ['https://a.b/c_(d)),', 'https://a.b/c_(d)'],
    ['https://mp.weixin.qq.com/s/a_', 'https://mp.weixin.qq.com/s/a_'],
    ['https://a.b/c**', 'https://a.b/c'],
  ])('of %s', (typed, address) => expect(withoutSentenceEnd(typed)).toBe(address));

  test('is found in time that grows in step with it', () => {
    const work = (count: number) => () =>
      withoutSentenceEnd(`https://a.b/${'('.repeat(count)}${')'.repeat(2 * count)}`);
    expect(growsInStep(10, work(10_000), work(100_000))).toBe(true);
  });
});
