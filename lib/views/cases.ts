import type { Archive } from '#lib/content/archive.ts';
import { type CaseStory, casesOf } from '#lib/desk/cases.ts';
import type { SumRole } from '#lib/references/reference.ts';
import { paths } from '#lib/site/paths.ts';
import { memoise } from '#lib/system/memo.ts';
import { type DeskProps, deskPage } from './desk.ts';
import { type ByYear, byYear, dayOfItsEntry, type Period } from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** A case and the item that reports it. A fact has its name, and is left out where the item does not state it. */
export type CaseRef = { item: ItemRef; facts: { name: string; value: string }[] };

/** The cases that the issues of a period report, newest first. */
export type CasesProps = DeskProps & { cases: CaseRef[] };

const SUMS: Readonly<Record<SumRole, string>> = {
  award: '判赔',
  claim: '索赔',
  fine: '罚金',
  settlement: '和解金',
};

/** `undefined` for a period in which no issue reports a case. */
export function casesPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CasesProps | undefined {
  const desk = deskPage(archive, listOf(archive), period);
  return desk && { ...desk.page, cases: desk.listed.map(caseRef) };
}

function listOf(archive: Archive) {
  return {
    name: '案件',
    describe: (when: string) =>
      `${archive.site.name}${when}报道的案件，各附法院、案号、当事人、金额与进展。`,
    path: paths.cases,
    years: caseYears(archive),
    dayOf: dayOfItsEntry,
  };
}

/**
 * The cases by the year of the issue that reports them.
 * Memoised: the pages ask 71 times for 520 issues, which would take 2 s.
 */
export const caseYears: (archive: Archive) => ByYear<CaseStory> = memoise((archive) =>
  byYear(casesOf(archive), dayOfItsEntry),
);

function caseRef({ entry, numbers, courts, parties, sums, stage }: CaseStory): CaseRef {
  const fact = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [{ name, value: values.join('、') }];
  return {
    item: itemRef(entry),
    facts: [
      ...fact('案号', numbers),
      ...fact('法院', courts),
      ...fact(
        '当事人',
        parties === undefined ? [] : [`${parties.plaintiff}诉${parties.defendant}`],
      ),
      ...Object.entries(SUMS).flatMap(([role, label]) =>
        fact(
          label,
          sums.filter((sum) => sum.role === role).map(({ words }) => words),
        ),
      ),
      ...fact('进展', stage === undefined ? [] : [stage]),
    ],
  };
}
