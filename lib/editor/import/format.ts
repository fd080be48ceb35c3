import { Failure } from '#lib/system/failure.ts';

/** What an input is, however its file is named. */
export type InputFormat = 'docx' | 'html' | 'markdown' | 'text';

/** How files begin that are none of ours, in latin1, and how an editor gets from there to one that is. */
const REFUSED: [starts: string[], what: string][] = [
  [['%PDF-'], 'a PDF: copy its text and give that to `npm run import -- -`'],
  [['{\\rtf'], 'a rich text file (RTF): save it as .docx'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'a picture or a recording, not a text'],
];
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];

/**
 * Which of the binary formats some bytes are, judged by how they begin; `undefined` for a text.
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

/** Office's older container holds old documents and new ones behind a password. Its names are UTF-16. */
function describeOle(bytes: Buffer, name: string): string {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    return `${name} is protected by a password: open it in Word and save it without one.`;
  }
  if (holds('WordDocument')) {
    return `${name} is a Word document of before 2007 (.doc): open it in Word or WPS and save it as .docx.`;
  }
  return `${name} is an Office file that is no .docx: open it and save it as .docx.`;
}

const HTML_NAME = /\.(html?|xhtml)$/i;
const MARKDOWN_NAME = /\.(md|markdown)$/i;
const TEXT_NAME = /\.te?xt$/i;
/** What may stand before the first tag of a page: blanks, an XML declaration, comments. One of them at a time. */
const PROLOGUE = /\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->)/y;
const FIRST_TAG =
  /\s*<(?:!doctype\s+html|html|head|meta|body|article|section|main|div|p|h[1-6]|table|ul|ol|span)(?:[\s/][^>]*)?>/iy;
const MARKDOWN = /^#{1,6}[ \t]+\S|^> ?\S|\]\((?:https?:|\/)|\*\*[^*\n]+\*\*|^\|.*\|\n\|[ :|-]+\|$/m;

/**
 * Which of the formats of text some text is: judged by what it holds, and by its name where it could be
 * either. What begins with a tag is HTML; what has a heading, a link or bold of Markdown is Markdown. A file that
 * is called text is Markdown only where more than one sign says so: one `#` or `*` may be a character.
 */
export function detectTextFormat(text: string, name: string): Exclude<InputFormat, 'docx'> {
  if (MARKDOWN_NAME.test(name)) return 'markdown';
  if (beginsAsPage(text) || HTML_NAME.test(name)) return 'html';
  if (TEXT_NAME.test(name)) return countSigns(text) > 1 ? 'markdown' : 'text';
  return isFenced(text) || MARKDOWN.test(text) ? 'markdown' : 'text';
}

/** Whether a text has two lines of three hyphens, as front matter stands between. */
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

/** Headings with words, linked words, bold words, tables. Numbers, quotes and lists look the same in any text. */
const SIGNS =
  /^#{1,6}[ \t]+[^\s\d.,]|[^\]\n]\]\((?:https?:|\/)|\*\*(?![\d.,%\s]*\*\*)[^*\n]+\*\*|^\|.*\|\n\|[ :|-]+\|$/gm;

function countSigns(text: string): number {
  // Front matter says by itself that a text is Markdown.
  return text.startsWith('---') && isFenced(text) ? 2 : (text.match(SIGNS)?.length ?? 0);
}
