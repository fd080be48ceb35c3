import type { Archive } from '#lib/content/archive.ts';
import type { Html, Issue } from '#lib/content/issue.ts';
import { type Entry, entriesOf, itemsOf } from '#lib/content/queries.ts';
import { paths } from '#lib/site/paths.ts';
import { ownTitle } from '#lib/site/site.ts';
import { frontPageData } from '#lib/syndication/structured-data/site.ts';
import { type EventRef, eventsOnFront } from './calendar.ts';
import { firstSentence, firstSentences } from './first-sentences.ts';
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

/** An item of the newest issue, with the beginning of its text. */
export type FrontItem = ItemRef & { beginning: string };

/** How much of an item the front page shows, in characters: of the first item, and at most of each other one. */
const STORY_LENGTH = 180;
const SENTENCE_LENGTH = 64;

/** The front page: the headlines of the newest issue, then the issues before it. */
export type FrontProps = PageProps & {
  /** What the publication says of itself, in one or two sentences. */
  description: string;
  newest:
    | (IssueRef & {
        ownTitle: string | undefined;
        unpublished: Unpublished;
        summary: string | undefined;
        lead: Html;
        /** The first item of the issue, with its first sentences. */
        story: FrontItem | undefined;
        /** The other items, each with one sentence. */
        sections: { id: string; name: string; items: FrontItem[] }[];
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
    description,
    newest: newest && { ...summaryOf(newest, archive), lead: newest.lead, ...itemsOnFront(newest) },
    coming: eventsOnFront(archive),
    recent: recent.map((issue) => summaryOf(issue, archive)),
    more: archive.issues.length - shown.length,
  };
}

/** The first item of an issue, and the others by section. A section without others is left out. */
function itemsOnFront(issue: Issue): {
  story: FrontItem | undefined;
  sections: { id: string; name: string; items: FrontItem[] }[];
} {
  const [first, ...others] = entriesOf(issue);
  const frontItem = (entry: Entry, beginning: string): FrontItem => ({
    ...itemRef(entry),
    beginning,
  });
  const sections = issue.sections.map(({ section: { id, name } }) => ({
    id,
    name,
    items: others
      .filter(({ section }) => section.id === id)
      .map((entry) => frontItem(entry, firstSentence(entry.item.text, SENTENCE_LENGTH))),
  }));
  return {
    story: first && frontItem(first, firstSentences(first.item.text, STORY_LENGTH)),
    sections: sections.filter(({ items }) => items.length > 0),
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
