import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { RuleId } from '../faults/rules.ts';
import { badCharacters } from '../prose/characters.ts';
import { firstInvisible } from '../prose/invisible.ts';

/** A fault in a YAML text, and its offset `at` in the text. */
export type YamlFault = { reason: string; at: number; rule?: RuleId };

/** A key whose colon YAML does not recognise: it is full-width, or no half-width space follows it. */
const COLON = /^(?:- +)?([A-Za-z_-]+)[ \t]*(：|:(?=[\u00a0\u3000])|:(?=[^\s:/]))/gm;

/** Finds keys with a wrong colon. */
export function findColons(text: string): YamlFault[] {
  return Array.from(text.matchAll(COLON), ({ 0: match, 1: key, index }) => ({
    reason: `Unexpected \`${match.trim()}\`, expected \`${key}: \` with a half-width colon and a half-width space`,
    at: index,
  }));
}

/** Finds values that YAML reads as something else than their writer means. */
export function findValues(document: Document, text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Scalar: (_, scalar) => {
      const at = scalar.range?.[0] ?? 0;
      const reason = reasonOf(scalar, text);
      if (reason !== undefined) faults.push({ reason, at });
      // Only characters that are written as escapes. The others are found by the check of the whole file.
      const written = text.slice(at, scalar.range?.[1]);
      if (typeof scalar.value !== 'string' || badCharacters(written) !== undefined) return;
      const bad = badCharacters(scalar.value);
      if (bad !== undefined) faults.push({ ...bad, at });
    },
    Value: (_, node) => {
      if (isScalar(node) || !('anchor' in node) || node.anchor === undefined) return;
      faults.push({ reason: reasonOfAnchor(node.anchor), at: node.range?.[0] ?? 0 });
    },
  });
  return faults;
}

function reasonOf(scalar: Scalar, text: string): string | undefined {
  const { value, range, source, anchor } = scalar;
  const [start = 0, end = 0, whole = end] = range ?? [];
  const written = text.slice(start, end);
  if (anchor !== undefined) return reasonOfAnchor(anchor);
  if (scalar.type === 'PLAIN') {
    if (typeof value === 'number' && String(value) !== source)
      return `Unexpected \`${source}\`, which YAML reads as ${value}, expected ${value}, or quotes around a text`;
    if (value === null && source !== '' && source !== undefined)
      return `Unexpected \`${source}\`, which YAML reads as nothing, expected quotes around a text`;
    const comment = commentOf(text.slice(end, whole), value);
    if (comment !== undefined) {
      const meant = JSON.stringify(`${written}${text.slice(end, whole).trimEnd()}`.trim());
      return `Unexpected comment \`${comment}\` after a value, expected ${meant} if it is part of the value, or two spaces and \`# \` if it is a comment`;
    }
  }
  // Only characters that are written as escapes. The others are found by the check of the whole file.
  const name = typeof value === 'string' ? firstInvisible(value) : undefined;
  if (name === undefined || firstInvisible(written) !== undefined) return undefined;
  return `Unexpected invisible character ${name} in a value, expected the value without it`;
}

/** A comment that may be meant as part of the value before it: `特刊 #3 期`. `特刊  # 说明` is surely a comment. */
function commentOf(after: string, value: unknown): string | undefined {
  const [, blanks = '', comment] = /^([ \t]*)(#[^\r\n]*)/.exec(after) ?? [];
  if (comment === undefined) return undefined;
  const isText = typeof value === 'string' && value !== '';
  const isApart = /^#+(?:[ \t]|$)/.test(comment) && (!isText || blanks.length > 1);
  return (isText || value === null) && !isApart ? comment.trimEnd() : undefined;
}

function reasonOfAnchor(anchor: string): string {
  return `Unexpected \`&${anchor}\`, which YAML reads as a name for what follows, expected quotes around the value`;
}
