import { describe, expect, test } from 'vitest';
import { PICTURE } from '#tests/support/documents.ts';
import { importWordBody } from '#tests/support/imports.ts';
import { paragraph, run } from '#tests/support/word.ts';

const shape = (inside: string) =>
  `<w:drawing><wp:anchor><wp:docPr id="1" name="x" descr="说明"/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const blip = (id: string) =>
  `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`;

describe('what cannot be in an issue is reported:', () => {
  test('the head and the foot of pages', async () => {
    const { notices, text } = await importWordBody(paragraph('甲。'), {
      parts: {
        'word/header1.xml': `<w:hdr>${paragraph('版权周报')}</w:hdr>`,
        'word/header2.xml': `<w:hdr>${paragraph('版权周报')}</w:hdr>`,
        'word/footer1.xml': `<w:ftr>${paragraph('第1页')}</w:ftr>`,
      },
      links: {
        a: ['header', 'header1.xml'],
        b: ['header', 'header2.xml'],
        c: ['footer', 'footer1.xml'],
      },
    });
    expect(notices).toEqual([
      'The header of its pages was left out (“版权周报”).',
      'The footer of its pages was left out (“第1页”).',
    ]);
    expect(text).not.toContain('版权周报');
  });

  test('pictures that are not there or that browsers do not show, and their descriptions stay', async () => {
    const { body, notices, pictures } = await importWordBody(
      paragraph(['a', 'b', 'c', 'd'].map((id) => `<w:r>${shape(blip(id))}</w:r>`).join('')),
      {
        parts: { 'word/media/1.png': PICTURE, 'word/media/2.emf': Buffer.from('EMF') },
        links: {
          a: ['image', '../word/media/1.png'],
          b: ['image', 'media/2.emf'],
          c: ['image', 'media/3.png'],
        },
      },
    );
    expect(pictures.map(({ bytes }) => bytes)).toEqual([PICTURE]);
    expect(body).toMatch(/^!\[说明\]\(\/issues\/2025-03-31\/\w+\.png\)说明说明说明$/);
    expect(notices).toEqual([
      'A picture is missing in the document: insert it again (“说明”, “说明”), 2 times.',
      'A picture of the type image/x-emf was left out: save it as PNG or JPEG (“说明”).',
    ]);
  });

  test('charts, and symbols without a character', async () => {
    const { notices } = await importWordBody(
      paragraph(
        `<w:r>${shape('<c:chart r:id="a"/>')}</w:r><w:r><w:sym w:font="Unknown" w:char="F001"/></w:r>${run('甲。')}`,
      ),
    );
    expect(notices).toEqual([
      'A chart was left out: save it as a picture (“说明”).',
      'A symbol was left out: type in a character for it (“F001, Unknown”).',
    ]);
  });
});
