import { Failure } from '#lib/system/failure.ts';

/** The format of an input, whatever the name of its file. */
export type InputFormat = 'docx' | 'html' | 'markdown' | 'text';

/** The formats that are refused: how such files begin, in Latin-1, and what the editor can do. */
const REFUSED: [starts: string[], what: string][] = [
  [['%PDF-'], 'a PDF: copy its text and give that to `npm run import -- -`'],
  [['{\\rtf'], 'a rich text file (RTF): save it as .docx'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'a picture or a recording, not a text'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];

/**
 * The binary format of some bytes, by how they begin; `undefined` for a text.
 * @throws Failure for those that cannot be read, each with its remedy
 */
export function detectBinary(bytes: Buffer, name: string): 'docx' | undefined {
  const start = bytes.toString('latin1', 0, 16);
  if (ZIP.some((mark) => start.startsWith(mark))) return 'docx';
  if (start.startsWith(OLE)) throw new Failure(describeOle(bytes, name), 2);
  const refused = REFUSED.find(([starts]) => starts.some((mark) => start.startsWith(mark)));
  if (refused !== undefined) throw new Failure(`${name} is ${refused[1]}.`, 2);
  return undefined;
}

/**
 * Why a file in Office's older container (OLE) is refused: it holds an old document, or a new one with a password. The
 * names in the container are UTF-16.
 */
function describeOle(bytes: Buffer, name: string): string {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return `${name} is protected by a password: open it in Word and save it without one.`;
  }
  if (holds('WordDocument')) {
    return `${name} is a Word document from before 2007 (.doc): open it in Word or WPS and save it as .docx.`;
  }
  return `${name} is an Office file, but not a .docx: open it and save it as .docx.`;
}

const HTML_NAME = /\.(html?|xhtml)$/i;
const MARKDOWN_NAME = /\.(md|markdown)$/i;
const TEXT_NAME = /\.te?xt$/i;
/** Something that may stand before the first tag of a page: blanks with an XML declaration or a comment. */
const PROLOGUE = /\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->)/y;
const FIRST_TAG =
  /\s*<(?:!doctype\s+html|html|head|meta|body|article|section|main|div|p|h[1-6]|table|ul|ol|span)(?:[\s/][^>]*)?>/iy;
const MARKDOWN = /^#{1,6}[ \t]+\S|^> ?\S|\]\((?:https?:|\/)|\*\*[^*\n]+\*\*|^\|.*\|\n\|[ :|-]+\|$/m;

/**
 * The format of a text, by what it holds; its name decides where it could be either. A text that begins with a tag is
 * HTML. A text with a heading, a link or bold of Markdown is Markdown. A .txt file is Markdown only with more than one
 * such sign, since a single `#` or `*` may be a plain character.
 */
export function detectTextFormat(text: string, name: string): Exclude<InputFormat, 'docx'> {
  if (MARKDOWN_NAME.test(name)) return 'markdown';
  if (beginsAsPage(text) || HTML_NAME.test(name)) return 'html';
  if (TEXT_NAME.test(name)) return countSigns(text) > 1 ? 'markdown' : 'text';
  return isFenced(text) || MARKDOWN.test(text) ? 'markdown' : 'text';
}

/** Whether a text has two lines of three hyphens, as around front matter. */
function isFenced(text: string): boolean {
  return (text.match(/^---[ \t]*$/gm)?.length ?? 0) > 1;
}

/** Whether a text begins with a tag of HTML. One pass, however many comments stand before it. */
function beginsAsPage(text: string): boolean {
  let at = 0;
  for (;;) {
    PROLOGUE.lastIndex = at;
    if (!PROLOGUE.test(text)) break;
    at = PROLOGUE.lastIndex;
  }
  FIRST_TAG.lastIndex = at;
  return FIRST_TAG.test(text);
}

/**
 * Signs of Markdown: headings with words, linked words, bold words, tables. Numbers, quotes and lists are not among
 * them, since they look the same in plain text.
 */
const SIGNS =
  /^#{1,6}[ \t]+[^\s\d.,]|[^\]\n]\]\((?:https?:|\/)|\*\*(?![\d.,%\s]*\*\*)[^*\n]+\*\*|^\|.*\|\n\|[ :|-]+\|$/gm;

function countSigns(text: string): number {
  // Front matter alone shows that a text is Markdown.
  return text.startsWith('---') && isFenced(text) ? 2 : (text.match(SIGNS)?.length ?? 0);
}
