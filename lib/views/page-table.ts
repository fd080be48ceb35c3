import type { Archive } from '#lib/content/archive.ts';
import { aboutPage, notFoundPage } from './about.ts';
import { accessibilityPage } from './accessibility.ts';
import { archivePage } from './archive.ts';
import { calendarPage } from './calendar.ts';
import { caseOrPeriodPage } from './case.ts';
import { casesPage } from './cases.ts';
import { entitiesPage, entityPage } from './entities.ts';
import { feedsPage } from './feeds.ts';
import { frontPage } from './front-page.ts';
import { sourcesPage, topicsPage } from './indexes.ts';
import { issuePage } from './issue.ts';
import { itemPage } from './item.ts';
import { lawOrPeriodPage } from './law.ts';
import { lawsPage } from './laws.ts';
import { reviewPage } from './review.ts';
import { searchPage } from './search.ts';
import { sectionPage, sourcePage, topicPage } from './subjects.ts';
import { threadOrYearPage, threadsPage } from './threads.ts';
import { clippingPage, offlinePage } from './tools.ts';
import { trendsPage } from './trends.ts';
import { wechatPage } from './wechat.ts';

/**
 * Every kind of page: the view that makes its props from the archive and the parameters of the address, and the name
 * of the component that renders them. The component's file in `components/` has the same name. Next's routes and the
 * press both use this table.
 */
const table = {
  'front page': { view: frontPage, component: 'FrontPage' },
  issue: { view: issuePage, component: 'IssuePage' },
  item: { view: itemPage, component: 'ItemPage' },
  wechat: { view: wechatPage, component: 'WechatEdition' },
  section: { view: sectionPage, component: 'TimelinePage' },
  source: { view: sourcePage, component: 'TimelinePage' },
  sources: { view: sourcesPage, component: 'SubjectIndexPage' },
  topic: { view: topicPage, component: 'TimelinePage' },
  topics: { view: topicsPage, component: 'SubjectIndexPage' },
  entity: { view: entityPage, component: 'EntityPage' },
  entities: { view: entitiesPage, component: 'EntitiesPage' },
  threads: { view: threadsPage, component: 'ThreadsPage' },
  thread: { view: threadOrYearPage, component: 'ThreadOrYearPage' },
  archive: { view: archivePage, component: 'ArchivePage' },
  review: { view: reviewPage, component: 'ReviewPage' },
  trends: { view: trendsPage, component: 'TrendsPage' },
  laws: { view: lawsPage, component: 'LawsPage' },
  law: { view: lawOrPeriodPage, component: 'LawOrPeriodPage' },
  cases: { view: casesPage, component: 'CasesPage' },
  case: { view: caseOrPeriodPage, component: 'CaseOrPeriodPage' },
  calendar: { view: calendarPage, component: 'CalendarPage' },
  search: { view: searchPage, component: 'SearchPage' },
  clipping: { view: clippingPage, component: 'ClippingPage' },
  offline: { view: offlinePage, component: 'OfflinePage' },
  feeds: { view: feedsPage, component: 'FeedsPage' },
  about: { view: aboutPage, component: 'AboutPage' },
  accessibility: { view: accessibilityPage, component: 'AccessibilityPage' },
  'not found': { view: notFoundPage, component: 'NotFoundPage' },
} as const;

type Table = typeof table;
export type PageKind = keyof Table;

/** The parameters in the address of a page: an issue's day, a section's id, a year. */
export type ParamsOf<Kind extends PageKind> =
  Parameters<Table[Kind]['view']> extends [Archive, infer Params] ? Params : Record<never, never>;

/** The props of the component of a kind. */
export type PropsOf<Kind extends PageKind> = NonNullable<ReturnType<Table[Kind]['view']>>;

export const pageTable: {
  readonly [Kind in PageKind]: {
    view: (archive: Archive, params: ParamsOf<Kind>) => PropsOf<Kind> | undefined;
    component: string;
  };
} = table;
