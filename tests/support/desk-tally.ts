import { plainChinese } from '#lib/references/plain-chinese.ts';

/** How often a list was right: what it shows rightly and wrongly, and what it leaves out. */
export type Score = { right: number; wrong: string[]; missed: string[] };

/** Counts the facts of a list that were read rightly and wrongly, and those that were left out. */
export class Tally {
  readonly score: Score = { right: 0, wrong: [], missed: [] };

  /** Compares what was read with what the reader lists. Both are lists of facts, compared by `same`. */
  compare<Read, Label>(
    read: readonly Read[],
    labels: readonly Label[],
    allowed: readonly Label[],
    same: (read: Read, label: Label) => boolean,
    write: (fact: Read | Label) => string,
  ): void {
    const open = [...labels];
    for (const fact of read) {
      const at = open.findIndex((label) => same(fact, label));
      if (at !== -1) {
        open.splice(at, 1);
        this.score.right += 1;
      } else if (
        !labels.some((label) => same(fact, label)) &&
        !allowed.some((label) => same(fact, label))
      )
        this.score.wrong.push(write(fact));
    }
    for (const label of open) this.score.missed.push(write(label));
  }
}

/** Precision and recall of a score: 1 where nothing was read or nothing was to be read. */
export function ratesOf({ right, wrong, missed }: Score): { precision: number; recall: number } {
  const rate = (all: number) => (all === 0 ? 1 : right / all);
  return { precision: rate(right + wrong.length), recall: rate(right + missed.length) };
}

/** A name as it is compared: without marks, blanks, width and case. */
export function plain(name: string): string {
  return plainChinese(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:生效|实施|适用|执行)$/, '施行')
    .replace(/[《》〈〉“”"‘’'「」『』·\s()（）,，、]/g, '');
}

/** The spellings that a label allows. */
function spellings(label: string): string[] {
  return label
    .split('|')
    .map(plain)
    .filter((name) => name !== '');
}

/** Whether a name that was read is one of the spellings, or a part of one that still names the same. */
export function isNamed(read: string, label: string, slack = 4): boolean {
  const name = plain(read);
  return spellings(label).some(
    (spelling) =>
      spelling === name ||
      (name.length >= 2 && spelling.includes(name) && name.length * 2 >= spelling.length) ||
      (name.includes(spelling) && name.length <= spelling.length + slack),
  );
}

/** A step of a label and its day: 通过 2025-06-27. */
export function splitStep(text: string): { step: string; day: string | undefined } {
  const [step = '', day] = text.split(' ');
  return { step, day };
}
