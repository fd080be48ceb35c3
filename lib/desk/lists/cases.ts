import type { Archive } from '#lib/content/archive.ts';
import type { Entry } from '#lib/content/queries.ts';
import { memoise } from '#lib/system/memo.ts';
import type { JoinEntry } from '../corrections/desk-entry.ts';
import { correctionOf, joinsOf, placedCasesOf } from '../corrections/desk-of.ts';
import type { CaseFact, CaseStep, CaseSum } from '../facts.ts';
import { mergeNames, nameOfCase } from './case-names.ts';
import { stepsOf } from './case-steps.ts';
import { oldestFirst } from './entries.ts';
import { type JoinedCase, joinReports, type Report } from './join-reports.ts';
import type { Step } from './steps.ts';

/** A case, with all that the items report on it. */
export type Case = Omit<CaseFact, 'name' | 'steps' | 'sums' | 'sentences' | 'clause'> & {
  /**
   * The day and the id of the item that first reported it: `2025-06-30-bn9c3y`; with `-2` for the second case of an
   * item. It is the last step of its page's address, and stays the same as issues are added.
   */
  id: string;
  name: string;
  /** Whether its defendants are accused of a crime. */
  isCriminal: boolean;
  /** In their order. There is at least one. */
  steps: readonly Step<CaseStep>[];
  /** Each sum once, with the entry that first names it. */
  sums: readonly (CaseSum & { entry: Entry })[];
  /** Prison terms, in the words of the items. */
  sentences: readonly string[];
  /** The entries that report it, the oldest first. */
  entries: readonly Entry[];
};

/** The cases of an archive. */
export type Cases = {
  /** Those that were last in the news come first. */
  all: readonly Case[];
  byId: ReadonlyMap<string, Case>;
  /** Ids of cases that were public once and are joined to an older case now. */
  moved: readonly { from: string; to: Case }[];
};

/**
 * Every case that an item reports, each once however many items report it. Memoised: it takes 0.4 s for 520 issues, and
 * the page of each case asks.
 */
export const casesOf: (archive: Archive) => Cases = memoise(findCases);

function findCases(archive: Archive): Cases {
  const entries = joinsOf(archive, 'cases');
  const joins = entries.map(({ join }) => join.ids);
  const names = namesById(entries);
  const joined = joinReports(reportsIn(archive), joins).map((each) => ({
    ...each,
    case: caseOf(each, names),
  }));
  const all = joined.map((each) => each.case);
  all.sort((a, b) => (lastDayOf(a) < lastDayOf(b) ? 1 : lastDayOf(a) > lastDayOf(b) ? -1 : 0));
  return {
    all,
    byId: new Map(all.map((each) => [each.id, each])),
    moved: joined.flatMap(({ lostIds, case: to }) => lostIds.map((from) => ({ from, to }))),
  };
}

function* reportsIn(archive: Archive): Iterable<Report> {
  for (const entry of oldestFirst(archive)) {
    const { issue, item } = entry;
    const cases = placedCasesOf(archive, entry);
    if (cases.length === 0) continue;
    const isApart = correctionOf(archive, entry)?.apart === true;
    for (const [index, fact] of cases.entries()) {
      if (fact === undefined) continue;
      const id = `${issue.date}-${item.id}${index === 0 ? '' : `-${index + 1}`}`;
      yield { id, entry, fact, isApart };
    }
  }
}

/** The names that an editor gives to cases, by the ids of their reports. */
function namesById(entries: readonly JoinEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ join, name }) =>
      name === undefined ? [] : join.ids.map((id) => [id, name] as const),
    ),
  );
}

/** @throws Error for a case without a report */
function caseOf({ reports }: JoinedCase, names: ReadonlyMap<string, string>): Case {
  const [first] = reports;
  if (first === undefined) throw new Error('a case has at least one report');
  const facts = reports.map(({ fact }) => fact);
  const steps = stepsOf(reports);
  const plaintiffs = facts.reduce<string[]>((all, each) => mergeNames(all, each.plaintiffs), []);
  const defendants = facts.reduce<string[]>((all, each) => mergeNames(all, each.defendants), []);
  const sentences = [...new Set(facts.flatMap((fact) => fact.sentences.map(({ words }) => words)))];
  const isCriminal = sentences.length > 0 || steps.some(({ step }) => step === '提起公诉');
  const given = reports.map(({ id }) => names.get(id)).find((name) => name !== undefined);
  const own = given ?? facts.find(({ name }) => name !== undefined)?.name;
  return {
    id: first.id,
    name: nameOfCase({ name: own, plaintiffs, defendants, isCriminal }, first.entry.item.title),
    plaintiffs,
    defendants,
    numbers: [...new Set(facts.flatMap(({ numbers }) => numbers))],
    courts: facts.reduce<string[]>((all, each) => mergeNames(all, each.courts), []),
    state: facts.find(({ state }) => state !== undefined)?.state,
    isCriminal,
    steps,
    sums: sumsOf(reports),
    sentences,
    entries: [...new Set(reports.map(({ entry }) => entry))],
  };
}

function sumsOf(reports: readonly Report[]): Case['sums'] {
  const sums = new Map<string, Case['sums'][number]>();
  for (const { entry, fact } of reports)
    for (const sum of fact.sums) {
      const key = `${sum.role} ${sum.currency} ${sum.amount}`;
      if (!sums.has(key)) sums.set(key, { ...sum, entry });
    }
  return [...sums.values()];
}

function lastDayOf({ entries }: Case): string {
  return entries.at(-1)?.issue.date ?? '';
}
