import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '#lib/editor/desk/terminal.ts';
import { askForCandidates } from '#lib/editor/inbox/ask.ts';
import { temporaryFolder } from '#tests/support/content-folder.ts';
import { publicationIn, someFeeds } from '#tests/support/inbox.ts';

/** An editor who types these lines. */
function editor(...lines: (string | undefined)[]) {
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text) => printed.push(text),
    key: () => Promise.reject(new Error('no key is asked for')),
    line: () => Promise.resolve(lines.shift()),
  };
  return { terminal, printed };
}

describe('an editor at the terminal', () => {
  test('takes, declines and keeps by number, and what she decided is written', async () => {
    const { open, issue, decisions } = publicationIn(temporaryFolder(), someFeeds);
    const session = await open();
    const { terminal, printed } = editor('1', 'd 2-3', 'k ４', undefined);
    await askForCandidates(session, terminal, undefined);
    expect(printed.slice(0, 4)).toEqual([
      '  1 某公司发布大模型，全球首个用AI写的 · 甲报 3月30日 · 人工智能（AI）',
      '  2 AI画作展开幕 · 乙网 3月29日 · 人工智能（AI）',
      '  3   └ AI画作展开幕 · 甲报 3月29日 · 人工智能（AI）',
      '  4 去年营收_增长_三成 · 丙社 3月28日 · 业绩（营收）',
    ]);
    expect(issue('2025-03-31')).toBe(`---
number: 2
draft: true
---

## 关注·动向

### 某公司发布大模型，全球首个用AI写的

来源：[甲报](https://example.com/1) 2025-03-30

## 产业要闻
`);
    const lines = decisions().split('\n').slice(1, -1);
    expect(lines.map((line) => line.split('\t')[2]).sort()).toEqual([
      'declined',
      'declined',
      'kept',
    ]);
    // What was taken and declined does not come back; what was kept does.
    const again = await open();
    expect(again.candidates.map(({ title, kept }) => [title, kept])).toEqual([
      ['去年营收_增长_三成', true],
    ]);
  });

  test('puts items into the section that she names, and takes several', async () => {
    const { open, issue } = publicationIn(temporaryFolder(), someFeeds);
    const { terminal, printed } = editor('s 体育', '1', 's 产业', '1 4', 'q');
    await askForCandidates(await open(), terminal, undefined);
    expect(printed.join('\n')).toContain('Unexpected section 体育, expected one of 关注·动向、');
    expect(issue('2025-03-31').split('## 产业要闻')[1]).toBe(`

### 某公司发布大模型，全球首个用AI写的

来源：[甲报](https://example.com/1) 2025-03-30

### 去年营收_增长_三成

来源：[丙社](https://example.com/5) 2025-03-28
`);
  });

  test('undoes her decisions, the last one first', async () => {
    const { open, issue, decisions, folder } = publicationIn(temporaryFolder(), someFeeds);
    const session = await open();
    const { terminal, printed } = editor('d 2', '1', '4', 'u', 'u', 'u', 'u', '');
    await askForCandidates(session, terminal, undefined);
    expect(existsSync(join(folder, 'issues/2025-03-31.md'))).toBe(false);
    expect(() => issue('2025-03-31')).toThrow();
    expect(decisions().split('\n')).toHaveLength(2);
    expect(printed.filter((line) => line.startsWith('已撤销'))).toHaveLength(3);
    expect(printed.at(-2)).toBe('没有可以撤销的。');
    expect(session.candidates.map((each) => session.stateOf(each))).toEqual([
      'open',
      'open',
      'open',
      'open',
    ]);
  });

  test('does not lose what she wrote in the issue when she undoes', async () => {
    const { open, issue, folder } = publicationIn(temporaryFolder(), someFeeds);
    const session = await open();
    await session.take(session.candidates[0] ?? never(), undefined);
    const path = join(folder, 'issues/2025-03-31.md');
    appendFileSync(path, '\n### 自己写的\n');
    const { terminal, printed } = editor('u', 'q');
    await askForCandidates(session, terminal, undefined);
    expect(printed.join('\n')).toContain('was changed since: take the item out there.');
    expect(issue('2025-03-31')).toContain('### 自己写的');
  });

  test('is told that a number is decided already, and that a line is not understood', async () => {
    const { open, decisions } = publicationIn(temporaryFolder(), someFeeds);
    const { terminal, printed } = editor('d 1', '1', 'd 9', 'wie', 'q');
    await askForCandidates(await open(), terminal, undefined);
    expect(printed.filter((line) => /先 u 撤销|读不懂|没有“/.test(line))).toHaveLength(3);
    expect(decisions().split('\n')).toHaveLength(3);
  });

  test('sees what is folded when she asks for it', async () => {
    const { open } = publicationIn(temporaryFolder(), someFeeds, {
      '2025-03-24.md':
        '---\nnumber: 6\n---\n\n## 产业要闻\n\n### AI画作展开幕\n\n正文。\n\n来源：证券日报\n',
    });
    const { terminal, printed } = editor('a', 'q');
    await askForCandidates(await open(), terminal, undefined);
    expect(printed).toContain('另有 1 件折叠起来：各期已经讲过，或者不要的；--all 列出。');
    expect(printed.join('\n')).toContain(
      '—— 试刊 2025年3月24日 第6期讲过：AI画作展开幕\n  3 AI画作展开幕',
    );
  });
});

function never(): never {
  throw new Error('there is a candidate');
}
