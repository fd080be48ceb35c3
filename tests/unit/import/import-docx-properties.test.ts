import { expect, test } from 'vitest';
import { convertInput } from '#tests/support/convert-input.ts';
import { fc, partOfRuns } from '#tests/support/properties.ts';
import { testRegistries } from '#tests/support/registries.ts';
import { paragraph, run, wordWith } from '#tests/support/word.ts';

const registries = testRegistries();
const importBytes = (bytes: Buffer) =>
  convertInput({ name: 'a.docx', bytes }, registries, '2025-03-31');

test('every letter that Word shows is in the issue, in order, whatever elements are around it', async () => {
  const wrap = fc.constantFrom(
    (inside: string) => `<w:ins w:id="1">${inside}</w:ins>`,
    (inside: string) => `<w:moveTo>${inside}</w:moveTo>`,
    (inside: string) => `<w:smartTag w:element="x"><w:smartTagPr/>${inside}</w:smartTag>`,
    (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
    (inside: string) => `<w:hyperlink r:id="lost">${inside}</w:hyperlink>`,
    (inside: string) => `<w:hyperlink r:id="web">${inside}</w:hyperlink>`,
    (inside: string) => `<w:fldSimple w:instr="DATE">${inside}</w:fldSimple>`,
    (inside: string) => `<w:bdo w:val="ltr"><w:dir>${inside}</w:dir></w:bdo>`,
    (inside: string) => `<o:new><v:other>${inside}</v:other></o:new>`,
    (inside: string) =>
      `<w:r><w:ruby><w:rubyBase>${inside}</w:rubyBase><w:rt>${run('注')}</w:rt></w:ruby></w:r>`,
    (inside: string) =>
      `<mc:AlternateContent><mc:Choice Requires="x">${inside}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
    (inside: string) => `<w:del><w:r><w:delText>删</w:delText></w:r></w:del>${inside}`,
  );
  const piece = fc
    .tuple(
      fc.array(wrap, { maxLength: 4 }),
      fc.constantFrom('', '<w:b/>', '<w:i/>', '<w:vanish/>', '<w:strike/>'),
    )
    .map(([wraps, look]) => ({
      write: (text: string) => wraps.reduce((inside, around) => around(inside), run(text, look)),
      isShown: !/vanish|strike/.test(look),
    }));
  const document = fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(document, async (paragraphs) => {
      fc.pre(paragraphs.flat().some(({ isShown }) => isShown));
      const numbered = paragraphs.map((pieces, index) => {
        const before = paragraphs.slice(0, index).flat().length;
        return pieces.map(({ write }, at) => write(`第${before + at + 1}字`)).join('');
      });
      const body = numbered.map((inside) => paragraph(inside));
      const { text, notices } = await importBytes(
        await wordWith(body.join(''), { links: { web: ['hyperlink', 'https://a.b/c'] } }),
      );
      const typed = Array.from(text.matchAll(/第(\d+)字/g), ([, number]) => Number(number));
      // The title of an item without a text stands as its text too, which is reported.
      const isRepeated = notices.some((each) => each.includes('got their title as their text'));
      const numbers = isRepeated ? [...new Set(typed)] : typed;
      const shown = paragraphs.flat().flatMap(({ isShown }, index) => (isShown ? [index + 1] : []));
      expect(numbers).toEqual(shown);
      expect(text).not.toContain('删');
      const leftOut = notices.filter((each) => /^(Hidden|Struck) text/.test(each)).join();
      expect(leftOut === '').toBe(shown.length === paragraphs.flat().length);
    }),
    partOfRuns(0.5),
  );
}, 60_000);
