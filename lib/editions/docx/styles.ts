import type { IStylesOptions } from 'docx';

/** The usual fonts of Chinese documents: Song for text and Hei for headings, where the reader's machine has them. */
const TEXT_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'SimHei' };
const CODE_FONT = { ascii: 'Courier New', hAnsi: 'Courier New', eastAsia: 'SimSun' };
/** Two characters of the text, in twentieths of a point. */
export const TEXT_INDENT = 2 * 12 * 20;
/** The size of headers and footers, in half points. */
export const SMALL = 18;

/** The styles that every document of ours has, by names that Word knows. Sizes are in half points. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: TEXT_FONT, size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 300, lineRule: 'auto' } },
    },
    title: {
      run: { font: HEADING_FONT, size: 52, bold: true, characterSpacing: 40 },
      paragraph: { alignment: 'center', spacing: { before: 240, after: 120 } },
    },
    heading1: heading(36),
    heading2: heading(28),
    heading3: heading(24),
    heading4: heading(24),
    heading5: heading(24),
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      paragraph: { alignment: 'center', spacing: { after: 120 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: TEXT_INDENT },
        border: { left: { style: 'single', size: 12, space: 8, color: '999999' } },
      },
    },
    {
      id: 'HTMLPreformatted',
      name: 'HTML Preformatted',
      basedOn: 'Normal',
      run: { font: CODE_FONT, size: 21 },
    },
  ],
  characterStyles: [
    // Chinese emphasis is dots: slanted characters are hard to read.
    { id: 'Emphasis', name: 'Emphasis', run: { emphasisMark: { type: 'dot' } } },
    // The import turns links in this style back into pictures.
    { id: 'IssuePicture', name: 'Issue picture', basedOn: 'Hyperlink' },
    { id: 'HTMLCode', name: 'HTML Code', run: { font: CODE_FONT } },
  ],
};

function heading(size: number) {
  return {
    run: { size, font: HEADING_FONT, color: '000000', bold: true },
    paragraph: { keepNext: true, spacing: { before: 240, after: 120 } },
  };
}
