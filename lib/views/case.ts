import type { Archive } from '#lib/content/archive.ts';
import { type Case, casesOf } from '#lib/desk/lists/cases.ts';
import { hearingsOfCases } from '#lib/desk/lists/own-events.ts';
import { caseSteps } from '#lib/desk/words.ts';
import { paths } from '#lib/site/paths.ts';
import { caseFeed } from '#lib/syndication/feeds.ts';
import { itemsData } from '#lib/syndication/structured-data/collection.ts';
import { type CaseDetail, type CasesProps, casesPage, detailsOf } from './cases.ts';
import { isPeriod } from './desk.ts';
import { entriesShown, type NewestItems, newestItems } from './desk-items.ts';
import { type QuotedStep, quotedStep } from './desk-steps.ts';
import { type PageProps, pageProps } from './frame.ts';

/** One case: who and where, its steps, and the items that report it. */
export type CaseProps = PageProps & {
  name: string;
  details: CaseDetail[];
  steps: QuotedStep[];
  items: NewestItems;
  /** The address of its feed, in Atom. */
  feed: string;
  /** The address of the calendar of its hearings; `undefined` where none is known. */
  calendar: string | undefined;
};

/** The page at `/cases/…`: the cases of a year or a month, or one case. */
export function caseOrPeriodPage(
  archive: Archive,
  { id }: { id: string },
): CasesProps | CaseProps | undefined {
  if (isPeriod(id)) return casesPage(archive, { year: id });
  const found = casesOf(archive).byId.get(id);
  return found && casePage(archive, found);
}

function casePage(archive: Archive, each: Case): CaseProps {
  const { id, name, steps, entries } = each;
  const path = paths.case(id);
  const stage = steps.at(-1);
  const stageText = stage === undefined ? '' : `（${caseSteps[stage.step]}）`;
  const description = `${name}的经过${stageText}：${archive.site.name}的报道${entries.length}条。`;
  const feed = caseFeed(archive, each);
  const parents = [{ name: '案件', path: paths.cases() }];
  return {
    ...pageProps(archive, {
      title: `${name} · 案件`,
      description,
      path,
      feed,
      data: itemsData(archive, { name, description, path, parents }, entriesShown(entries)),
    }),
    name,
    details: detailsOf(each),
    steps: steps.map((step) => quotedStep(step, caseSteps)),
    items: newestItems(entries),
    feed: feed.path('atom'),
    calendar: hearingsOfCases(archive).has(id) ? paths.caseCalendar(id) : undefined,
  };
}
