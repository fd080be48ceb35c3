import type { Entry } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { CaseFact } from '../facts.ts';
import { NameIndex } from './name-index.ts';
import { areContrary, canFollow, groupOf, type KnownCase } from './same-case.ts';

/** A report on a case: what one item says of it. `id` is the address that the case has if this is its first report. */
export type Report = {
  id: string;
  entry: Entry;
  fact: CaseFact;
  /** Whether an editor says that it is of no case that older items report. */
  isApart?: boolean;
};

/** The reports on one case, the oldest first, and the addresses that it had before it was joined with older cases. */
export type JoinedCase = { reports: Report[]; lostIds: string[] };

/** A case while reports are read. Older cases have smaller numbers. `into` is the case that it was joined to. */
type Draft = JoinedCase & { number: number; known: KnownCase; into?: Draft };

/**
 * Joins the reports on each case. Two are of one case if they give the same number, or the same plaintiff and the same
 * defendant (one name may contain the other). A word such as 作家 counts as a plaintiff only under the conditions of
 * `canFollow`. Two cases of one item are never joined by their parties.
 *
 * Each report is looked up by its numbers and its parties, so that the time grows in step with the reports.
 * @param reports the oldest first
 * @param joins ids of reports that an editor says are of one case
 */
export function joinReports(
  reports: Iterable<Report>,
  joins: readonly (readonly string[])[] = [],
): JoinedCase[] {
  const drafts: Draft[] = [];
  const index = new CaseIndex();
  for (const report of reports) {
    const found = report.isApart === true ? [] : index.find(report).map(resolve);
    const draft = firstOf(found, report) ?? newDraft(drafts);
    draft.reports.push(report);
    learn(draft.known, report);
    index.add(report, draft);
  }
  joinByIds(drafts, joins);
  return drafts.filter(({ into }) => into === undefined);
}

/** A day before every issue. */
const FIRST: IsoDate = '0001-01-01';

function newDraft(drafts: Draft[]): Draft {
  const known: KnownCase = { state: undefined, courts: [], numbers: [], steps: [], last: FIRST };
  const draft: Draft = { number: drafts.length, reports: [], lostIds: [], known };
  drafts.push(draft);
  return draft;
}

function resolve(draft: Draft): Draft {
  let found = draft;
  while (found.into !== undefined) found = found.into;
  return found;
}

/** The oldest of the cases that a report belongs to, with the others joined to it. */
function firstOf(found: readonly Draft[], { entry }: Report): Draft | undefined {
  const [oldest, ...others] = oldestOf(found);
  if (oldest === undefined) return undefined;
  for (const other of others) {
    // A case that was not public before this issue had no address.
    const isPublic = other.reports.some(({ entry: { issue } }) => issue.date < entry.issue.date);
    join(oldest, other, isPublic);
  }
  return oldest;
}

function oldestOf(found: readonly Draft[]): Draft[] {
  return [...new Set(found)].sort((a, b) => a.number - b.number);
}

/** @param isPublic whether the case that is joined to the older one had an address */
function join(oldest: Draft, other: Draft, isPublic: boolean): void {
  other.into = oldest;
  const [first] = other.reports;
  if (isPublic && first !== undefined) oldest.lostIds.push(first.id);
  oldest.lostIds.push(...other.lostIds);
  for (const report of other.reports) learn(oldest.known, report);
  oldest.reports = [...oldest.reports, ...other.reports].sort(
    (a, b) => dayNumber(a) - dayNumber(b),
  );
}

function joinByIds(drafts: readonly Draft[], joins: readonly (readonly string[])[]): void {
  if (joins.length === 0) return;
  const byId = new Map(
    drafts.flatMap((draft) => draft.reports.map(({ id }) => [id, draft] as const)),
  );
  for (const ids of joins) {
    const found = ids.flatMap((id) => byId.get(id) ?? []).map(resolve);
    const [oldest, ...others] = oldestOf(found);
    if (oldest !== undefined) for (const other of others) join(oldest, other, true);
  }
}

function dayNumber({ entry }: Report): number {
  return Number(entry.issue.date.replaceAll('-', ''));
}

/** Adds what a report says to what is known of its case. */
function learn(known: KnownCase, { entry, fact }: Report): void {
  const { date } = entry.issue;
  known.state ??= fact.state;
  known.courts.push(...fact.courts.filter((court) => !known.courts.includes(court)));
  known.numbers.push(...fact.numbers.filter((number) => !known.numbers.includes(number)));
  known.steps.push(...fact.steps);
  if (date > known.last) known.last = date;
}

/** Finds cases by their numbers and their parties. */
class CaseIndex {
  readonly #byNumber = new Map<string, Draft>();
  readonly #names = new NameIndex();
  /** The case that was last reported between two parties. */
  readonly #byParties = new Map<string, Draft>();

  add({ fact }: Report, draft: Draft): void {
    for (const number of fact.numbers) this.#byNumber.set(number, draft);
    for (const defendant of fact.defendants.filter(isIdentity)) {
      const id = this.#names.add(defendant);
      for (const group of groupsOf(fact)) this.#byParties.set(`${id} ${group}`, draft);
      for (const plaintiff of fact.plaintiffs) {
        if (groupOf(plaintiff) === undefined && isIdentity(plaintiff))
          this.#byParties.set(`${id} ${this.#names.add(plaintiff)}`, draft);
      }
    }
  }

  /** The cases that a report is of. They may have been joined to others. */
  find(report: Report): Draft[] {
    const found = report.fact.numbers.flatMap((number) => this.#byNumber.get(number) ?? []);
    const byParties = this.#findByParties(report);
    return byParties === undefined ? found : [...found, byParties];
  }

  #findByParties({ fact, entry }: Report): Draft | undefined {
    const { plaintiffs, defendants } = fact;
    const ids = defendants.filter(isIdentity).flatMap((name) => this.#names.find(name));
    const named = plaintiffs.filter((name) => groupOf(name) === undefined && isIdentity(name));
    const next = { ...fact, last: entry.issue.date };
    for (const id of ids) {
      for (const other of named.flatMap((name) => this.#names.find(name))) {
        const draft = this.#at(`${id} ${other}`);
        if (draft !== undefined && !areContrary(draft.known, next) && !isOfItem(draft, entry))
          return draft;
      }
      for (const group of groupsOf(fact)) {
        const draft = this.#at(`${id} ${group}`);
        if (draft !== undefined && canFollow(draft.known, next)) return draft;
      }
    }
    return undefined;
  }

  #at(key: string): Draft | undefined {
    const draft = this.#byParties.get(key);
    return draft && resolve(draft);
  }
}

/** The words for the plaintiffs of a report that are no names. */
function groupsOf({ plaintiffs, plaintiffGroup }: CaseFact): string[] {
  const words = plaintiffGroup === undefined ? plaintiffs : [...plaintiffs, plaintiffGroup];
  return words.flatMap((word) => groupOf(word) ?? []);
}

/** 张某 may be anybody. */
function isIdentity(name: string): boolean {
  return !/^\p{Script=Han}某/u.test(name);
}

function isOfItem({ reports }: Draft, entry: Entry): boolean {
  return reports.at(-1)?.entry === entry;
}
