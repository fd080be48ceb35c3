import type { VFileMessage } from 'vfile-message';
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
import { z } from 'zod';
import { Diagnostics } from './diagnostics.ts';
import { checkCharacters } from './prose/characters.ts';
import { checkInvisible } from './prose/invisible.ts';
import type { RuleId } from './rules.ts';
import { reportEncoding, type TextFile } from './text-file.ts';
import { findColons, findValues } from './yaml-slips.ts';

type Step = string | number;

/** Only the first faults of a YAML text are reported: most others are their consequences. */
const MOST_PROBLEMS = 100;

/** A YAML text whose values are checked against schemas, each fault at the value it is about. */
export class YamlFile {
  readonly #document: Document | undefined;

  private constructor(
    readonly diagnostics: Diagnostics,
    readonly rule: RuleId,
    text: string,
    readonly offset: number,
  ) {
    const document = parseDocument(text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      // What is amiss is told with its place, not on the console.
      logLevel: 'error',
    });
    const colons = findColons(text);
    const slips = colons.length > 0 ? colons : findValues(document, text);
    for (const slip of slips.slice(0, MOST_PROBLEMS))
      diagnostics.report(slip.rule ?? rule, slip.reason, offset + slip.at);
    // Where a key lacks its colon, the library's own messages mislead.
    const problems = colons.length > 0 ? [] : [...document.errors, ...document.warnings];
    for (const problem of problems.slice(0, MOST_PROBLEMS)) {
      const reason = `Unexpected YAML, ${reasonOf(problem)}`;
      diagnostics.report(rule, reason, offset + problem.pos[0]);
    }
    const next = problems[MOST_PROBLEMS];
    if (next !== undefined) {
      const count = problems.length - MOST_PROBLEMS;
      const reason = `Unexpected YAML, ${count} more faults from here on, expected those before mended first`;
      diagnostics.report(rule, reason, offset + next.pos[0]);
    }
    let hasCollectionKey = false;
    visit(document, {
      Pair: (_, { key }) => {
        if (key === null || isScalar(key)) return undefined;
        // The library takes twice as long for each level of such a key when it converts it to text.
        hasCollectionKey = true;
        const start = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        const reason = 'Unexpected list or map as a key, expected a word (key: value)';
        diagnostics.report(rule, reason, offset + start);
        return visit.BREAK;
      },
    });
    const isUsable = colons.length + problems.length === 0 && !hasCollectionKey;
    this.#document = isUsable ? document : undefined;
  }

  /** A registry file; `path` names it where it is missing, which is a fault. */
  static open(file: TextFile | undefined, path: string): YamlFile {
    const text = (file?.text ?? '').replace(/^\uFEFF/, '');
    const diagnostics = new Diagnostics(file?.path ?? path, text);
    if (file !== undefined) reportEncoding(file, diagnostics);
    const yaml = new YamlFile(diagnostics, 'registry-invalid', text, 0);
    checkInvisible(diagnostics);
    if (file?.invalidAt === undefined) checkCharacters(diagnostics);
    if (file === undefined) {
      diagnostics.report('registry-invalid', `Unexpected absence of ${path}, expected the file`, 0);
    }
    return yaml;
  }

  /** YAML that stands in a larger file, `offset` characters from its start. */
  static within(diagnostics: Diagnostics, rule: RuleId, text: string, offset: number): YamlFile {
    return new YamlFile(diagnostics, rule, text, offset);
  }

  get path(): string {
    return this.diagnostics.path;
  }

  /** Whether it holds nothing but white space and comments. */
  get isEmpty(): boolean {
    return this.#document !== undefined && this.#document.contents === null;
  }

  /** How many entries the list has that the file is; anything but a list or nothing is a fault. */
  get listLength(): number {
    if (this.#document === undefined || this.isEmpty) return 0;
    const { contents } = this.#document;
    if (isSeq(contents)) return contents.items.length;
    this.report(this.rule, 'Unexpected content, expected a list of entries (- name: …)', []);
    return 0;
  }

  /** The keys of the map that the file is, in order; anything but a map or nothing is a fault. */
  get keys(): string[] {
    if (this.#document === undefined || this.isEmpty) return [];
    const { contents } = this.#document;
    if (isMap(contents)) return contents.items.map((pair) => String(pair.key));
    this.report(this.rule, 'Unexpected content, expected a map (key: value)', []);
    return [];
  }

  /** The value at `path` as `schema` wants it, or `undefined` with a fault for each thing amiss. */
  check<T>(path: Step[], schema: z.ZodType<T>): T | undefined {
    if (this.#document === undefined) return undefined;
    const plain = toPlain(this.#document, path);
    if (plain instanceof Error) {
      this.report(this.rule, `Unexpected YAML, ${reasonOf(plain)}`, path);
      return undefined;
    }
    const result = schema.safeParse(plain);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const steps = issue.path.filter((step) => typeof step !== 'symbol');
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) this.#reportKey(key, [...path, ...steps], schema);
        continue;
      }
      const field = steps.length === 0 ? '' : ` for \`${steps.join('.')}\``;
      const reason = `Unexpected value${field}, ${lowerFirst(issue.message)}`;
      this.report(this.rule, reason, [...path, ...steps]);
    }
    return undefined;
  }

  report(rule: RuleId, reason: string, path: Step[], cause?: VFileMessage): void {
    this.diagnostics.report(rule, reason, this.#offsetOf(path), { cause });
  }

  pointOf(path: Step[]) {
    return this.diagnostics.pointOf(this.#offsetOf(path));
  }

  #reportKey(key: string, mapPath: Step[], schema: z.ZodType): void {
    const map = this.#document?.getIn(mapPath, true);
    const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    const at = start === undefined ? this.#offsetOf(mapPath) : this.offset + start;
    const keys = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    const expected = keys.length === 0 ? 'none' : `one of ${keys.join(', ')}`;
    this.diagnostics.report(this.rule, `Unexpected key \`${key}\`, expected ${expected}`, at);
  }

  /** Where the value at `path` begins, or the nearest value around it that is there. */
  #offsetOf(path: Step[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#document?.getIn(path.slice(0, length), true);
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start !== undefined) return this.offset + start;
    }
    return this.offset;
  }
}

/** What the library says; of what it could not go down to, what it ran out of. */
function reasonOf({ message }: Error): string {
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

/** The value at `path`, keys with nothing behind them left out; the error of aliases without end. */
function toPlain(document: Document, path: Step[]): unknown {
  const node = document.getIn(path, true);
  if (!isNode(node)) return undefined;
  try {
    const value: unknown = node.toJS(document);
    if (!isMap(node) || value === null || typeof value !== 'object') return value ?? undefined;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
