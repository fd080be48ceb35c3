import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import { permalink } from '#lib/content/registries/fields.ts';
import type { Listed } from '#lib/desk/listed.ts';
import { Failure } from '#lib/system/failure.ts';
import type { WrittenCorrection } from './correction-line.ts';

/** An answer that is written to `desk.yml`: a name to hide, or a correction. */
export type Answer = { hide: string } | { list: Listed['list']; correction: WrittenCorrection };

/** A field of an entry, and a value to add to its list. */
type Addition = { field: string; value: string | WrittenCorrection };

/**
 * Adds an answer to the text of `desk.yml`, in the entry of its item. All that is there stays as it is, byte for byte.
 * @param item the permalink of the item
 * @throws Failure where the file is not a list in YAML
 */
export function writeAnswer(text: string, item: string, answer: Answer): string {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0 || !(contents === null || isSeq(contents)))
    throw new Failure(
      'desk.yml cannot be read, so nothing can be added to it: npm run check says what to mend.',
      2,
    );
  const addition =
    'hide' in answer
      ? { field: 'hide', value: answer.hide }
      : { field: answer.list, value: answer.correction };
  const entries = contents === null ? [] : contents.items.filter((entry) => isMap(entry));
  const entry = entries.find((each) => isOf(each, item));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  if (entry !== undefined) return addToEntry(text, entry, addition, end);
  if (isSeq(contents) && contents.flow === true && contents.items.length > 0)
    return insert(text, endOf(contents.items.at(-1)), `, { item: ${item}, ${inLine(addition)} }`);
  // An empty list, `[]`, gives way to one with an entry in each line.
  const before = contents === null ? text : text.replace(/^\[\s*\]\s*$/m, '');
  // The entries of the list may be indented.
  const margin = /^([ \t]*)- /m.exec(before)?.[1] ?? '';
  const lines = [`${margin}- item: ${item}`, ...inLines(addition, `${margin}  `)];
  const start = before === '' || before.endsWith('\n') ? before : `${before}${end}`;
  return `${start}${lines.join(end)}${end}`;
}

function isOf(entry: YAMLMap, item: string): boolean {
  const read = permalink.safeParse(entry.get('item'));
  return read.success && read.data === item;
}

function addToEntry(text: string, entry: YAMLMap, addition: Addition, end: string): string {
  const { field, value } = addition;
  const pair = entry.items.find(({ key }) => isScalar(key) && key.value === field);
  const list = pair?.value;
  if (isSeq(list) && list.items.length > 0) {
    const last = endOf(list.items.at(-1));
    if (list.flow === true) return insert(text, last, `, ${flow(value)}`);
    const line = `${marginAt(text, startOf(list))}- ${flow(value)}`;
    return insert(text, lineEnd(text, last), end + line);
  }
  if (pair !== undefined) {
    // The field is there without a value, or with an empty list.
    const colon = text.indexOf(':', endOf(pair.key)) + 1;
    const rest = isSeq(list) ? endOf(list) : colon;
    return `${text.slice(0, colon)} [${flow(value)}]${text.slice(rest)}`;
  }
  const last = endOf(entry.items.at(-1)?.value);
  if (entry.flow === true) return insert(text, last, `, ${inLine(addition)}`);
  const lines = inLines(addition, marginAt(text, startOf(entry)));
  return insert(text, lineEnd(text, last), lines.map((line) => end + line).join(''));
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Where a value ends, without the comments and line breaks that the library counts to a list or a map in lines. */
function endOf(node: unknown): number {
  const last = lastOf(node);
  return last?.range?.[1] ?? 0;
}

/** The last value in a list or a map that is written in lines. */
function lastOf(node: unknown): Node | undefined {
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return lastOf(node.items.at(-1));
  if (isMap(node) && node.flow !== true && node.items.length > 0) {
    const { key, value } = node.items.at(-1) ?? {};
    return lastOf(value ?? key);
  }
  return isNode(node) ? node : undefined;
}

/** The end of the line, after a comment that stands there. */
function lineEnd(text: string, at: number): number {
  const found = /\r?\n/.exec(text.slice(at));
  return found === null ? text.length : at + found.index;
}

/** Blanks up to the column of an offset. */
function marginAt(text: string, at: number): string {
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
}

/** A value as it stands in `[ ]`. */
function flow(value: Addition['value']): string {
  const list = stringify([value], { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
  return list.slice('[ '.length, -' ]'.length);
}

function inLine({ field, value }: Addition): string {
  return `${field}: [${flow(value)}]`;
}

/** Names to hide stand in one line, and each correction in a line of its own. */
function inLines(addition: Addition, margin: string): string[] {
  const { field, value } = addition;
  if (field === 'hide') return [`${margin}${inLine(addition)}`];
  return [`${margin}${field}:`, `${margin}  - ${flow(value)}`];
}
