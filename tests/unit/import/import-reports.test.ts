import { describe, expect, test } from 'vitest';
import { importPageBody, importWordBody } from '#tests/support/imports.ts';
import { paragraph, run } from '#tests/support/word.ts';

describe('the formulas of a page are on one line', () => {
  test.each([
    ['a power', '<msup><mn>10</mn><mn>6</mn></msup>', '10⁶'],
    [
      'a fraction',
      '<mfrac><mn>1</mn><mrow><mn>2</mn><mo>+</mo><mi>x</mi></mrow></mfrac>',
      '1/(2+x)',
    ],
    ['a root', '<msqrt><mn>12</mn></msqrt>', '√12'],
    ['an index and a power', '<msubsup><mi>x</mi><mi>b</mi><mn>2</mn></msubsup>', 'x_b²'],
    [
      'one with its source',
      '<semantics><mrow><mn>3</mn></mrow><annotation encoding="application/x-tex">3</annotation></semantics>',
      '3',
    ],
  ])('%s', async (_, formula, expected) => {
    const page = `<p>即<span><span><math>${formula}</math></span><span aria-hidden="true">12</span></span>。</p>`;
    const { body, notices } = await importPageBody(page);
    expect(body).toBe(`即${expected}。`);
    expect(notices).toEqual(['A formula was put on one line: see whether it says the same.']);
  });
});

describe('what a Word document holds and an issue cannot is reported', () => {
  const field = (type: string, inside = '') =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  test.each<[string, string, string, string[]]>([
    [
      'deletions',
      `<w:ins>${run('甲')}<w:del><w:r><w:delText>子</w:delText></w:r></w:del></w:ins><w:moveFrom>${run('丑')}</w:moveFrom><w:moveTo>${run('乙。')}</w:moveTo>`,
      '甲乙。',
      ['A tracked deletion was left out (“子”, “丑”), 2 times.'],
    ],
    [
      'a deletion in a formula',
      `${run('即')}<m:oMath><m:r><m:t>12</m:t></m:r><w:del><m:r><m:t>3</m:t></m:r></w:del></m:oMath>${run('。')}`,
      '即12。',
      [
        'A formula was put on one line: see whether it says the same.',
        'A tracked deletion was left out (“3”).',
      ],
    ],
    [
      'a field that Word draws',
      `${run('甲')}${field('begin')}${code(' EQ \\f(1,2)')}${field('end')}${run('。')}`,
      '甲。',
      ['A field without a result was left out: type in what it shows (“EQ \\f(1,2)”).'],
    ],
    [
      'a field that shows nothing',
      `${run('甲')}${field('begin')}${code(' XE "乙"')}${field('end')}${run('。')}`,
      '甲。',
      [],
    ],
    [
      'a simple field without a result',
      `${run('甲')}<w:fldSimple w:instr=" PAGE "/>${run('。')}`,
      '甲。',
      ['A field without a result was left out: type in what it shows (“PAGE”).'],
    ],
    [
      'a link in a field',
      `${field('begin')}${code(' HYPERLINK "https://a.b/c" \\l "d" ')}${field('separate')}${run('甲')}${field('end')}${run('。')}`,
      '[甲](https://a.b/c#d)。',
      [],
    ],
    [
      'boxes to tick',
      `${field('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>')}${code('FORMCHECKBOX')}${field('end')}${run('甲。')}`,
      '☑甲。',
      [],
    ],
    [
      'an embedded table of figures',
      `${run('甲。')}<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`,
      '甲。',
      [
        'An embedded object was left out except for its picture: type in what it holds (“Excel.Sheet.12”).',
      ],
    ],
    [
      'words in a drawing',
      `${run('甲。')}<w:r><w:drawing><a:graphic><a:graphicData><a:sp><a:txBody><a:p><a:r><a:t>乙。</a:t></a:r></a:p></a:txBody></a:sp></a:graphicData></a:graphic></w:drawing></w:r>`,
      '甲。\n\n乙。',
      [],
    ],
    [
      'a hidden drawing',
      `${run('甲。')}<w:r><w:drawing><wp:anchor><wp:docPr id="1" name="x" hidden="1"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph('暂缓')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`,
      '甲。',
      ['A hidden drawing was left out (“暂缓”).'],
    ],
  ])('%s', async (_, inside, expected, reported) => {
    const { body, notices } = await importWordBody(paragraph(inside));
    expect(body).toBe(expected);
    expect(notices).toEqual(reported);
  });

  test('a row and a cell that were deleted', async () => {
    const row = (properties: string, ...cells: string[]) =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const { body, notices } = await importWordBody(
      `<w:tbl>${row('', cell('甲'), cell('乙'), cell('子', '<w:cellDel w:id="1"/>'))}${row('<w:del w:id="2"/>', cell('丑'), cell('寅'))}</w:tbl>`,
    );
    expect(body).toBe('| 甲 | 乙 |\n| - | - |');
    expect(notices).toEqual(['A tracked deletion was left out (“子”, “丑寅”), 2 times.']);
  });

  test('comments, and the text of a diagram', async () => {
    const { notices } = await importWordBody(
      paragraph(
        `${run('甲。')}<w:r><w:drawing><a:graphic><a:graphicData><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="d"/></a:graphicData></a:graphic></w:drawing></w:r>`,
      ),
      {
        parts: {
          'word/comments.xml': `<w:comments><w:comment w:id="1">${paragraph('待核实')}</w:comment><w:comment w:id="2">${paragraph('改')}</w:comment></w:comments>`,
          'word/diagrams/data1.xml': '<a:x><a:t>立案</a:t><a:t>判决</a:t></a:x>',
        },
        links: { c: ['comments', 'comments.xml'], d: ['diagramData', 'diagrams/data1.xml'] },
      },
    );
    expect(notices).toEqual([
      'A diagram (SmartArt) was left out: save it as a picture (“立案 判决”).',
      'A comment was left out (“待核实”, “改”), 2 times.',
    ]);
  });

  test('what merged cells hold stays in its column', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`;
    const { body } = await importWordBody(
      `<w:tbl><w:tr>${cell('甲', '<w:gridSpan w:val="2"/>')}${cell('乙', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('1')}${cell('2')}${cell('', '<w:vMerge/>')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('3')}${cell('4')}</w:tr></w:tbl>`,
    );
    expect(body).toBe('| 甲 | | 乙 |\n| - | - | - |\n| 1 | 2 | |\n| | 3 | 4 |');
  });
});
