import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import { memoise } from '#lib/system/memo.ts';
import type { CaseFact, DeskFacts } from '../facts.ts';
import { correctCases } from './correct-cases.ts';
import { correctedFacts } from './corrected-facts.ts';
import type { DeskEntry, ItemCorrection, JoinEntry } from './desk-entry.ts';

/** What the lists take from an item: what was read in it, as `desk.yml` corrects it. */
export function deskOf(archive: Pick<Archive, 'factsOf' | 'desk'>, entry: Entry): DeskFacts {
  const { issue, item } = entry;
  const { desk } = archive.factsOf(item, issue.date);
  const correction = correctionOf(archive, entry);
  return correction === undefined ? desk : correctedFacts(desk, correction, item.title);
}

/**
 * The cases of `deskOf`, each at the position in its item of which its address is made, see `correctCases`. Where a case
 * was read that is not listed, it is `undefined`.
 */
export function placedCasesOf(
  archive: Pick<Archive, 'factsOf' | 'desk'>,
  entry: Entry,
): readonly (CaseFact | undefined)[] {
  const { issue, item } = entry;
  const { cases } = archive.factsOf(item, issue.date).desk;
  const correction = correctionOf(archive, entry);
  return correction === undefined ? cases : correctCases(cases, correction, item.title);
}

/** What `desk.yml` says of an item. */
export function correctionOf(
  { desk }: Pick<Archive, 'desk'>,
  entry: Entry,
): ItemCorrection | undefined {
  // Most publications correct few items, and an address need not be made for each of the others.
  return desk.length === 0 ? undefined : correctionsIn(desk).get(permalinkOf(entry));
}

/** The entries of `desk.yml` that join or name laws, or cases. */
export function joinsOf({ desk }: Pick<Archive, 'desk'>, list: 'laws' | 'cases'): JoinEntry[] {
  return desk.flatMap((entry) => ('join' in entry && entry.join.list === list ? [entry] : []));
}

/** Memoised: the three lists ask for each item, which would take 3 s for 520 issues and 200 corrections. */
const correctionsIn = memoise(
  (desk: readonly DeskEntry[]): ReadonlyMap<string, ItemCorrection> =>
    new Map(desk.flatMap((entry) => ('item' in entry ? [[entry.item, entry]] : []))),
);
