import { describe, expect, test } from 'vitest';
import { convertInput } from '#tests/support/convert-input.ts';
import { importWordBody } from '#tests/support/imports.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { paragraph, run, wordWith } from '#tests/support/word.ts';

const registries = testRegistries();
const importBytes = (bytes: Buffer) =>
  convertInput({ name: 'a.docx', bytes }, registries, '2025-03-31');

const shape = (inside: string) =>
  `<w:drawing><wp:anchor><wp:docPr id="1" name="x" descr="说明"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const box = (text: string) =>
  `<wps:wsp><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>`;

describe('nothing in a Word document is lost:', () => {
  test.each<[string, string, string]>([
    [
      'readings beside characters',
      `${run('见')}<w:r><w:ruby><w:rubyPr/><w:rt>${run('dǐ bào')}</w:rt><w:rubyBase>${run('邸报')}</w:rubyBase></w:ruby></w:r>${run('。')}`,
      '见邸报（dǐ bào）。',
    ],
    [
      'fields',
      `${run('第')}<w:fldSimple w:instr=" SEQ Table ">${run('12')}</w:fldSimple>${run('号。')}`,
      '第12号。',
    ],
    [
      'fields that are links',
      `<w:fldSimple w:instr=" HYPERLINK &quot;https://a.b/c&quot; ">${run('甲')}</w:fldSimple>${run('乙。')}`,
      '[甲](https://a.b/c)乙。',
    ],
    [
      'formulas',
      `${run('即')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n+1</m:t></m:r></m:sup></m:sSup></m:oMath>${run('。')}`,
      '即1/2x^(n+1)。',
    ],
    [
      'text boxes without a form for older programs',
      `${run('甲。')}<w:r>${shape(box('盒中。'))}</w:r>${run('乙。')}`,
      '甲。乙。\n\n盒中。',
    ],
    [
      'text boxes in both forms, once',
      `${run('甲。')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape(box('盒中。'))}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('盒中。')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      '甲。\n\n盒中。',
    ],
    [
      'text boxes in a group',
      `<w:r>${shape(`<wpg:wgp>${box('一。')}<wpg:grpSp>${box('二。')}</wpg:grpSp></wpg:wgp>`)}</w:r>${run('甲。')}`,
      '甲。\n\n一。\n\n二。',
    ],
    [
      'what is in elements that nobody knows',
      `<w:unknown>${run('甲')}<o:x>${run('乙。')}</o:x></w:unknown>`,
      '甲乙。',
    ],
    [
      'lines and pages that end',
      `${run('甲')}<w:r><w:cr/></w:r>${run('乙')}<w:r><w:br w:type="page"/></w:r>${run('丙。')}`,
      '甲\n\n乙\n\n丙。',
    ],
    [
      'insertions, but no deletions, moves away or comments',
      `<w:ins>${run('甲')}</w:ins><w:del><w:r><w:delText>子</w:delText></w:r></w:del><w:moveFrom>${run('丑')}</w:moveFrom><w:moveTo>${run('乙。')}</w:moveTo><w:r><w:commentReference w:id="1"/></w:r>`,
      '甲乙。',
    ],
    [
      'symbols of Word’s fonts',
      `${run('甲')}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${run('乙。')}`,
      '甲🡪乙。',
    ],
    [
      'links without an address',
      `<w:hyperlink r:id="rId99" w:anchor="x">${run('甲')}</w:hyperlink>${run('乙。')}`,
      '甲乙。',
    ],
  ])('%s', async (_, inside, expected) => {
    const { body } = await importWordBody(paragraph(inside));
    expect(body).toBe(expected);
  });

  test('notes stand where they are referred to', async () => {
    const inside = `${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('乙')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('。')}`;
    const note = (kind: string, text: string) =>
      `<w:${kind}s><w:${kind} w:id="2">${paragraph(`<w:r><w:${kind}Ref/></w:r>${text}`)}${paragraph('又。')}</w:${kind}></w:${kind}s>`;
    const link = `<w:hyperlink r:id="rId1">${run('见此')}</w:hyperlink>`;
    const { body, notices } = await importWordBody(paragraph(inside), {
      parts: {
        'word/footnotes.xml': note('footnote', link),
        'word/endnotes.xml': note('endnote', run('尾注')),
        'word/_rels/footnotes.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="hyperlink" Target="https://a.b/c" TargetMode="External"/></Relationships>',
      },
      links: { rId1: ['footnotes', 'footnotes.xml'], rId2: ['endnotes', 'endnotes.xml'] },
    });
    expect(body).toBe('甲（[见此](https://a.b/c) 又。）乙（尾注 又。）。');
    expect(notices).toEqual(['A note stands in brackets where it was referred to, 2 times.']);
  });

  test('the end of a paragraph that was deleted before a table', async () => {
    const table = `<w:tbl>${['丙', '丁'].map((text) => `<w:tr><w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('戊')}</w:tc></w:tr>`).join('')}</w:tbl>`;
    const { body } = await importWordBody(
      `${paragraph('甲', '<w:rPr><w:del w:id="1"/></w:rPr>')}${paragraph('乙。', '<w:rPr><w:del w:id="2"/></w:rPr>')}${table}`,
    );
    expect(body).toMatch(/^甲乙。\n\n\| 丙 \| 戊 \|\n/);
  });

  test('paragraphs and lines in a cell are separated', async () => {
    const cell = `<w:tc>${paragraph('甲')}${paragraph(`${run('乙')}<w:r><w:br/></w:r>${run('丙')}`)}</w:tc>`;
    const { body } = await importWordBody(`<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>`);
    expect(body).toMatch(/^\| 甲 乙 丙 \| 甲 乙 丙 \|\n/);
  });

  test('the numbers that Word shows before sections and titles', async () => {
    const level = (kind: string, format: string, text: string) =>
      `<w:abstractNum w:abstractNumId="${kind}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="${kind}"><w:abstractNumId w:val="${kind}"/></w:num>`;
    const entry = (id: string, text: string) =>
      paragraph(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
    const item = (title: string) =>
      `${entry('2', title)}${paragraph('正文。')}${paragraph('（来源：证券日报）')}`;
    const list = `${entry('3', '其一；')}${entry('3', '其二。')}`;
    const { issue, text } = await importBytes(
      await wordWith(
        `${entry('1', '产业要闻')}${item('甲事')}${item('乙事')}${entry('1', '资讯速递')}${item('丙事')}${paragraph('【丁事】')}${list}${paragraph('（来源：证券日报）')}`,
        {
          parts: {
            'word/numbering.xml': `<w:numbering>${level('1', 'chineseCounting', '%1、')}${level('2', 'decimal', '（%1）')}${level('3', 'decimal', '%1.')}</w:numbering>`,
          },
          links: { a: ['numbering', 'numbering.xml'] },
        },
      ),
    );
    const titles = issue?.sections.map(({ section, items }) => [
      section.name,
      ...items.map(({ title }) => title),
    ]);
    expect(titles).toEqual([
      ['产业要闻', '甲事', '乙事'],
      ['资讯速递', '丙事', '丁事'],
    ]);
    expect(text).toContain('1. 其一；\n2. 其二。\n');
  });

  test('a source that is cut into runs is whole', async () => {
    for (const marks of [
      ['<w:b/>', ''],
      ['', '<w:i/>'],
      ['<w:b/>', '<w:i/>'],
    ]) {
      const pieces = ['（来', '源：证券', '日', '报）'].map((text, index) =>
        run(text, marks[index % 2]),
      );
      const { issue } = await importBytes(
        await wordWith(
          `${paragraph('产业要闻')}${paragraph('【甲事】正文。')}${paragraph(pieces.join(''))}`,
        ),
      );
      const [item] = issue?.sections[0]?.items ?? [];
      expect(item?.attributions.map(({ source }) => source.name)).toEqual(['证券日报']);
      expect(item?.text).toBe('正文。');
    }
  });
});
