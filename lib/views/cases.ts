import type { Archive } from '#lib/content/archive.ts';
import { type CaseStory, casesOf } from '#lib/desk/cases.ts';
import type { SumRole } from '#lib/references/reference.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import {
  byYear,
  dayOfTold,
  type MonthLink,
  type Period,
  periodLinks,
  periodName,
  shownIn,
  type YearLink,
} from './period.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** A case as an item tells of it: each fact with its name, as far as the item has it. */
export type CaseRef = { item: ItemRef; facts: { name: string; value: string }[] };

/** The cases that the issues of a year tell of, newest first. */
export type CasesPage = PageProps & {
  /** What it shows: `2025年`, `2025年3月`; `undefined` where nothing is told yet. */
  period: string | undefined;
  years: YearLink[];
  months: MonthLink[];
  cases: CaseRef[];
} & Neighbours;

const SUMS: Readonly<Record<SumRole, string>> = {
  award: '判赔',
  claim: '索赔',
  fine: '罚金',
  settlement: '和解金',
};

/** `undefined` for a period in which no issue tells of one. */
export function casesPage(
  archive: Archive,
  { year: period }: { year?: Period },
): CasesPage | undefined {
  const years = caseYears(archive);
  const shown = shownIn(years, period, dayOfTold);
  if (shown === undefined) return undefined;
  const { year, month = year, told } = shown;
  const name = '案件';
  const when = period === undefined ? '' : periodName(period);
  const description = `${archive.site.name}${when}报道的案件，各附法院、案号、当事人、金额与进展。`;
  const path = paths.cases(period);
  const above = period === undefined ? [] : [{ name, path: paths.cases() }];
  const step = period === undefined ? undefined : when;
  return {
    ...pageOf(archive, {
      title: `${when}${name}`,
      description,
      path,
      data: itemsData(
        archive,
        { name, description, path, above, step },
        told.map(({ entry }) => entry),
      ),
    }),
    period: month && periodName(month),
    ...periodLinks([...years.keys()], shown, paths.cases),
    cases: told.map(caseRef),
  };
}

/** The cases by the year of the issue that tells of them. */
export function caseYears(archive: Archive): Map<string, CaseStory[]> {
  return byYear(casesOf(archive), dayOfTold);
}

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
