import type { Notices } from '../notices.ts';
import { writeNumber } from '../numbers.ts';
import type { Styles } from './styles.ts';
import { childOf, findAll, valOf, type Xml } from './xml.ts';

/** A level of a list. Paragraphs of the `style` are entries at this level. */
type Level = {
  format: string;
  text: string;
  start: number;
  restarts: boolean;
  style?: string | undefined;
};
type List = {
  kind: string;
  levels: ReadonlyMap<number, Level>;
  starts: ReadonlyMap<number, number>;
};

/**
 * The place of a paragraph in a list: the id of the list, the level from 0, its number, and the label that Word shows.
 */
export type ListEntry = {
  list: string;
  level: number;
  number: number;
  label: string;
  isBullet: boolean;
};

/** The labels of entries for which Markdown has a list. Other labels are written into the text. */
const COUNTED = /^[（(]?\d{1,9}[.)）．、]?$/;

/** Whether Markdown has a list with such entries. */
export function isMarkdownEntry({ label, isBullet }: ListEntry): boolean {
  return isBullet || COUNTED.test(label);
}

/**
 * Counts the entries of the lists of a document, in their order (ECMA-376-1, 17.9). A list goes on counting where the
 * last one of its kind ended, unless it says that it starts anew.
 */
export class ListNumbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** The last number at each level, by the kinds of the lists. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(
    part: Xml | undefined,
    readonly styles: Styles,
    readonly notices: Notices,
  ) {
    this.#lists = part === undefined ? new Map() : readLists(part, styles);
  }

  /** Counts a paragraph with these properties; `undefined` where it is in no list. */
  count(properties: Xml | undefined): ListEntry | undefined {
    const style = valOf(properties, 'w:pStyle');
    const own = childOf(properties, 'w:numPr');
    const inherited = this.styles.numberingOf(style);
    const id = valOf(own, 'w:numId') ?? valOf(inherited, 'w:numId');
    const list = id === undefined ? undefined : this.#lists.get(id);
    if (id === undefined || list === undefined) return undefined;
    const ofStyle = Array.from(list.levels).find(([, each]) => style && each.style === style)?.[0];
    const level = Number(valOf(own, 'w:ilvl') ?? ofStyle ?? valOf(inherited, 'w:ilvl') ?? 0);
    const at = list.levels.get(level);
    if (at === undefined) return undefined;
    const counts = this.#countsOf(id, list);
    for (let deeper = level + 1; deeper < counts.length; deeper += 1) {
      if (list.levels.get(deeper)?.restarts !== false) counts[deeper] = undefined;
    }
    const number = (counts[level] ?? at.start - 1) + 1;
    counts[level] = number;
    const isBullet = at.format === 'bullet';
    const label = isBullet ? '' : this.#label(at.text, list, counts);
    // A list without labels only indents its paragraphs.
    if (!isBullet && label === '') return undefined;
    return { list: id, level, number, label, isBullet };
  }

  #countsOf(id: string, { kind, starts }: List): (number | undefined)[] {
    const counts = this.#counts.get(kind) ?? [];
    this.#counts.set(kind, counts);
    if (!this.#begun.has(id)) for (const [level, start] of starts) counts[level] = start - 1;
    this.#begun.add(id);
    return counts;
  }

  #label(text: string, { levels }: List, counts: (number | undefined)[]): string {
    return text.replace(/%([1-9])/g, (_, digit: string) => {
      const level = levels.get(Number(digit) - 1);
      const number = counts[Number(digit) - 1] ?? level?.start ?? 1;
      const written = writeNumber(number, level?.format ?? 'decimal');
      if (written === undefined) {
        this.notices.add(
          'Numbers of a list were written as 1, 2, 3: see whether they are right',
          level?.format,
        );
      }
      return written ?? String(number);
    });
  }
}

function readLists(part: Xml, styles: Styles): Map<string, List> {
  const kinds = new Map(
    findAll(part, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'] ?? '', kind]),
  );
  const lists = findAll(part, 'w:num');
  const kindOf = (list: Xml | undefined) => kinds.get(valOf(list, 'w:abstractNumId') ?? '');
  return new Map(
    lists.map((list) => {
      const own = kindOf(list);
      const style = styles.numberingOf(valOf(own, 'w:numStyleLink'));
      const linked = lists.find(
        ({ attributes }) => attributes['w:numId'] === valOf(style, 'w:numId'),
      );
      const kind = style === undefined ? own : kindOf(linked);
      const overrides = findAll(list, 'w:lvlOverride');
      const levels = [kind, ...overrides].flatMap((each) =>
        each === undefined ? [] : findAll(each, 'w:lvl').map(readLevel),
      );
      const starts = overrides.flatMap((each): [number, number][] => {
        const start = valOf(each, 'w:startOverride');
        return start === undefined ? [] : [[Number(each.attributes['w:ilvl']), Number(start)]];
      });
      return [
        list.attributes['w:numId'] ?? '',
        {
          kind: kind?.attributes['w:abstractNumId'] ?? '',
          levels: new Map(levels),
          starts: new Map(starts),
        },
      ];
    }),
  );
}

function readLevel(level: Xml): [number, Level] {
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      // A number format of a newer Word stands after one that older programs know.
      format: findAll(level, 'w:numFmt').at(-1)?.attributes['w:val'] ?? 'decimal',
      text: valOf(level, 'w:lvlText') ?? '',
      start: Number(valOf(level, 'w:start') ?? 1),
      restarts: valOf(level, 'w:lvlRestart') !== '0',
      style: valOf(level, 'w:pStyle'),
    },
  ];
}
