import type { VFileMessage } from 'vfile-message';
import { isMap, isNode, isSeq } from 'yaml';
import { z } from 'zod';
import { Diagnostics } from '../faults/diagnostics.ts';
import type { RuleId } from '../faults/rules.ts';
import { checkCharacters } from '../prose/characters.ts';
import { checkInvisible } from '../prose/invisible.ts';
import { reportEncoding, type TextFile } from '../text-file.ts';
import { lowerFirst, readYaml, reasonOf, YamlNodes } from './read-yaml.ts';

type Step = string | number;

/** A YAML text whose values are checked against schemas, each fault at the value it is about. */
export class YamlFile {
  readonly #nodes: YamlNodes | undefined;

  private constructor(
    readonly diagnostics: Diagnostics,
    readonly rule: RuleId,
    text: string,
    readonly offset: number,
  ) {
    const { document, faults } = readYaml(text);
    for (const fault of faults)
      diagnostics.report(fault.rule ?? rule, fault.reason, offset + fault.at);
    this.#nodes = document === undefined ? undefined : new YamlNodes(document);
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
    return this.#nodes?.document.contents === null;
  }

  /** How many entries the list has that the file is; anything but a list or nothing is a fault. */
  get listLength(): number {
    if (this.#nodes === undefined || this.isEmpty) return 0;
    const { contents } = this.#nodes.document;
    if (isSeq(contents)) return contents.items.length;
    this.report(this.rule, 'Unexpected content, expected a list of entries (- name: …)', []);
    return 0;
  }

  /** The keys of the map that the file is, in order; anything but a map or nothing is a fault. */
  get keys(): string[] {
    if (this.#nodes === undefined || this.isEmpty) return [];
    const { contents } = this.#nodes.document;
    if (isMap(contents)) return contents.items.map((pair) => String(pair.key));
    this.report(this.rule, 'Unexpected content, expected a map (key: value)', []);
    return [];
  }

  /** The value at `path` as `schema` wants it, or `undefined` with a fault for each thing amiss. */
  check<T>(path: Step[], schema: z.ZodType<T>): T | undefined {
    if (this.#nodes === undefined) return undefined;
    const plain = toPlain(this.#nodes, path);
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
    const map = this.#nodes?.at(mapPath);
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
      const node = this.#nodes?.at(path.slice(0, length));
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start !== undefined) return this.offset + start;
    }
    return this.offset;
  }
}

/** The value at `path`, keys with nothing behind them left out; the error of aliases without end. */
function toPlain(nodes: YamlNodes, path: Step[]): unknown {
  const node = nodes.at(path);
  if (!isNode(node)) return undefined;
  try {
    const value: unknown = node.toJS(nodes.document);
    if (!isMap(node) || value === null || typeof value !== 'object') return value ?? undefined;
    return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
