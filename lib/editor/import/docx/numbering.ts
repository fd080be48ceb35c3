import { textRun } from './runs.ts';
import { findAll, isElement, type Xml } from './xml.ts';

type Level = { format: string; text: string; start: number };
/** The levels of the lists of a document, by the ids of the lists. */
type Lists = ReadonlyMap<string, ReadonlyMap<number, Level>>;

const DIGITS = '〇一二三四五六七八九';
const CHINESE = /^(chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting\w*)$/;

/** The lists of a document by the part that holds them (ECMA-376-1, 17.9). */
export function readLists(numbering: Xml): Lists {
  const kinds = new Map(
    findAll(numbering, 'w:abstractNum').map((kind) => {
      const levels = findAll(kind, 'w:lvl').map((level): [number, Level] => [
        Number(level.attributes['w:ilvl']),
        {
          format: valOf(level, 'w:numFmt') ?? 'decimal',
          text: valOf(level, 'w:lvlText') ?? '',
          start: Number(valOf(level, 'w:start') ?? 1),
        },
      ]);
      return [kind.attributes['w:abstractNumId'], new Map(levels)];
    }),
  );
  return new Map(
    findAll(numbering, 'w:num').map((list) => [
      list.attributes['w:numId'] ?? '',
      kinds.get(valOf(list, 'w:abstractNumId')) ?? new Map(),
    ]),
  );
}

/**
 * The blocks of a document with the numbers that Word shows before paragraphs typed there, where a
 * paragraph is the only one of its list in its place: the numbers of sections and titles. Beside each
 * other they would be one list for the converter. Headings are none of them.
 */
export function typeNumbers(blocks: readonly Xml[], lists: Lists, headings: Set<string>): Xml[] {
  const counts = new Map<string, number[]>();
  const listIds = blocks.map((block) => listOf(block)?.id);
  return blocks.map((block, index) => {
    const entry = listOf(block);
    if (entry === undefined) return block;
    const levels = lists.get(entry.id);
    const own = counts.get(entry.id)?.slice(0, entry.level + 1) ?? [];
    own[entry.level] = (own[entry.level] ?? (levels?.get(entry.level)?.start ?? 1) - 1) + 1;
    counts.set(entry.id, own);
    const isAlone = listIds[index - 1] !== entry.id && listIds[index + 1] !== entry.id;
    const style = findAll(block, 'w:pStyle')[0]?.attributes['w:val'];
    if (!isAlone || levels === undefined || headings.has(style ?? '')) return block;
    let isKnown = true;
    const label = levels.get(entry.level)?.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const number = writeNumber(own[at] ?? 1, levels.get(at)?.format);
      isKnown &&= number !== undefined;
      return number ?? '';
    });
    if (!isKnown || label === undefined || !/[\p{L}\p{N}]/u.test(label)) return block;
    const properties = block.children.filter(isElement).map(withoutNumbering);
    const [first, ...others] = properties;
    const space = /[.)]$/.test(label) ? ' ' : '';
    const typed = textRun(label + space);
    if (first === undefined) return block;
    return { ...block, children: [first, typed, ...others] };
  });
}

function listOf(block: Xml): { id: string; level: number } | undefined {
  const properties = block.name === 'w:p' ? block.children.find(isElement) : undefined;
  if (properties?.name !== 'w:pPr') return undefined;
  const [numbering] = findAll(properties, 'w:numPr');
  const id = numbering === undefined ? undefined : valOf(numbering, 'w:numId');
  if (numbering === undefined || id === undefined || id === '0') return undefined;
  return { id, level: Number(valOf(numbering, 'w:ilvl') ?? 0) };
}

function withoutNumbering(node: Xml): Xml {
  if (node.name !== 'w:pPr') return node;
  const children = node.children.filter(isElement).filter(({ name }) => name !== 'w:numPr');
  return { ...node, children };
}

function valOf(node: Xml, name: string): string | undefined {
  return findAll(node, name)[0]?.attributes['w:val'];
}

function writeNumber(number: number, format = 'decimal'): string | undefined {
  if (format === 'decimal') return String(number);
  if (!CHINESE.test(format) || number < 1 || number > 99) return undefined;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
