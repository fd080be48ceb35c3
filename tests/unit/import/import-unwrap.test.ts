import { describe, expect, test } from 'vitest';
import { unwrapLines } from '#lib/editor/import/text/unwrap.ts';
import { seedText } from '#tests/support/documents.ts';
import { errorsOf, importText, outline } from '#tests/support/imports.ts';

/** A text as it is set in columns of a width: no line begins with a mark that ends something, nor amid a word. */
function setIn(columns: number, text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let width = 0;
      return line
        .split('')
        .map((char, at) => {
          const own = char > '\u00ff' ? 2 : 1;
          const isWord = /[\w.,%]{2}/.test(line.slice(Math.max(0, at - 1), at + 1));
          const mayBreak = !isWord && !/[，。、；：！？）》”,.;:)]/.test(char);
          const isOver = width + own > columns && mayBreak;
          width = isOver ? own : width + own;
          return isOver ? `\n${char}` : char;
        })
        .join('');
    })
    .join('\n');
}

describe('lines that were cut at a margin are joined', () => {
  test.each([60, 76, 80, 96])('in %i columns', async (columns) => {
    const whole = await importText(seedText);
    const cut = await importText(setIn(columns, seedText));
    const joined = (imported: typeof whole) =>
      outline(imported)?.map(({ section, items }) => ({
        section,
        items: items.map((item) => ({ ...item, text: item.text.replaceAll('\n', '') })),
      }));
    expect(joined(cut)).toEqual(joined(whole));
    expect(errorsOf(cut)).toEqual([]);
    expect(cut.notices).toEqual([
      expect.stringMatching(/^Lines that were cut at a margin were joined, \d+ times/),
    ]);
  });

  test('with a blank between Latin words alone', () => {
    const lines = [
      '近日，美国地区法官在与多家音乐出版商的版权纠纷中裁定，公司Anthropic',
      'Claude的训练不侵权，出版商未能证明使用歌词对其造成不可弥补的损害，达20',
      '24年以来之最，法院',
      '为此划定界限，出版商的论点实质上是在要求法院为人工智能训练的授权市场，',
      '而其前提未定。',
    ];
    expect(unwrapLines(lines)).toEqual({
      lines: [`${lines[0]} ${lines[1]}${lines[2]}`, `${lines[3]}${lines[4]}`],
      joined: 3,
    });
  });
});

test.each([
  ['a line a paragraph', seedText],
  ['titles alone', '产业要闻\n快手发布财报\n泡泡玛特发布财报\n淘宝启动治理\n'],
  [
    'paragraphs with indents',
    Array(5)
      .fill(`　　${'快手发布财报，营收增长'.repeat(3)}`)
      .join('\n'),
  ],
  [
    'items in brackets',
    Array(5)
      .fill(`【${'快手发布财报，营收增长'.repeat(3)}】`)
      .join('\n'),
  ],
  [
    'numbered lines',
    Array(5)
      .fill(`1、${'快手发布财报，营收增长'.repeat(3)}`)
      .join('\n'),
  ],
  [
    'sentences',
    Array(5)
      .fill(`${'快手发布财报，营收增长'.repeat(3)}。`)
      .join('\n'),
  ],
  [
    'lines apart',
    Array(5)
      .fill(`${'快手发布财报，营收增长'.repeat(3)}`)
      .join('\n\n'),
  ],
])('%s stay as they are', (_, text) => {
  const lines = text.split('\n');
  expect(unwrapLines(lines)).toEqual({ lines, joined: 0 });
});
