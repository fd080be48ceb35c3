import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { RuleId } from '../faults/rules.ts';
import { badCharacters } from '../prose/characters.ts';
import { firstInvisible } from '../prose/invisible.ts';

/** Something that YAML reads differently than its writer means: the message, and its offset in the text. */
export type YamlSlip = { reason: string; at: number; rule?: RuleId };

/** A key whose colon YAML does not recognise: it is full-width, or no half-width blank follows it. */
const COLON = /^(?:- +)?([A-Za-z_-]+)[ \t]*(：|:(?=[\u00a0\u3000])|:(?=[^\s:/]))/gm;

/** Finds such keys. */
export function findColons(text: string): YamlSlip[] {
  return Array.from(text.matchAll(COLON), ({ 0: typed, 1: key, index }) => ({
    reason: `Unexpected \`${typed.trim()}\`, expected \`${key}: \` with a half-width colon and a half-width blank`,
    at: index,
  }));
}

/** Finds values that YAML reads differently than they look. */
export function findValues(document: Document, text: string): YamlSlip[] {
  const slips: YamlSlip[] = [];
  visit(document, {
    Scalar: (_, scalar) => {
      const at = scalar.range?.[0] ?? 0;
      const reason = reasonOf(scalar, text);
      if (reason !== undefined) slips.push({ reason, at });
      // Only characters typed by escapes: those typed as they are were found by the check of the whole file.
      const typed = text.slice(at, scalar.range?.[1]);
      if (typeof scalar.value !== 'string' || badCharacters(typed) !== undefined) return;
      const bad = badCharacters(scalar.value);
      if (bad !== undefined) slips.push({ ...bad, at });
    },
    Value: (_, node) => {
      if (isScalar(node) || !('anchor' in node) || node.anchor === undefined) return;
      slips.push({ reason: reasonOfAnchor(node.anchor), at: node.range?.[0] ?? 0 });
    },
  });
  return slips;
}

function reasonOf(scalar: Scalar, text: string): string | undefined {
  const { value, range, source, anchor } = scalar;
  const [start = 0, end = 0, whole = end] = range ?? [];
  const typed = text.slice(start, end);
  if (anchor !== undefined) return reasonOfAnchor(anchor);
  if (scalar.type === 'PLAIN') {
    if (typeof value === 'number' && String(value) !== source)
      return `Unexpected \`${source}\`, which YAML reads as ${value}, expected ${value}, or quotes around a text`;
    if (value === null && source !== '' && source !== undefined)
      return `Unexpected \`${source}\`, which YAML reads as nothing, expected quotes around a text`;
    const comment = commentOf(text.slice(end, whole), value);
    if (comment !== undefined) {
      const meant = JSON.stringify(`${typed}${text.slice(end, whole).trimEnd()}`.trim());
      return `Unexpected comment \`${comment}\` behind a value, expected ${meant} where it is a part of it, two blanks and \`# \` where it is none`;
    }
  }
  // Only characters typed by escapes: those typed as they are were found by the check of the whole file.
  const name = typeof value === 'string' ? firstInvisible(value) : undefined;
  if (name === undefined || firstInvisible(typed) !== undefined) return undefined;
  return `Unexpected ${name} in a value, which is not shown, expected text alone`;
}

/** A comment that may be meant as a part of the text before it: `特刊 #3 期`. A comment stands apart: `特刊  # 说明`. */
function commentOf(behind: string, value: unknown): string | undefined {
  const [, blanks = '', comment] = /^([ \t]*)(#[^\r\n]*)/.exec(behind) ?? [];
  if (comment === undefined) return undefined;
  const isText = typeof value === 'string' && value !== '';
  const isApart = /^#+(?:[ \t]|$)/.test(comment) && (!isText || blanks.length > 1);
  return (isText || value === null) && !isApart ? comment.trimEnd() : undefined;
}

function reasonOfAnchor(anchor: string): string {
  return `Unexpected \`&${anchor}\`, which YAML takes for a name of what follows, expected quotes around the value`;
}
