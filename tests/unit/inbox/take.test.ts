import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readWholeArchive } from '#lib/check/read-folder.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { entry, publicationIn, someFeeds } from '#tests/support/inbox.ts';

function never(): never {
  throw new Error('there is a candidate');
}

describe('an item that is made of a report', () => {
  test('stands at the end of its section, in a draft that is there, in its line breaks', async () => {
    const draft =
      '---\nnumber: 7\ndraft: true\n---\n\n## 产业要闻\n\n### 甲\n\n正文。\n\n来源：乙网\n\n## 海外传真\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const { open, folder } = publicationIn(temporaryFolder(), someFeeds, {
      '2025-03-31.md': draft,
    });
    const session = await open();
    await session.take(session.candidates[0] ?? never(), 'overseas');
    await session.take(session.candidates[3] ?? never(), undefined);
    await session.take(session.candidates[1] ?? never(), '资讯速递');
    const text = readFileSync(join(folder, 'issues/2025-03-31.md'), 'utf8');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(
      text
        .replaceAll('\r\n', '\n')
        .split('\n')
        .filter((line) => line.startsWith('#')),
    ).toEqual([
      '## 产业要闻',
      '### 甲',
      '### 去年营收_增长_三成',
      '## 海外传真',
      '### 某公司发布大模型，全球首个用AI写的',
      '## 资讯速递',
      '### AI画作展开幕',
    ]);
  });

  test('has the title that it had, whatever marks of Markdown are in it', async () => {
    const titles = [
      '# AI * _a_ `b`',
      '[AI](javascript:x) &lt;b&gt;',
      'AI【甲】 {#id}',
      '1. AI',
      '\\AI\\',
    ];
    const { open, folder } = publicationIn(temporaryFolder(), {
      甲报: titles.map((title, at) => entry(title, at)),
    });
    const session = await open();
    for (const candidate of session.candidates) await session.take(candidate, undefined);
    const { issues } = await readWholeArchive(folder);
    const items = issues[0]?.sections.flatMap((section) => section.items) ?? [];
    expect(items.map(({ title }) => title).sort()).toEqual(
      ['# AI * _a_ `b`', '[AI](javascript:x)', 'AI【甲】 { #id}', '1. AI', '\\AI\\'].sort(),
    );
    expect(items.map(({ attributions }) => attributions.length)).toEqual([1, 1, 1, 1, 1]);
  });
});

test('a report that was taken elsewhere in the meantime is not taken twice', async () => {
  const { open, issue } = publicationIn(temporaryFolder(), someFeeds);
  const [session, other] = [await open(), await open()];
  await other.take(other.candidates[0] ?? never(), undefined);
  const candidate = session.candidates[0] ?? never();
  await expect(session.take(candidate, undefined)).rejects.toThrow(
    'https://example.com/1 is cited already, in issues/2025-03-31.md: “某公司发布大模型',
  );
  expect(session.stateOf(candidate)).toBe('open');
  expect(issue('2025-03-31').match(/^###/gm)).toHaveLength(1);
});

test('what an issue tells already is said when a report is taken', async () => {
  const { open } = publicationIn(temporaryFolder(), someFeeds);
  const session = await open();
  const [, first, second] = session.candidates;
  await session.take(first ?? never(), undefined);
  expect(await session.take(second ?? never(), undefined)).toEqual([
    expect.stringContaining('“AI画作展开幕” → '),
    '试刊 2025年3月31日 第2期讲过：AI画作展开幕',
  ]);
});

test('a candidate whose issue cannot be written stays open', async () => {
  const { open, folder } = publicationIn(temporaryFolder(), someFeeds);
  writeFileSync(join(folder, 'template.md'), new Uint8Array([0xff]));
  const session = await open();
  const candidate = session.candidates[0] ?? never();
  await expect(session.take(candidate, undefined)).rejects.toThrow('not in UTF-8');
  expect(session.stateOf(candidate)).toBe('open');
});
