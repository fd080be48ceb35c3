/**
 * A quote or a list around a paragraph. `begins` opens a new one beside another of its kind. Of a list, `entry` begins
 * the next entry, and what has none goes on with the entry before; `start` is the number of a new list's first entry.
 */
export type Container =
  | { kind: 'quote'; begins: boolean }
  | { kind: 'list'; begins: boolean; entry?: 'bullet' | 'number'; start?: number };

/** What a paragraph is itself. A `line` is text in the entry of a list that has no `<p>` around it. */
export type Leaf =
  | 'text'
  | 'line'
  | 'code'
  | 'rule'
  | 'cell'
  | 'head'
  | `heading${1 | 2 | 3 | 4 | 5 | 6}`;

/** The containers around a paragraph, the outermost first, and what the paragraph is itself. */
export type Nesting = { containers: Container[]; leaf: Leaf; language?: string };

const PREFIX = 'Issue';
const LEAF = /^(text|line|code|rule|cell|head|heading[1-6])$/;

/**
 * The name of the Word style that says where a paragraph stands, since Word has neither quotes nor entries of several
 * paragraphs: `Issue quote bullets line` is the first entry of a new list in a new quote.
 */
export function nestingName({ containers, leaf, language }: Nesting): string {
  return [PREFIX, ...containers.map(wordOf), leaf, ...(language ? [language] : [])].join(' ');
}

function wordOf(container: Container): string {
  if (container.kind === 'quote') return container.begins ? 'quote' : 'quoted';
  const { entry, begins, start = 1 } = container;
  if (entry === undefined) return 'entry';
  if (!begins) return entry;
  return entry === 'bullet' ? 'bullets' : `numbers${start}`;
}

/** Reads the name of such a style, in letters of either case; `undefined` for any other name. */
export function readNesting(name: string): Nesting | undefined {
  const [prefix, ...words] = name.toLowerCase().split(' ');
  if (prefix !== PREFIX.toLowerCase()) return undefined;
  const at = words.findIndex((word) => LEAF.test(word));
  const leaf = LEAVES.find((each) => each === words[at]);
  const containers = words.slice(0, at).map(containerOf);
  if (leaf === undefined || !containers.every((each) => each !== undefined)) return undefined;
  const language = words[at + 1];
  return { containers, leaf, ...(language === undefined ? {} : { language }) };
}

const LEAVES: readonly Leaf[] = [
  ...(['text', 'line', 'code', 'rule', 'cell', 'head'] as const),
  ...(['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const),
];

function containerOf(word: string): Container | undefined {
  const [, kind, start] = /^(quote|quoted|entry|bullets?|numbers?)(\d{1,9})?$/.exec(word) ?? [];
  switch (kind) {
    case 'quote':
    case 'quoted':
      return { kind: 'quote', begins: kind === 'quote' };
    case 'entry':
      return { kind: 'list', begins: false };
    case 'bullet':
    case 'bullets':
      return { kind: 'list', entry: 'bullet', begins: kind === 'bullets' };
    case 'number':
      return { kind: 'list', entry: 'number', begins: false };
    case 'numbers':
      return { kind: 'list', entry: 'number', begins: true, start: Number(start ?? 1) };
    default:
      return undefined;
  }
}
