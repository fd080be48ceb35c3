import { describe, expect, test } from 'vitest';
import { importPageBody, importWordBody } from '#tests/support/imports.ts';
import { paragraph, run } from '#tests/support/word.ts';

/** A kind of list by its levels, each `format text start`, and lists of it with what each says of its own. */
const kind = (id: number, levels: string[], lists: Record<number, string> = { [id]: '' }) => {
  const written = levels.map((level, at) => {
    const [format, text, start = '1'] = level.split(' ');
    return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  });
  return {
    abstract: `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`,
    lists: Object.entries(lists).map(
      ([list, own]) => `<w:num w:numId="${list}"><w:abstractNumId w:val="${id}"/>${own}</w:num>`,
    ),
  };
};
const kinds = [
  kind(1, ['decimal %1.', 'decimal %2)'], {
    1: '',
    11: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
  }),
  kind(2, ['bullet •', 'bullet o', 'bullet ▪']),
  kind(3, ['decimal %1. 3', 'decimal %2. 3', 'decimal %3. 3']),
  kind(4, ['decimal %1.', 'lowerLetter %2)', 'decimal %1.%2.%3']),
  kind(5, ['chineseCounting （%1）']),
  kind(6, ['decimalEnclosedCircle %1']),
];
const numbering = {
  parts: {
    'word/numbering.xml': `<w:numbering>${kinds.map(({ abstract }) => abstract).join('')}${kinds.flatMap(({ lists }) => lists).join('')}</w:numbering>`,
    'word/styles.xml':
      '<w:styles><w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>',
  },
  links: { n: ['numbering', 'numbering.xml'], s: ['styles', 'styles.xml'] } satisfies Record<
    string,
    [string, string]
  >,
};
/** An entry: the list, the level and the text. */
const entry = (list: number, level: number, text: string, style = '') =>
  paragraph(
    run(text),
    `${style}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );

describe('a list of Word keeps its numbers and its kinds', () => {
  test.each<[string, string[], string]>([
    ['that starts at three', [entry(3, 0, '甲；'), entry(3, 0, '乙。')], '3. 甲；\n4. 乙。'],
    [
      'that goes on after a paragraph',
      [
        entry(1, 0, '甲；'),
        entry(1, 0, '乙。'),
        paragraph('又：'),
        entry(1, 0, '丙；'),
        entry(1, 0, '丁。'),
      ],
      '1. 甲；\n2. 乙。\n\n又：\n\n3. 丙；\n4. 丁。',
    ],
    [
      'that starts anew',
      [
        entry(1, 0, '甲；'),
        entry(1, 0, '乙。'),
        paragraph('又：'),
        entry(11, 0, '丙；'),
        entry(11, 0, '丁。'),
      ],
      '1. 甲；\n2. 乙。\n\n又：\n\n1. 丙；\n2. 丁。',
    ],
    [
      'that starts anew right after another',
      [entry(1, 0, '甲；'), entry(1, 0, '乙。'), entry(11, 0, '丙；'), entry(11, 0, '丁。')],
      '1. 甲；\n2. 乙。\n\n1) 丙；\n2) 丁。',
    ],
    [
      'by its style alone',
      [paragraph('甲；', '<w:pStyle w:val="S"/>'), paragraph('乙。', '<w:pStyle w:val="S"/>')],
      '3. 甲；\n4. 乙。',
    ],
    [
      'with bullets in numbers',
      [entry(1, 0, '甲：'), entry(2, 1, '子；'), entry(2, 1, '丑；'), entry(1, 0, '乙。')],
      '1. 甲：\n\n   - 子；\n   - 丑；\n\n2. 乙。',
    ],
    [
      'with numbers in bullets in bullets',
      [
        entry(2, 0, '甲：'),
        entry(2, 1, '子：'),
        entry(3, 2, '寅；'),
        entry(3, 2, '卯；'),
        entry(2, 0, '乙。'),
      ],
      '- 甲：\n\n  - 子：\n\n    3. 寅；\n    4. 卯；\n\n- 乙。',
    ],
    [
      'with letters, which Markdown has none of',
      [entry(4, 0, '甲：'), entry(4, 1, '子；'), entry(4, 1, '丑；'), entry(4, 0, '乙。')],
      '1. 甲：\n\n   - a) 子；\n   - b) 丑；\n\n2. 乙。',
    ],
    ['with signs', [entry(6, 0, '甲；'), entry(6, 0, '乙。')], '① 甲；\n\n② 乙。'],
    [
      'in a quote',
      [
        paragraph('引文：', '<w:pStyle w:val="Q"/>'),
        entry(3, 0, '甲；', '<w:pStyle w:val="Q"/>'),
        entry(3, 0, '乙。', '<w:pStyle w:val="Q"/>'),
      ],
      '> 引文：\n>\n> 3. 甲；\n> 4. 乙。',
    ],
    [
      'in a cell',
      [
        `<w:tbl><w:tr><w:tc>${entry(3, 0, '甲；')}${entry(3, 0, '乙。')}</w:tc><w:tc>${paragraph('丙')}</w:tc></w:tr></w:tbl>`,
      ],
      '| 3. 甲； 4. 乙。 | 丙 |\n| - | - |',
    ],
    [
      'that is not one any more',
      [paragraph('甲。', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')],
      '甲。',
    ],
    [
      'that was one before a tracked change',
      [
        paragraph(
          '甲。',
          '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:pPrChange>',
        ),
      ],
      '甲。',
    ],
  ])('%s', async (_, blocks, expected) => {
    const { body } = await importWordBody(blocks.join(''), numbering);
    expect(body).toBe(expected);
  });
});

describe('a list of a page keeps its numbers and its kinds', () => {
  test.each<[string, string, string]>([
    ['that starts at three', '<ol start=3><li>甲；<li>乙。</ol>', '3. 甲；\n4. 乙。'],
    ['whose entry says its number', '<ol><li value=7>甲；<li>乙。</ol>', '7. 甲；\n8. 乙。'],
    ['that skips some', '<ol><li>甲；<li value=5>乙；<li>丙。</ol>', '1. 甲；\n\n5) 乙；\n6) 丙。'],
    ['that counts backwards', '<ol reversed><li>甲；<li>乙。</ol>', '- 2\\. 甲；\n- 1\\. 乙。'],
    ['that counts in letters', '<ol type=a><li>甲；<li>乙。</ol>', '- a. 甲；\n- b. 乙。'],
    [
      'in Roman numbers by a style',
      '<ol style="list-style-type: upper-roman" start=4><li>甲；<li>乙。</ol>',
      '- IV. 甲；\n- V. 乙。',
    ],
    [
      'with others in it',
      '<ul><li>甲：<ol start=3><li>子；<li>丑；<ul><li>寅；</ul></ol><li>乙。</ul>',
      '- 甲：\n\n  3. 子；\n  4. 丑；\n     - 寅；\n\n- 乙。',
    ],
    [
      'in a quote',
      '<blockquote><ol start=3><li>甲；<li>乙。</ol></blockquote>',
      '> 3. 甲；\n> 4. 乙。',
    ],
    [
      'in a cell',
      '<table><tr><td><ol start=3><li>甲；<li><p>乙。</p></ol><td>丙</table>',
      '| 3. 甲； 4. 乙。 | 丙 |\n| - | - |',
    ],
    [
      'with one between its entries',
      '<ol><li>甲：</li><ul><li>子；</li></ul><li>乙。</li></ol>',
      '1. 甲：\n   - 子；\n2. 乙。',
    ],
    [
      'beside another',
      '<ol><li>甲；<li>乙。</ol><ol><li>丙；<li>丁。</ol>',
      '1. 甲；\n2. 乙。\n\n1) 丙；\n2) 丁。',
    ],
  ])('%s', async (_, inside, expected) => {
    expect((await importPageBody(inside)).body).toBe(expected);
  });
});
