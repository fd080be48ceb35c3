import type { Archive } from '#lib/content/archive.ts';
import type { Html, Issue } from '#lib/content/issue.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { ownTitle } from '#lib/site/site.ts';
import { frontPageData } from '#lib/syndication/structured-data/site.ts';
import { type EventRef, eventsOnFront } from './calendar.ts';
import {
  type IssueRef,
  issueRef,
  type PageProps,
  pageProps,
  type Unpublished,
  unpublishedReason,
} from './frame.ts';
import { type ItemRef, itemRef } from './timeline.ts';

/** How many issues the front page lists below the newest. */
const RECENT = 8;

/** An issue in a list of issues. */
export type IssueSummary = IssueRef & {
  /** The title that the issue has itself; `undefined` where it is made from the publication's name and the date. */
  ownTitle: string | undefined;
  unpublished: Unpublished;
  summary: string | undefined;
  count: number;
  headlines: string[];
};

/** The front page: the headlines of the newest issue, then the issues before it. */
export type FrontProps = PageProps & {
  newest:
    | (IssueRef & {
        ownTitle: string | undefined;
        unpublished: Unpublished;
        summary: string | undefined;
        lead: Html;
        sections: { id: string; name: string; items: ItemRef[] }[];
      })
    | undefined;
  /** Events that come after the newest issue. */
  coming: EventRef[];
  recent: IssueSummary[];
  /** How many issues the front page does not show. */
  more: number;
};

/** The issues that the front page shows, newest first. */
export function issuesOnFront({ issues }: Archive): Issue[] {
  return issues.slice(0, 1 + RECENT);
}

export function frontPage(archive: Archive): FrontProps {
  const { name, tagline, description } = archive.site;
  const shown = issuesOnFront(archive);
  const [newest, ...recent] = shown;
  return {
    ...pageProps(archive, {
      title: `${name} · ${tagline}`,
      description,
      path: paths.home(),
      data: frontPageData(archive, shown),
    }),
    newest: newest && {
      ...summaryOf(newest, archive),
      lead: newest.lead,
      sections: newest.sections
        .filter(({ items }) => items.length > 0)
        .map(({ section, items }) => ({
          id: section.id,
          name: section.name,
          items: items.map((item) => itemRef({ issue: newest, section, item })),
        })),
    },
    coming: eventsOnFront(archive),
    recent: recent.map((issue) => summaryOf(issue, archive)),
    more: archive.issues.length - shown.length,
  };
}

export function summaryOf(issue: Issue, archive: Archive): IssueSummary {
  const items = itemsOf(issue);
  return {
    ...issueRef(issue),
    ownTitle: ownTitle(archive.site, issue),
    unpublished: unpublishedReason(issue, archive),
    summary: issue.summary,
    count: items.length,
    // An issue without a summary is introduced by its first headlines.
    headlines: issue.summary === undefined ? items.slice(0, 3).map((item) => item.title) : [],
  };
}
