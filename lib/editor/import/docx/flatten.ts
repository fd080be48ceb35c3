import { Failure } from '#lib/system/failure.ts';
import { writeFormula } from './formula.ts';
import { chooseContent, Graphics } from './graphics.ts';
import { fieldAddress, isSeenField, linkRuns, textRun } from './runs.ts';
import type { Surroundings } from './surroundings.ts';
import { childOf, findAll, isElement, textOf, type Xml, xml } from './xml.ts';

type Nodes = (Xml | string)[];

/** The elements that hold the text, in its order. They are read without their attributes. */
const READ = /^w:(document|body|p|r|tbl|tr|tc)$/;
/** Properties, and characters that are elements: they stay as they are. */
const AS_IS = /^w:(pPr|rPr|tblPr|trPr|tcPr|tab|noBreakHyphen|sym|fldChar)$/;
/** What has no text of its own: page layout, and the properties of content controls. */
const SKIPPED = /^w:(sectPr|sdtPr|sdtEndPr|tblGrid)$/;
/** What was deleted under track changes, or moved from here to another place. */
const DELETED = /^w:(del|moveFrom)$/;

/**
 * Reduces a part of a Word document to the few elements that `page.ts` reads. The children of unknown elements are
 * read. Formulas, readings beside characters, notes and text boxes become text; links become `a`, and pictures `img`.
 * @throws Failure for a document that refers to another one, which only Word can insert
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
    if (SKIPPED.test(name)) return [];
    if (DELETED.test(name) || isDeletedCell(node)) {
      this.around.notices.add('A tracked deletion was left out', deletedText(node));
      return [];
    }
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
        this.around.notices.add('A formula was put on one line: see whether it says the same');
        for (const deleted of findAll(node, 'w:del', 'w:moveFrom')) this.#one(deleted);
        return [textRun(writeFormula(node))];
      case 'w:fldSimple':
        return this.#field(attributes['w:instr'] ?? '', this.#all(children));
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
      case 'w:control':
        return this.#graphics.read(node);
      case 'w:txbxContent':
        return [xml('w:pict', {}, ...this.#all(children))];
      case 'w:altChunk':
      case 'w:subDoc':
        throw new Failure(
          `${this.around.name} holds another document, which only Word can insert: open it in Word and save it as .docx again.`,
          2,
        );
      default:
        return this.#all(children);
    }
  }

  #field(instruction: string, inside: Xml[]): Xml[] {
    if (inside.length === 0 && isSeenField(instruction))
      this.around.notices.add(
        'A field without a result was left out: type in what it shows',
        instruction,
      );
    const url = fieldAddress(instruction);
    return url === undefined ? inside : linkRuns(url, inside);
  }

  #link({ attributes, children }: Xml): Xml[] {
    const inside = this.#all(children);
    const id = attributes['r:id'];
    if (id === undefined) return inside;
    const url = this.around.relationships.get(id)?.url;
    if (url === undefined) {
      const text = inside.map((each) => findAll(each, 'w:t').map(textOf).join(''));
      this.around.notices.add('A link has lost its address and is text now', text.join(''));
      return inside;
    }
    const anchor = attributes['w:anchor'];
    const [address = ''] = url.split('#');
    const whole = anchor === undefined ? url : `${address}#${anchor}`;
    return linkRuns(whole, inside, attributes['w:tooltip']);
  }

  /** A note in brackets where it is referred to: an issue has no footnotes. */
  #note(name: string, id: string): Xml[] {
    const key = `${name} ${id}`;
    const note = this.around.notes.get(key);
    this.around.notes.delete(key);
    if (note === undefined) return [];
    this.around.notices.add('A note stands in brackets where it was referred to');
    return [textRun('（'), ...note, textRun('）')];
  }
}

/** Paragraphs whose end was deleted join the next one; where none follows, they end all the same. */
function keepDeletedEnds(nodes: Xml[]): Xml[] {
  return nodes.map((node, index) => {
    if (node.name !== 'w:p' || nodes[index + 1]?.name === 'w:p' || !endIsDeleted(node)) return node;
    const children = node.children.filter((child) => isElement(child) && child.name !== 'w:pPr');
    return { ...node, children };
  });
}

/** Whether the end of a paragraph was deleted, so that the next paragraph goes on with its text. */
export function endIsDeleted(paragraph: Xml): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

/** Whether an element is a row or a cell that was deleted under track changes. */
function isDeletedCell(node: Xml): boolean {
  return (
    childOf(childOf(node, 'w:trPr'), 'w:del') !== undefined ||
    childOf(childOf(node, 'w:tcPr'), 'w:cellDel') !== undefined
  );
}

function deletedText(node: Xml): string {
  return findAll(node, 'w:delText', 'w:t', 'm:t').map(textOf).join('');
}
