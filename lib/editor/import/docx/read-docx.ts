import mammoth from 'mammoth';
import { Failure } from '#lib/site/failure.ts';
import { Told } from '../told.ts';
import { Flattener } from './flatten.ts';
import { readNotes } from './notes.ts';
import { readLists, typeNumbers } from './numbering.ts';
import { partsOf, type Relationship, readRelationships } from './relationships.ts';
import { repack } from './repack.ts';
import { type Parts, readPart, unpack } from './unpack.ts';
import { findAll, isElement, textOf, type Xml, xml } from './xml.ts';

/** A Word document as a page, the texts of its paragraphs, and sentences on what became of it. */
type Docx = { html: string; texts: string[]; told: string[] };

/** Word's styles that mean something, besides `heading 1` to `heading 6`, which mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "r[style-name='Emphasis'] => em",
  "r[style-name='HTML Code'] => code",
];
/** How a paragraph looked, and pictures that browsers do not show, of which the page's reader tells. */
const OF_LOOKS = /style|unlikely to display/i;

/**
 * The HTML of a Word document: its text, headings, bold, lists, tables, links and pictures (as `data:`
 * addresses). What was deleted under track changes is gone, and comments are not part of the text.
 * @throws Failure for a zip file that is no Word document, is damaged or is too large
 */
export async function readDocx(bytes: Buffer, name: string): Promise<Docx> {
  try {
    return await read(bytes, name);
  } catch (error) {
    if (error instanceof Failure) {
      // What reads a part of it names the part.
      if (error.message.startsWith(name)) throw error;
      throw new Failure(`${name}: ${error.message}`, error.exitCode);
    }
    // The libraries throw plain errors of several kinds, all of which say that this file is not whole.
    const reason = error instanceof Error ? describe(error.message) : String(error);
    throw new Failure(
      `${name} is damaged or no Word document (${reason}): open it in Word or WPS and save it as .docx again.`,
      2,
    );
  }
}

/** The beginning of a library's message, without the help that it offers its own users. */
function describe(message: string): string {
  return (
    message
      .replace(/^Bug\s*:\s*/, '')
      .split(/[\n:]|\.(?:\s|$)/)[0]
      ?.trimEnd() ?? ''
  );
}

async function read(bytes: Buffer, name: string): Promise<Docx> {
  const parts = await unpack(bytes, name);
  const [main = 'word/document.xml'] = partsOf(readRelationships(parts, ''), 'officeDocument');
  const relationships = readRelationships(parts, main);
  const told = new Told();
  const around = { name, relationships, notes: new Map(), told };
  const notes = readNotes(parts, around);
  const flat = new Flattener({ ...around, notes }).flatten(readPart(parts, main));
  const root = typeListNumbers(flat, parts, relationships);
  for (const [type, where] of [
    ['header', 'head'],
    ['footer', 'foot'],
  ] as const) {
    const edges = partsOf(relationships, type).map((part) => linesIn(readPart(parts, part)));
    for (const edge of new Set(edges)) {
      if (edge !== '') told.add(`What stands at the ${where} of its pages was left out`, edge);
    }
  }
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await repack(parts, root, relationships) },
    { styleMap: STYLES, includeEmbeddedStyleMap: false },
  );
  for (const { message } of messages) if (!OF_LOOKS.test(message)) told.add(message);
  return { html: value, texts: paragraphsIn(root).map(textOf), told: told.list() };
}

function typeListNumbers(
  root: Xml,
  parts: Parts,
  relationships: ReadonlyMap<string, Relationship>,
): Xml {
  const [numbering] = partsOf(relationships, 'numbering');
  if (numbering === undefined) return root;
  const styles = partsOf(relationships, 'styles').flatMap((part) =>
    findAll(readPart(parts, part), 'w:style'),
  );
  const headings = styles.filter((style) =>
    findAll(style, 'w:name').some(({ attributes }) =>
      /^(heading|title)/i.test(attributes['w:val'] ?? ''),
    ),
  );
  const ids = new Set(headings.map(({ attributes }) => attributes['w:styleId'] ?? ''));
  const lists = readLists(readPart(parts, numbering));
  const children = root.children.filter(isElement).map((body) => ({
    ...body,
    children: typeNumbers(body.children.filter(isElement), lists, ids),
  }));
  return { ...root, children };
}

function linesIn(part: Xml): string {
  const lines = findAll(part, 'w:p').map((line) => findAll(line, 'w:t').map(textOf).join(''));
  return lines.filter((line) => line.trim() !== '').join(' ');
}

/** The paragraphs of an element, each with its own text alone: those of a text box stand behind it. */
function paragraphsIn(node: Xml): Xml[] {
  if (node.name !== 'w:p') return node.children.filter(isElement).flatMap(paragraphsIn);
  const boxes = findAll(node, 'w:pict');
  return [xml('w:p', {}, ...ownTexts(node)), ...boxes.flatMap(paragraphsIn)];
}

function ownTexts({ children }: Xml): Xml[] {
  return children
    .filter(isElement)
    .filter(({ name }) => name !== 'w:pict')
    .flatMap((child) => (child.name === 'w:t' ? [child] : ownTexts(child)));
}
