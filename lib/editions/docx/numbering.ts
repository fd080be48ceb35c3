import type { Element } from 'xast';
import { x } from 'xastscript';
import { value } from './markup.ts';

/** Word knows nine levels of lists. */
const LEVELS = 9;
/** The id that the docx package gives the definition of bullets, which is in each of its documents. */
const BULLETS = 1;

/** The lists of a document (ECMA-376, 17.9). Each has an id of its own, so that its numbers begin anew. */
export class Numbering {
  readonly #kinds = new Map<string, Element>();
  readonly #lists: Element[] = [];

  /** Starts a bulleted list. @returns the paragraph properties of each entry in it */
  bullets(depth: number): Element {
    return entry(levelOf(depth), this.#start(value('w:abstractNumId', BULLETS)));
  }

  /** Starts a numbered list. @returns the paragraph properties of each entry in it */
  numbers(depth: number, start: number): Element {
    const level = levelOf(depth);
    const key = `${level}:${start}`;
    const kind = this.#kinds.get(key) ?? kindOf(this.#kinds.size + BULLETS + 1, level, start);
    this.#kinds.set(key, kind);
    const anew = x('w:lvlOverride', { 'w:ilvl': level }, [value('w:startOverride', start)]);
    const id = kind.attributes['w:abstractNumId'] ?? '';
    return entry(level, this.#start(value('w:abstractNumId', id), anew));
  }

  #start(...properties: Element[]): number {
    const list = this.#lists.length + BULLETS + 1;
    this.#lists.push(x('w:num', { 'w:numId': list }, properties));
    return list;
  }

  /** The definitions of numbering (`kinds`, without that of bullets), and the lists that refer to them. */
  get elements(): { kinds: Element[]; lists: Element[] } {
    return { kinds: [...this.#kinds.values()], lists: this.#lists };
  }
}

/** A definition of numbering: 1, 2, 3 at every level, but `level` begins with `start`. */
function kindOf(id: number, level: number, start: number): Element {
  return x('w:abstractNum', { 'w:abstractNumId': id }, [
    value('w:multiLevelType', 'hybridMultilevel'),
    ...Array.from({ length: LEVELS }, (_, each) =>
      x('w:lvl', { 'w:ilvl': each }, [
        value('w:start', each === level ? start : 1),
        value('w:numFmt', 'decimal'),
        value('w:lvlText', `%${each + 1}.`),
        value('w:lvlJc', 'left'),
        x('w:pPr', {}, [x('w:ind', { 'w:left': 720 * (each + 1), 'w:hanging': 360 })]),
      ]),
    ),
  ]);
}

function entry(level: number, list: number): Element {
  return x('w:numPr', {}, [value('w:ilvl', level), value('w:numId', list)]);
}

function levelOf(depth: number): number {
  return Math.min(depth, LEVELS - 1);
}
