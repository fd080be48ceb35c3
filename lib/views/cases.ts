import type { Archive } from '#lib/content/archive.ts';
import { type Case, casesOf } from '#lib/desk/lists/cases.ts';
import { dayOfStep } from '#lib/desk/lists/steps.ts';
import { caseSteps, caseSums } from '#lib/desk/words.ts';
import { type IsoDate, yearOf } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { subjectsData } from '#lib/syndication/structured-data/collection.ts';
import { memoise } from '#lib/system/memo.ts';
import { type DeskList, type DeskProps, deskPage } from './desk.ts';
import { type LastStep, type StepRef, stepRef } from './desk-steps.ts';
import { dayOf } from './laws.ts';
import { type ByYear, byYear, type Period } from './period.ts';

/** A fact of a case with its name. It is left out where no item states it. */
export type CaseDetail = { name: string; value: string };

/** A case in a list. */
export type CaseRef = {
  name: string;
  path: string;
  /** Parties, jurisdiction and case numbers. */
  details: CaseDetail[];
  courts: string;
  /** Sums and sentences. */
  sums: CaseDetail[];
  steps: StepRef[];
  last: LastStep;
};

/** The cases that have steps in a period, the last step first. */
export type CasesProps = DeskProps & { cases: CaseRef[] };

/** A case, under the day of its last step in a year. */
export type CaseInYear = { case: Case; day: IsoDate };

/** `undefined` for a period in which no case has a step. */
export function casesPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CasesProps | undefined {
  const desk = deskPage(archive, caseList(archive), period);
  return desk && { ...desk.page, cases: desk.listed.map(caseRef) };
}

/** The cases, by year. One takes some 1,000 bytes of a page. */
export function caseList(archive: Archive): DeskList<CaseInYear> {
  return {
    name: '案件',
    describe: (when) =>
      `${archive.site.name}${when}报道的案件，各附当事人、法院、案号、金额与从起诉到执行的经过。`,
    path: paths.cases,
    years: caseYears(archive),
    dayOf,
    most: 150,
    dataOf: (page, listed) =>
      subjectsData(
        archive,
        page,
        listed.map(({ case: { id, name } }) => ({ name, path: paths.case(id) })),
      ),
  };
}

/**
 * The cases by the years in which they have steps, the last step first.
 * Memoised: the pages ask 27 times for 520 issues, which would take 1 s.
 */
export const caseYears: (archive: Archive) => ByYear<CaseInYear> = memoise((archive) => {
  const listed = casesOf(archive).all.flatMap((each) => {
    const lastDays = new Map<string, IsoDate>();
    for (const day of each.steps.map(dayOfStep)) {
      const last = lastDays.get(yearOf(day));
      if (last === undefined || last < day) lastDays.set(yearOf(day), day);
    }
    return Array.from(lastDays.values(), (day) => ({ case: each, day }));
  });
  return byYear(
    listed.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
    dayOf,
  );
});

function caseRef({ case: each, day }: CaseInYear): CaseRef {
  const { id, name, courts } = each;
  const steps = each.steps.map((step) => stepRef(step, caseSteps));
  return {
    name,
    path: paths.case(id),
    details: [...partiesIn(each), ...detail('案号', each.numbers)],
    courts: courts.join('、'),
    sums: sumsIn(each),
    steps,
    last: { day: steps.at(-1)?.day, listed: day },
  };
}

/** What the items say of a case besides its steps, in the order of its page. */
export function detailsOf(each: Case): CaseDetail[] {
  return [
    ...partiesIn(each),
    ...detail('法院', each.courts),
    ...detail('案号', each.numbers),
    ...sumsIn(each),
  ];
}

function partiesIn({ plaintiffs, defendants, isCriminal, state }: Case): CaseDetail[] {
  return [
    ...detail('原告', plaintiffs),
    ...detail(isCriminal ? '被告人' : '被告', defendants),
    ...detail('法域', state === undefined ? [] : [state]),
  ];
}

function sumsIn({ sums, sentences }: Case): CaseDetail[] {
  return [
    ...Object.entries(caseSums).flatMap(([role, label]) =>
      detail(
        label,
        sums.filter((sum) => sum.role === role).map(({ words }) => words),
      ),
    ),
    ...detail('刑期', sentences),
  ];
}

function detail(name: string, values: readonly string[]): CaseDetail[] {
  return values.length === 0 ? [] : [{ name, value: values.join('、') }];
}
