import type { Archive } from '#lib/content/archive.ts';
import { type CaseStory, casesOf } from '#lib/desk/cases.ts';
import type { SumRole } from '#lib/references/reference.ts';
import { paths } from '#lib/site/paths.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { byYear, inYear } from './desk.ts';
import { type Neighbours, type PageProps, pageOf } from './frame.ts';
import { type ItemRef, itemRef, type YearLink, yearLinks } from './timeline.ts';

/** A case as an item tells of it: each fact with its name, as far as the item has it. */
export type CaseRef = { item: ItemRef; facts: { name: string; value: string }[] };

/** The cases that the issues of a year tell of, newest first. */
export type CasesPage = PageProps & {
  year: string | undefined;
  years: YearLink[];
  cases: CaseRef[];
} & Neighbours;

const SUMS: Readonly<Record<SumRole, string>> = {
  award: '判赔',
  claim: '索赔',
  fine: '罚金',
  settlement: '和解金',
};

/** `undefined` for a year in which no issue tells of one. */
export function casesPage(archive: Archive, { year }: { year?: string }): CasesPage | undefined {
  const years = caseYears(archive);
  const found = inYear(years, year);
  if (found === undefined) return undefined;
  const { shown, told } = found;
  const name = '案件';
  const description = `${archive.site.name}${year === undefined ? '' : `${year}年`}报道的案件，各附法院、案号、当事人、金额与进展。`;
  const path = paths.cases(year);
  const above = year === undefined ? [] : [{ name, path: paths.cases() }];
  const step = year === undefined ? undefined : `${year}年`;
  return {
    ...pageOf(archive, {
      title: year === undefined ? name : `${year}年${name}`,
      description,
      path,
      data: itemsData(
        archive,
        { name, description, path, above, step },
        told.map(({ entry }) => entry),
      ),
    }),
    year: shown,
    ...yearLinks([...years.keys()], shown, paths.cases),
    cases: told.map(caseRef),
  };
}

/** The cases by the year of the issue that tells of them. */
export function caseYears(archive: Archive): Map<string, CaseStory[]> {
  return byYear(casesOf(archive));
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
