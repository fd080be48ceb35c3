import { fold } from '#lib/site/fold.ts';
import type { JoinEntry } from '../corrections/desk-entry.ts';
import type { ActFact, ActStep } from '../facts.ts';
import type { ToldStep } from './steps.ts';

/** An act while the entries are read. */
export type ActDraft = Pick<ActFact, 'name' | 'type' | 'state'> & {
  id: string;
  /** The names that the items give it, folded. */
  names: string[];
  /** The oldest first. */
  facts: ToldStep<ActStep>[];
  /** The ids that acts had before an editor joined them to this one. */
  lostIds: string[];
};

/**
 * Joins and names acts as an editor says. The oldest of those that are one act keeps its id.
 * @param drafts the oldest first
 */
export function joinActs(drafts: readonly ActDraft[], entries: readonly JoinEntry[]): ActDraft[] {
  const joined = new Set(drafts);
  for (const { join, name } of entries) {
    const isMeant = ({ id, lostIds }: ActDraft) =>
      [id, ...lostIds].some((each) => join.ids.includes(each));
    const [oldest, ...others] = [...joined].filter(isMeant);
    if (oldest === undefined) continue;
    for (const other of others) {
      joined.delete(other);
      oldest.names.push(...other.names);
      oldest.lostIds.push(other.id, ...other.lostIds);
      oldest.state ??= other.state;
      oldest.facts.push(...other.facts);
    }
    oldest.facts.sort(byIssue);
    if (name === undefined) continue;
    oldest.name = name;
    if (!oldest.names.includes(fold(name))) oldest.names.push(fold(name));
  }
  return [...joined];
}

function byIssue({ entry: a }: ToldStep<ActStep>, { entry: b }: ToldStep<ActStep>): number {
  return a.issue.date < b.issue.date ? -1 : a.issue.date > b.issue.date ? 1 : 0;
}
