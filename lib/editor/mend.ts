import { isFixable } from '#lib/check/report.ts';
import type { Diagnostics, Edit } from '#lib/content/faults/diagnostics.ts';

export type Mended = {
  text: string;
  /** How many faults of each rule were mended. */
  mended: Map<string, number>;
  /** How many faults of these rules are left, for a person to mend. */
  left: Map<string, number>;
};

/** A mended fault may reveal another one, so the text is checked again after each pass. */
const MOST_PASSES = 50;

/**
 * Mends the faults of an issue that have edits. The rest of the text stays as it is, character for character.
 * @param check finds the faults of a text
 */
export function mendText(text: string, check: (text: string) => Diagnostics): Mended {
  // The offsets of faults do not count a byte order mark.
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

/** Applies edits to a text. No two of them may overlap. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const pieces = [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap((edit) => {
      const before = text.slice(end, edit.start);
      end = Math.max(end, edit.end);
      return [before, edit.text];
    });
  return pieces.join('') + text.slice(end);
}

/** The edits for the faults of a file. If those of two faults overlap, the second fault waits for the next pass. */
function chooseEdits(diagnostics: Diagnostics): Edit[] {
  /** Sorted by place. No two overlap, so a new edit has to be compared only with its two neighbours. */
  const chosen: Edit[] = [];
  for (const fault of diagnostics.messages.filter(isFixable)) {
    const edits = diagnostics.editsFor(fault);
    const fits = (edit: Edit) => {
      const next = placeFor(edit, chosen);
      const [before, after] = [chosen[next - 1], chosen[next]];
      return !(before && overlap(edit, before)) && !(after && overlap(edit, after));
    };
    if (edits.every(fits)) for (const edit of edits) chosen.splice(placeFor(edit, chosen), 0, edit);
  }
  return chosen;
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The index at which an edit goes into a list sorted by place: after the edits at the same place. */
function placeFor(edit: Edit, sorted: readonly Edit[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= edit.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countFixable({ messages }: Diagnostics): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of messages.filter(isFixable))
    counts.set(ruleId ?? '', (counts.get(ruleId ?? '') ?? 0) + 1);
  return counts;
}
