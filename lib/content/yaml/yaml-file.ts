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

/** A YAML text. Checks its values with schemas and reports each fault at the value it is about. */
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

  /** Opens a registry file. A missing file is a fault, reported under `path`. */
  static open(file: TextFile | undefined, path: string): YamlFile {
    const text = (file?.text ?? '').replace(/^\uFEFF/, '');
    const diagnostics = new Diagnostics(file?.path ?? path, text);
    if (file !== undefined) reportEncoding(file, diagnostics);
    const yaml = new YamlFile(diagnostics, 'registry-invalid', text, 0);
    checkInvisible(diagnostics);
    if (file?.invalidAt === undefined) checkCharacters(diagnostics);
    if (file === undefined) {
      diagnostics.report(
        'registry-invalid',
        `Unexpected content folder without ${path}, expected this file`,
        0,
      );
    }
    return yaml;
  }

  /** YAML inside a larger file, `offset` UTF-16 units from its start. */
  static within(diagnostics: Diagnostics, rule: RuleId, text: string, offset: number): YamlFile {
    return new YamlFile(diagnostics, rule, text, offset);
  }

  get path(): string {
    return this.diagnostics.path;
  }

  /** Whether it has only white space and comments. */
  get isEmpty(): boolean {
    return this.#nodes?.document.contents === null;
  }

  /** The length of the list that the file must be. Reports a file that is neither a list nor empty. */
  get listLength(): number {
    if (this.#nodes === undefined || this.isEmpty) return 0;
    const { contents } = this.#nodes.document;
    if (isSeq(contents)) return contents.items.length;
    this.report(this.rule, 'Unexpected content, expected a list of entries (- name: …)', []);
    return 0;
  }

  /** The keys, in order, of the map that the file must be. Reports a file that is neither a map nor empty. */
  get keys(): string[] {
    if (this.#nodes === undefined || this.isEmpty) return [];
    const { contents } = this.#nodes.document;
    if (isMap(contents)) return contents.items.map((pair) => String(pair.key));
    this.report(this.rule, 'Unexpected content, expected a map (key: value)', []);
    return [];
  }

  /** Whether there is a value at `path`. */
  has(path: Step[]): boolean {
    return this.#nodes?.at(path) !== undefined;
  }

  /** The value at `path`, checked with `schema`. Reports each fault, and returns `undefined` if there is one. */
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
        for (const key of issue.keys) this.#reportKey(key, path, steps, schema);
        continue;
      }
      const field = steps.length === 0 ? '' : ` for \`${steps.join('.')}\``;
      const reason = `Unexpected value${field}, ${expectationOf(issue.message)}`;
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

  /** @param steps where the map with the key is in what the schema checks */
  #reportKey(key: string, path: Step[], steps: Step[], schema: z.ZodType): void {
    const mapPath = [...path, ...steps];
    const map = this.#nodes?.at(mapPath);
    const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    const at = start === undefined ? this.#offsetOf(mapPath) : this.offset + start;
    const keys = keysAt(schema, steps);
    const expected = keys.length === 0 ? 'none' : `one of ${keys.join(', ')}`;
    this.diagnostics.report(this.rule, `Unexpected key \`${key}\`, expected ${expected}`, at);
  }

  /** The offset of the value at `path`, or of the nearest value around it that exists. */
  #offsetOf(path: Step[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#nodes?.at(path.slice(0, length));
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start !== undefined) return this.offset + start;
    }
    return this.offset;
  }
}

/** The keys of a map in what a schema checks; none where it has no map of known keys there. */
function keysAt(schema: unknown, [step, ...steps]: Step[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return keysAt(schema.unwrap(), step === undefined ? [] : [step, ...steps]);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, steps);
  if (!(schema instanceof z.ZodObject)) return [];
  return step === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[step], steps);
}

/** The message of a schema, without the words of zod before it: `Invalid input: expected string, received number`. */
function expectationOf(message: string): string {
  return lowerFirst(message.replace(/^[A-Z][a-z ]+: (?=expected )/, ''));
}

/** The value at `path`, without keys that have no value. Returns the library's error for too many aliases. */
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
