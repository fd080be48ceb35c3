import { cardPath } from '#lib/cards/card-files.ts';
import type { Archive } from '#lib/content/archive.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { indexOf } from '#lib/content/queries.ts';
import { formatDate } from '#lib/site/dates.ts';
import { onceEach } from '#lib/site/once.ts';
import { paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { issueData } from '#lib/syndication/structured-data/issue.ts';
import {
  type Neighbour,
  type Neighbours,
  type PageProps,
  pageIn,
  type Setting,
  settingOf,
  type Unpublished,
  unpublishedReason,
} from './frame.ts';
import { type ItemStory, storiesOf } from './stories.ts';

/** Chinese characters that a reader takes in a minute. */
const READING_SPEED = 400;
/** About what a search engine shows of a description, in characters. */
const DESCRIPTION_LENGTH = 120;

/** What the page of an issue takes from elsewhere in the archive. */
type Around = {
  issue: Issue;
  unpublished: Unpublished;
  /** Names of the topics that its items belong to, by id. */
  topicNames: Record<string, string>;
  /** What was told before and after of the stories of its items, by the items' ids. */
  stories: Record<string, ItemStory>;
} & Neighbours;

/** What the page is made of: an issue that is kept has a hash, which is sooner known than what the page says. */
export type IssueBasis = Around & { setting: Setting; card: string };

/** One issue in full. */
export type IssuePage = PageProps &
  Around & {
    count: number;
    /** Whole minutes, at least one. */
    readingTime: number;
  };

export function issueBasis(archive: Archive, { date }: { date: string }): IssueBasis | undefined {
  const found = indexOf(archive).issuesByDate.get(date);
  if (found === undefined) return undefined;
  const { issue, position } = found;
  return {
    setting: settingOf(archive),
    card: cardPath(archive, issue),
    issue,
    unpublished: unpublishedReason(issue, archive),
    topicNames: topicNamesBy(archive.topics)(issue),
    stories: storiesOf(archive, issue),
    previous: neighbour(archive.issues[position + 1]),
    next: position > 0 ? neighbour(archive.issues[position - 1]) : undefined,
  };
}

const topicNamesBy = onceEach((topics: Archive['topics']) =>
  onceEach((issue: Issue): Record<string, string> => {
    const used = new Set(itemsIn(issue).flatMap((item) => item.topics));
    return Object.fromEntries(
      topics.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name]),
    );
  }),
);

export function issuePage(archive: Archive, params: { date: string }): IssuePage | undefined {
  const basis = issueBasis(archive, params);
  if (basis === undefined) return undefined;
  const { setting, card, ...around } = basis;
  const { issue } = around;
  const items = itemsIn(issue);
  const length = items.reduce(
    (sum, item) => sum + item.title.length + item.text.length,
    issue.leadText.length,
  );
  return {
    ...pageIn(setting, {
      title: issueHeading(issue),
      description: describe(issue),
      path: paths.issue(issue.date),
      issue,
      markdown: paths.edition(issue.date, 'md'),
      card,
      data: issueData(setting, issue),
    }),
    ...around,
    count: items.length,
    readingTime: Math.max(1, Math.round(length / READING_SPEED)),
  };
}

function itemsIn(issue: Issue): Item[] {
  return issue.sections.flatMap((section) => section.items);
}

function describe(issue: Issue): string {
  if (issue.summary !== undefined) return issue.summary;
  const text = itemsIn(issue)
    .map((item) => item.title)
    .join('；');
  return text.length > DESCRIPTION_LENGTH ? `${text.slice(0, DESCRIPTION_LENGTH)}…` : text;
}

function neighbour(issue: Issue | undefined): Neighbour | undefined {
  if (issue === undefined) return undefined;
  const number = issue.number === undefined ? '' : `第${issue.number}期 `;
  return { path: paths.issue(issue.date), label: `${number}${formatDate(issue.date)}` };
}
