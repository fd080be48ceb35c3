import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import {
  getFirstConsumedCharAfter,
  isPotentiallyEmpty,
  type ReadonlyFlags,
  toUnicodeSet,
} from 'regexp-ast-analysis';
import { analyse } from 'scslre';

/** A regular expression of the project, and the file that holds it. */
export type Pattern = { file: string; source: string; flags: string };

const root = join(import.meta.dirname, '../..');

/** The literal regular expressions in a file of the project; those made of strings are not found. */
export function patternsIn(file: string): Pattern[] {
  const loader = file.endsWith('.tsx') ? 'tsx' : 'ts';
  const text = readFileSync(join(root, file), 'utf8');
  // acorn reads JavaScript only, so types are removed first.
  const { code } = transformSync(text, { loader, jsx: 'automatic' });
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  return literalsIn(tree).map((literal) => ({ file, ...literal }));
}

function literalsIn(node: Node): Omit<Pattern, 'file'>[] {
  const own = 'regex' in node ? readRegex(node.regex) : [];
  const children = Object.values(node).flat().filter(isNode);
  return [...own, ...children.flatMap(literalsIn)];
}

function readRegex(regex: unknown): Omit<Pattern, 'file'>[] {
  if (typeof regex !== 'object' || regex === null) return [];
  if (!('pattern' in regex && 'flags' in regex)) return [];
  return [{ source: String(regex.pattern), flags: String(regex.flags) }];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Why a pattern may take time that grows faster than its text; empty where it cannot. */
export function slownessOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string[] {
  const parser = new RegExpParser();
  const parsed = parser.parseFlags(flags);
  const pattern = parser.parsePattern(source, 0, source.length, parsed);
  return [
    ...analyse({ source, flags }).reports.map(({ type, exponential }) => {
      if (exponential) return 'exponential: a repeat within a repeat';
      if (type === 'Move') return 'quadratic: a repeat that is tried again from each character';
      return 'quadratic: two repeats of the same characters';
    }),
    ...nestedRepeats(pattern, parsed),
    ...restarts(pattern, parsed),
  ];
}

type Chars = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass;
type CharRepeat = AST.Quantifier & { element: Chars };

function isChars(element: AST.Element): element is Chars {
  return /^(Character|CharacterClass|CharacterSet|ExpressionCharacterClass)$/.test(element.type);
}

function isUnbounded(node: AST.Node): node is AST.Quantifier {
  return node.type === 'Quantifier' && node.max === Number.POSITIVE_INFINITY;
}

/** The nodes that contain a node of a pattern, the nearest first. */
function around({ parent }: AST.Node): AST.Node[] {
  return parent === null ? [] : [parent, ...around(parent)];
}

/** Whether an element repeats one character, or one of a class, without a bound. */
function isCharRepeat(element: AST.Element): element is CharRepeat {
  return isUnbounded(element) && isChars(element.element);
}

/**
 * Repeated groups with an inner repeat that also matches its own ending, as `[\s\S]*?` matches `-->` in
 * `(<!--[\s\S]*?-->)*`: a text can be split among the groups in exponentially many ways. scslre compares single
 * characters and misses a longer ending.
 */
function nestedRepeats(pattern: AST.Pattern, flags: ReadonlyFlags): string[] {
  const found: string[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(inner) {
      if (!isCharRepeat(inner)) return;
      const after = getFirstConsumedCharAfter(inner, 'ltr', flags);
      if (after.char.isDisjointWith(toUnicodeSet(inner.element, flags).chars)) return;
      if (around(inner).some(isUnbounded)) found.push(`exponential: ${inner.raw} within a repeat`);
    },
  });
  return found;
}

/**
 * Repeats that also match the beginning before them, as `[^>]*` matches `<a ` in `<a [^>]*href`. Where the end is
 * missing, every further `<a ` in the text is tried, and each try reads to the same place: quadratic time.
 */
function restarts(pattern: AST.Pattern, flags: ReadonlyFlags): string[] {
  if (flags.sticky) return [];
  return pattern.alternatives.flatMap((alternative) => {
    const elements = alternative.elements.flatMap(ungroup);
    return elements.flatMap((repeat, index) => {
      if (!isCharRepeat(repeat)) return [];
      const before = elements.slice(0, index);
      const behind = elements.slice(index + 1);
      const mayFail = behind.some(
        (each) => each.type === 'Assertion' || !isPotentiallyEmpty(each, flags),
      );
      const hasStart = before.some((each) => each.type !== 'Assertion');
      const isTakenIn = before.every((each) => fits(each, repeat, flags));
      return mayFail && hasStart && isTakenIn
        ? [`quadratic: ${repeat.raw} takes in the beginning before it`]
        : [];
    });
  });
}

function ungroup(element: AST.Element): AST.Element[] {
  const isGroup = element.type === 'Group' || element.type === 'CapturingGroup';
  const [only, ...others] = isGroup ? element.alternatives : [];
  return only !== undefined && others.length === 0 ? only.elements.flatMap(ungroup) : [element];
}

/** Whether the characters that a repeat matches can also match an element. */
function fits(element: AST.Element, repeat: CharRepeat, flags: ReadonlyFlags): boolean {
  const taken = toUnicodeSet(repeat.element, flags);
  if (isChars(element)) return !toUnicodeSet(element, flags).isDisjointWith(taken);
  if (element.type === 'Quantifier')
    return element.min === 0 || fits(element.element, repeat, flags);
  const isBehind = element.type === 'Assertion' && element.kind === 'lookbehind' && !element.negate;
  if (element.type === 'Group' || element.type === 'CapturingGroup' || isBehind)
    return element.alternatives.some(({ elements }) =>
      elements.every((each) => fits(each, repeat, flags)),
    );
  // `^` alone holds a pattern to one place, or with the flag m to the beginnings of lines.
  if (element.type === 'Assertion' && element.kind === 'start')
    return flags.multiline === true && taken.chars.has(10);
  return true;
}
