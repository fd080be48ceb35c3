import type { Root } from 'hast';
import { Failure } from '#lib/system/failure.ts';
import type { Notices } from '../notices.ts';
import { Flattener } from './flatten.ts';
import { InlineReader } from './inline.ts';
import { mediaReader } from './media.ts';
import { readNotes } from './notes.ts';
import { type ListEntry, ListNumbering } from './numbering.ts';
import { PageReader } from './page.ts';
import { partsOf, readRelationships } from './relationships.ts';
import { Styles } from './styles.ts';
import { readPart, unpack } from './unpack.ts';
import { childOf, findAll, isElement, textOf, type Xml } from './xml.ts';

/** Parts beside the text, and the notices on them: an issue has no page headers and no comments. */
const BESIDE: [type: string, sentence: string][] = [
  ['header', 'The header of its pages was left out'],
  ['footer', 'The footer of its pages was left out'],
  ['comments', 'A comment was left out'],
];

/**
 * A Word document as a page: its text, headings, bold, lists, tables, links and pictures (as `data:` addresses).
 * Struck and hidden text is marked as such. What was deleted under track changes is left out, and reported.
 * @throws Failure for a zip file that is not a Word document, is damaged or is too large
 */
export function readDocx(bytes: Buffer, name: string, notices: Notices): Root {
  try {
    return read(bytes, name, notices);
  } catch (error) {
    if (error instanceof Failure) {
      // Some failures name only a part of the file.
      if (error.message.startsWith(name)) throw error;
      throw new Failure(`${name}: ${error.message}`, error.exitCode);
    }
    // The libraries that unpack and parse throw errors of several kinds. All mean that the file is damaged.
    const reason = error instanceof Error ? describe(error.message) : String(error);
    throw new Failure(
      `${name} is damaged or not a Word document (${reason}): open it in Word or WPS and save it as .docx again.`,
      2,
    );
  }
}

/** The start of an error message of a library, without its advice to programmers. */
function describe(message: string): string {
  const [first = ''] = message.split(/[\n:(]|\.(?:\s|$)/);
  return first.trimEnd();
}

function read(bytes: Buffer, name: string, notices: Notices): Root {
  const parts = unpack(bytes, name);
  const [main = 'word/document.xml'] = partsOf(readRelationships(parts, ''), 'officeDocument');
  const relationships = readRelationships(parts, main);
  const around = { name, parts, relationships, notes: new Map(), notices };
  const notes = readNotes(parts, around);
  const document = new Flattener({ ...around, notes }).flatten(readPart(parts, main));
  for (const note of notes.values()) {
    const text = note.map(textOf).join('').trim();
    if (text !== '') notices.add('A note that nothing refers to was left out', text);
  }
  const partOf = (type: string) =>
    partsOf(relationships, type).map((part) => readPart(parts, part))[0];
  const styles = new Styles(partOf('styles'));
  const entries = countEntries(document, new ListNumbering(partOf('numbering'), styles, notices));
  for (const [type, sentence] of BESIDE) {
    const texts = partsOf(relationships, type).flatMap((part) =>
      textsBeside(readPart(parts, part)),
    );
    for (const text of new Set(texts)) if (text !== '') notices.add(sentence, text);
  }
  const inline = new InlineReader(styles, mediaReader(parts), notices);
  const body = childOf(document, 'w:body');
  return new PageReader(styles, entries, inline).read(body?.children ?? []);
}

/** The entries of the lists in a document, counted in order, also in tables and text boxes. */
function countEntries(document: Xml, numbering: ListNumbering): Map<Xml, ListEntry> {
  const entries = new Map<Xml, ListEntry>();
  const walk = (node: Xml): void => {
    const entry = node.name === 'w:p' ? numbering.count(childOf(node, 'w:pPr')) : undefined;
    if (entry !== undefined) entries.set(node, entry);
    for (const child of node.children) if (isElement(child)) walk(child);
  };
  walk(document);
  return entries;
}

/** The text of a part beside the document: of comments each by itself. */
function textsBeside(part: Xml): string[] {
  const comments = findAll(part, 'w:comment');
  return (comments.length > 0 ? comments : [part]).map((each) => {
    const lines = findAll(each, 'w:p').map((line) => findAll(line, 'w:t').map(textOf).join(''));
    return lines.filter((line) => line.trim() !== '').join(' ');
  });
}
