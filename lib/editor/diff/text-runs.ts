import { type ChangeObject, diffArrays } from 'diff';
import type { Run } from './difference.ts';

/**
 * What two texts have in common and what only one of them has, by character. Numbers and Latin words are whole: a
 * figure of which one digit is marked is hard to read. A common piece too short to help a reader counts as changed.
 */
export function runsOf(before: string, after: string): Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  // Paragraphs first: to compare long texts by character takes long, and most of their paragraphs are the same.
  const paragraphs = compare(before.split(/(?<=\n)/), after.split(/(?<=\n)/), MOST_PARAGRAPHS);
  return joined(
    replacements(joined(paragraphs)).flatMap((runs) => {
      if (runs.length < 2) return runs;
      const [removed, added] = [textOf(runs, 'removed'), textOf(runs, 'added')];
      return withoutScraps(joined(compare(tokensOf(removed), tokensOf(added), MOST_TOKENS)));
    }),
  );
}

/** Above these numbers of changes the whole of a text counts as changed: the time to compare grows by the square. */
const MOST_PARAGRAPHS = 1000;
const MOST_TOKENS = 1000;
/** Fewer common characters than this, between two changes, are no help to a reader. */
const FEWEST_SAME = 3;

/** Characters with their combining marks; numbers and Latin words are one token each. */
function tokensOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|[A-Za-z]+|[\s\S]\p{M}*/gu) ?? [];
}

function compare(before: string[], after: string[], most: number): Run[] {
  const changes: ChangeObject<string[]>[] = diffArrays(before, after, { maxEditLength: most }) ?? [
    { value: before, added: false, removed: true, count: before.length },
    { value: after, added: true, removed: false, count: after.length },
  ];
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** Groups neighbours that both texts have, and neighbours that were removed and added. */
function replacements(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    const isSame = last?.[0]?.kind === 'same';
    if (last === undefined || isSame !== (run.kind === 'same')) groups.push([run]);
    else last.push(run);
  }
  return groups;
}

/** Makes short common pieces between two changes a part of them. */
function withoutScraps(runs: readonly Run[]): Run[] {
  return joined(
    runs.flatMap((run, index): Run[] => {
      const isBetween = index > 0 && index < runs.length - 1;
      if (run.kind !== 'same' || !isBetween || run.text.length >= FEWEST_SAME) return [run];
      return [
        { kind: 'removed', text: run.text },
        { kind: 'added', text: run.text },
      ];
    }),
  );
}

/** Joins neighbours of one kind. Between two common pieces, what was removed comes before what was added. */
function joined(runs: readonly Run[]): Run[] {
  return replacements(runs).flatMap((group) => {
    const kinds = ['same', 'removed', 'added'] as const;
    return kinds.flatMap((kind) => {
      const text = textOf(group, kind);
      return text === '' ? [] : [{ kind, text }];
    });
  });
}

function textOf(runs: readonly Run[], kind: Run['kind']): string {
  return runs.map((run) => (run.kind === kind ? run.text : '')).join('');
}

/** How much of a common piece is shown beside a change, and at most of a changed piece, in characters. */
const CONTEXT = 12;
const MOST_CHANGED = 600;

/** Shortens runs to the changes and a few characters around each. What is left out is `……`. */
export function shorten(runs: readonly Run[]): Run[] {
  return runs.map(({ kind, text }, index) => {
    const characters = [...text];
    if (kind !== 'same') {
      const rest = characters.length - MOST_CHANGED;
      if (rest <= 0) return { kind, text };
      return { kind, text: `${characters.slice(0, MOST_CHANGED).join('')}……（还有${rest}字）` };
    }
    const start = index === 0 ? '' : characters.slice(0, CONTEXT).join('');
    const end = index === runs.length - 1 ? '' : characters.slice(-CONTEXT).join('');
    const fits = characters.length <= CONTEXT * (start === '' || end === '' ? 1 : 2);
    return { kind, text: fits ? text : `${start}……${end}` };
  });
}
