import { Failure } from '#lib/site/failure.ts';
import type { Told } from '../told.ts';
import { writeFormula } from './formula.ts';
import { chooseContent, Graphics } from './graphics.ts';
import type { Relationship } from './relationships.ts';
import { fieldRuns, linkRuns, textRun } from './runs.ts';
import { findAll, isElement, textOf, type Xml, xml } from './xml.ts';

/** What reading a part of a document needs of the rest of it. */
export type Surroundings = {
  /** The file's name, for messages. */
  name: string;
  relationships: ReadonlyMap<string, Relationship>;
  /** Foot- and endnotes by what refers to them and their id, each taken out where it is referred to. */
  notes: Map<string, Xml[]>;
  told: Told;
};

type Nodes = (Xml | string)[];

/** The text and the order of a document: what the converter reads as it is. */
const READ = /^w:(document|body|p|r|tbl|tr|tc)$/;
/** How it looks, what is in it unseen, and characters that are elements. */
const AS_IS = /^w:(pPr|rPr|tblPr|tblGrid|trPr|tcPr|tab|noBreakHyphen|sym|fldChar)$/;
/** What was deleted under track changes or moved from here. */
const GONE = /^w:(del|moveFrom|sectPr)$/;

/**
 * A part of a Word document in those elements alone that the converter reads: it leaves out the text of
 * all others. What it does not know is opened, and formulas, readings beside characters, fields, notes
 * and text boxes become text.
 * @throws Failure for a document that holds another, which Word alone puts together
 */
export class Flattener {
  readonly #graphics: Graphics;

  constructor(readonly around: Surroundings) {
    this.#graphics = new Graphics(around, (nodes) => this.#all(nodes));
  }

  flatten(root: Xml): Xml {
    return { ...root, attributes: {}, children: this.#all(root.children) };
  }

  #all(nodes: Nodes): Xml[] {
    return keepDeletedEnds(nodes.filter(isElement).flatMap((node) => this.#one(node)));
  }

  #one(node: Xml): Xml[] {
    const { name, attributes, children } = node;
    if (AS_IS.test(name)) return [node];
    if (GONE.test(name)) return [];
    if (READ.test(name)) return [{ name, attributes: {}, children: this.#all(children) }];
    switch (name) {
      case 'w:t':
      case 'w:instrText':
        return [xml(name, {}, textOf(node))];
      case 'w:br':
      case 'w:cr':
        return [xml('w:br', {})];
      case 'w:ptab':
        return [xml('w:tab', {})];
      case 'w:ruby': {
        // In the brackets that pages have for readers without ruby (HTML, 4.5.12).
        const part = (kind: string) => this.#all(findAll(node, kind));
        return [...part('w:rubyBase'), textRun('（'), ...part('w:rt'), textRun('）')];
      }
      case 'm:oMath':
        this.around.told.add('A formula was put on one line: see whether it says the same');
        return [textRun(writeFormula(node))];
      case 'w:fldSimple':
        return fieldRuns(attributes['w:instr'] ?? '', this.#all(children));
      case 'w:hyperlink':
        return this.#link(node);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.#note(name, attributes['w:id'] ?? '');
      case 'mc:AlternateContent':
        return this.#all(chooseContent(node));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#graphics.read(node);
      case 'w:txbxContent':
        return [xml('w:pict', {}, ...this.#all(children))];
      case 'w:altChunk':
      case 'w:subDoc':
        throw new Failure(
          `${this.around.name} holds another document, which Word alone puts in its place: open it in Word and save it as .docx again.`,
          2,
        );
      default:
        return this.#all(children);
    }
  }

  #link({ attributes, children }: Xml): Xml[] {
    const inside = this.#all(children);
    const id = attributes['r:id'];
    if (id === undefined) return inside;
    const url = this.around.relationships.get(id)?.url;
    if (url === undefined) {
      const text = inside.flatMap((each) => findAll(each, 'w:t')).map(textOf);
      this.around.told.add('A link has lost its address and is text now', text.join(''));
      return inside;
    }
    const anchor = attributes['w:anchor'];
    const [address = ''] = url.split('#');
    return linkRuns(anchor === undefined ? url : `${address}#${anchor}`, inside);
  }

  /** A note in brackets where it is referred to: an issue has no foot of a page. */
  #note(name: string, id: string): Xml[] {
    const key = `${name} ${id}`;
    const note = this.around.notes.get(key);
    this.around.notes.delete(key);
    if (note === undefined) return [];
    this.around.told.add('A note stands in brackets where it was referred to');
    return [textRun('（'), ...note, textRun('）')];
  }
}

/** Paragraphs whose end was deleted join the next one; where none follows, they end all the same. */
function keepDeletedEnds(nodes: Xml[]): Xml[] {
  return nodes.map((node, index) => {
    if (node.name !== 'w:p' || nodes[index + 1]?.name === 'w:p') return node;
    return { ...node, children: node.children.filter((child) => !marksDeletedEnd(child)) };
  });
}

function marksDeletedEnd(node: Xml | string): boolean {
  if (typeof node === 'string' || node.name !== 'w:pPr') return false;
  return findAll(node, 'w:rPr').some((properties) => findAll(properties, 'w:del').length > 0);
}
