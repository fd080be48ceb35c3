import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { findColons, findValues, type YamlSlip } from './yaml-slips.ts';

/** Only the first faults of a YAML text are reported: most others are their consequences. */
const MOST_PROBLEMS = 100;

/**
 * Reads a YAML text. The document is `undefined` where its values cannot be trusted: the text is no YAML, or a key
 * stands twice or is a list. The faults carry their offsets in the text.
 */
export function readYaml(text: string): { document: Document | undefined; faults: YamlSlip[] } {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    // Faults are reported with their places, not on the console.
    logLevel: 'error',
    // The library compares each key with all before it: 16,000 redirects took 6 s. `keyFaults` looks each up.
    uniqueKeys: false,
  });
  const colons = findColons(text);
  const slips = colons.length > 0 ? colons : findValues(document, text);
  // Where a key lacks its colon, the library's own messages mislead.
  const problems = colons.length > 0 ? [] : problemsOf(document);
  const keys = keyFaults(document);
  const faults = [...slips.slice(0, MOST_PROBLEMS), ...problems, ...keys.slice(0, MOST_PROBLEMS)];
  const isUsable = colons.length + problems.length + keys.length === 0;
  return { document: isUsable ? document : undefined, faults };
}

/** What the library finds amiss, and how many faults it found beyond those listed. */
function problemsOf(document: Document): YamlSlip[] {
  const problems = [...document.errors, ...document.warnings];
  const faults = problems.slice(0, MOST_PROBLEMS).map((problem) => ({
    reason: `Unexpected YAML, ${reasonOf(problem)}`,
    at: problem.pos[0],
  }));
  const next = problems[MOST_PROBLEMS];
  if (next === undefined) return faults;
  const count = problems.length - MOST_PROBLEMS;
  const reason = `Unexpected YAML, ${count} more faults from here on, expected those before mended first`;
  return [...faults, { reason, at: next.pos[0] }];
}

/** Keys that stand twice in a map, and the first key that is a list or a map. */
function keyFaults(document: Document): YamlSlip[] {
  const faults: YamlSlip[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          const reason = `Unexpected key \`${String(key.value)}\` a second time, expected each key once`;
          faults.push({ reason, at: key.range?.[0] ?? 0 });
        }
        keys.add(key.value);
      }
    },
    Pair: (_, { key }) => {
      if (key === null || isScalar(key)) return undefined;
      // The library takes twice as long for each level of such a key when it converts it to text.
      const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      faults.push({ reason: 'Unexpected list or map as a key, expected a word (key: value)', at });
      return visit.BREAK;
    },
  });
  return faults;
}

/** The nodes of a document by the steps that lead to them: keys of maps, and indexes of lists. */
export class YamlNodes {
  /** The library looks through all keys of a map for each value: 16,000 redirects took 3 s. */
  readonly #values = new Map<unknown, Map<string, unknown>>();

  constructor(readonly document: Document) {}

  /** The node at `path`, or `undefined` where there is none. */
  at(path: readonly (string | number)[]): unknown {
    let node: unknown = this.document.contents;
    for (const step of path) {
      if (isMap(node)) node = this.#valuesOf(node).get(String(step));
      else if (isSeq(node) && typeof step === 'number') node = node.items[step];
      else return undefined;
    }
    return node ?? undefined;
  }

  #valuesOf(map: { items: readonly { key: unknown; value: unknown }[] }): Map<string, unknown> {
    const known = this.#values.get(map);
    if (known !== undefined) return known;
    const values = new Map(map.items.map(({ key, value }) => [String(key), value]));
    this.#values.set(map, values);
    return values;
  }
}

/** What the library says, with what to type where its words are hard to understand. */
export function reasonOf({ message }: Error): string {
  if (message.includes('call stack')) return 'nested too deep';
  const hint = HINTS.find(([words]) => words.test(message))?.[1];
  return hint === undefined ? lowerFirst(message) : `${lowerFirst(message)}: ${hint}`;
}

/** What to do about messages of the library that only people who know YAML understand. */
const HINTS: readonly [words: RegExp, hint: string][] = [
  [
    /nested mappings|scalar at node end|implicit keys/i,
    "put a value with `: ` or quotes in it between ' and ', and each key at the start of a line",
  ],
  [/cannot start with|unresolved alias/i, "put the value between ' and '"],
];

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
