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
import { findColons, findValues, type YamlFault } from './yaml-slips.ts';

/** Only so many faults of a YAML text are reported: most others are consequences of the first. */
const MOST_FAULTS = 100;

/**
 * Reads a YAML text. The document is `undefined` if its values cannot be trusted: the text is not valid YAML, or a key
 * occurs twice or is a list or a map.
 */
export function readYaml(text: string): { document: Document | undefined; faults: YamlFault[] } {
  const document = parseDocument(text, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    // Faults are reported with their places, not on the console.
    logLevel: 'error',
    // The library compares each key with all before it, which took 6 s for 16,000 redirects. `keyFaults` uses a set.
    uniqueKeys: false,
  });
  const colons = findColons(text);
  const slips = colons.length > 0 ? colons : findValues(document, text);
  // If the colon of a key is wrong, the messages of the library mislead.
  const problems = colons.length > 0 ? [] : libraryFaults(document);
  const keys = keyFaults(document);
  const faults = [...slips.slice(0, MOST_FAULTS), ...problems, ...keys.slice(0, MOST_FAULTS)];
  const isUsable = colons.length + problems.length + keys.length === 0;
  return { document: isUsable ? document : undefined, faults };
}

/** The faults that the library finds. If they are too many, the last one gives the count of the rest. */
function libraryFaults(document: Document): YamlFault[] {
  const problems = [...document.errors, ...document.warnings];
  const faults = problems.slice(0, MOST_FAULTS).map((problem) => ({
    reason: `Unexpected YAML, ${reasonOf(problem)}`,
    at: problem.pos[0],
  }));
  const next = problems[MOST_FAULTS];
  if (next === undefined) return faults;
  const count = problems.length - MOST_FAULTS;
  const reason = `Unexpected YAML with ${count} more faults from here on, expected the faults above to be mended first`;
  return [...faults, { reason, at: next.pos[0] }];
}

/** Keys that occur twice in a map, and the first key that is a list or a map. */
function keyFaults(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          const reason = `Unexpected second key \`${String(key.value)}\`, expected each key once`;
          faults.push({ reason, at: key.range?.[0] ?? 0 });
        }
        keys.add(key.value);
      }
    },
    Pair: (_, { key }) => {
      if (key === null || isScalar(key)) return undefined;
      // Only the first: for each level of such a key the library takes twice as long to convert it to text.
      const at = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      faults.push({ reason: 'Unexpected list or map as a key, expected a word (key: value)', at });
      return visit.BREAK;
    },
  });
  return faults;
}

/** Finds nodes of a document by path: keys of maps and indices of lists. */
export class YamlNodes {
  /** Memoised: the library goes through all keys of a map for each value, which took 3 s for 16,000 redirects. */
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

/** A message of the library, with advice if it is hard to understand. */
export function reasonOf({ message }: Error): string {
  if (message.includes('call stack')) return 'nested too deep';
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1];
  return hint === undefined ? lowerFirst(message) : `${lowerFirst(message)}: ${hint}`;
}

/** Advice for messages that only people who know YAML understand. */
const HINTS: readonly [pattern: RegExp, hint: string][] = [
  [
    /nested mappings|scalar at node end|implicit keys/i,
    "put a value with `: ` or quotes in it between ' and ', and each key at the start of a line",
  ],
  [/cannot start with|unresolved alias/i, "put the value between ' and '"],
];

/** A text with a lower-case first letter, to go on with a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
