import type { ReactNode } from 'react';
import type { PageKind, PropsOf } from '#lib/views/page-table.ts';
import { AboutPage } from './AboutPage.tsx';
import { AccessibilityPage } from './AccessibilityPage.tsx';
import { ArchivePage } from './ArchivePage.tsx';
import { CalendarPage } from './CalendarPage.tsx';
import { CaseOrPeriodPage } from './CaseOrPeriodPage.tsx';
import { CasesPage } from './CasesPage.tsx';
import { ClippingPage } from './ClippingPage.tsx';
import { EntitiesPage } from './EntitiesPage.tsx';
import { EntityPage } from './EntityPage.tsx';
import { FeedsPage } from './FeedsPage.tsx';
import { FrontPage } from './FrontPage.tsx';
import { IssuePage } from './IssuePage.tsx';
import { ItemPage } from './ItemPage.tsx';
import { LawOrPeriodPage } from './LawOrPeriodPage.tsx';
import { LawsPage } from './LawsPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { OfflinePage } from './OfflinePage.tsx';
import { ReviewPage } from './ReviewPage.tsx';
import { SearchPage } from './SearchPage.tsx';
import { SubjectIndexPage } from './SubjectIndexPage.tsx';
import { ThreadOrYearPage } from './ThreadOrYearPage.tsx';
import { ThreadsPage } from './ThreadsPage.tsx';
import { TimelinePage } from './TimelinePage.tsx';
import { TrendsPage } from './TrendsPage.tsx';
import { WechatEdition } from './WechatEdition.tsx';

/** The component of each kind of page. `lib/views/page-table.ts` has the same list by name. */
export const pageComponents: {
  readonly [Kind in PageKind]: (props: PropsOf<Kind>) => ReactNode;
} = {
  'front page': FrontPage,
  issue: IssuePage,
  item: ItemPage,
  wechat: WechatEdition,
  section: TimelinePage,
  source: TimelinePage,
  sources: SubjectIndexPage,
  topic: TimelinePage,
  topics: SubjectIndexPage,
  entity: EntityPage,
  entities: EntitiesPage,
  threads: ThreadsPage,
  thread: ThreadOrYearPage,
  archive: ArchivePage,
  review: ReviewPage,
  trends: TrendsPage,
  laws: LawsPage,
  law: LawOrPeriodPage,
  cases: CasesPage,
  case: CaseOrPeriodPage,
  calendar: CalendarPage,
  search: SearchPage,
  clipping: ClippingPage,
  offline: OfflinePage,
  feeds: FeedsPage,
  about: AboutPage,
  accessibility: AccessibilityPage,
  'not found': NotFoundPage,
};
