import type { Diagnostics, Edit } from '#lib/content/diagnostics.ts';
import { isFixable } from './report.ts';

export type Mended = {
  text: string;
  /** How many faults of each rule were mended. */
  mended: Map<string, number>;
  /** The faults that are left of those, for a person to mend. */
  left: Map<string, number>;
};

/** What is mended may show the next fault: the parser is asked again after each pass. */
const MOST_PASSES = 50;

/**
 * Mends what can be mended in the text of an issue; all else stays as it is, character for character.
 * @param check gives the faults of a text
 */
export function mendText(text: string, check: (text: string) => Diagnostics): Mended {
  // Offsets are those of the text behind a byte order mark.
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  let now = text.slice(mark.length);
  let diagnostics = check(now);
  const before = countFixable(diagnostics);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = applyEdits(now, chooseEdits(diagnostics));
    if (next === now) break;
    now = next;
    diagnostics = check(now);
  }
  const left = countFixable(diagnostics);
  const mended = Array.from(
    before,
    ([rule, count]) => [rule, count - (left.get(rule) ?? 0)] as const,
  );
  return { text: mark + now, mended: new Map(mended.filter(([, count]) => count > 0)), left };
}

/** A text with edits put in; no two of them may overlap. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text);
}

/** The edits for the faults of a file; of two faults at one place the second waits for the next pass. */
function chooseEdits(diagnostics: Diagnostics): Edit[] {
  const chosen: Edit[] = [];
  for (const fault of diagnostics.messages.filter(isFixable)) {
    const edits = diagnostics.editsFor(fault);
    if (!edits.some((edit) => chosen.some((other) => overlap(edit, other)))) chosen.push(...edits);
  }
  return chosen;
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

function countFixable({ messages }: Diagnostics): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of messages.filter(isFixable))
    counts.set(ruleId ?? '', (counts.get(ruleId ?? '') ?? 0) + 1);
  return counts;
}
