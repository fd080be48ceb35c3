import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { indexOf, itemsOf } from '#lib/content/queries.ts';
import { editionPaths } from '#lib/editions/json/issue-json.ts';
import { formatDate } from '#lib/site/dates.ts';
import { paths } from '#lib/site/paths.ts';
import { issueHeading } from '#lib/site/site.ts';
import { issueData } from '#lib/syndication/structured-data/issue.ts';
import {
  type IssueRef,
  issueRef,
  type Neighbour,
  type Neighbours,
  type PageProps,
  pageProps,
  type Unpublished,
  unpublishedReason,
} from './frame.ts';
import { type ShownItem, shownItem } from './shown-item.ts';
import { threadsIn } from './stories.ts';

/** Chinese characters that a reader takes in a minute. */
const READING_SPEED = 400;
/** About as much of a description as a search engine shows, in characters. */
const DESCRIPTION_LENGTH = 120;

/** The editions that an issue's page links to: those that readers open, not those for programs and editors. */
const FORMS: ReadonlySet<string> = new Set(['docx', 'epub', 'mail', 'markdown']);

/** An issue as its page shows it, without what only other pages need. */
export type ShownIssue = IssueRef &
  Pick<Issue, 'summary' | 'editor' | 'lead'> & {
    sections: { id: string; name: string; items: ShownItem[] }[];
  };

/** One issue in full. */
export type IssueProps = PageProps & {
  issue: ShownIssue;
  unpublished: Unpublished;
  count: number;
  /** Whole minutes, at least one. */
  readingTime: number;
  /** The paths of the threads that its items are in, by the items' ids. */
  threads: Record<string, string>;
  /** Its other forms, such as Word and EPUB. */
  editions: { label: string; path: string }[];
} & Neighbours;

export function issuePage(archive: Archive, { date }: { date: string }): IssueProps | undefined {
  const indexed = indexOf(archive).issuesByDate.get(date);
  if (indexed === undefined) return undefined;
  const { issue, position } = indexed;
  const items = itemsOf(issue);
  const length = items.reduce(
    (sum, item) => sum + item.title.length + item.text.length,
    issue.leadText.length,
  );
  return {
    ...pageProps(archive, {
      title: issueHeading(issue),
      description: describe(issue),
      path: paths.issue(issue.date),
      issue,
      markdown: paths.edition(issue.date, 'md'),
      data: issueData(archive, issue),
    }),
    issue: shownIssue(archive, issue),
    unpublished: unpublishedReason(issue, archive),
    count: items.length,
    readingTime: Math.max(1, Math.round(length / READING_SPEED)),
    threads: threadsIn(archive, issue),
    editions: editionPaths(issue.date)
      .filter(({ name }) => FORMS.has(name))
      .map(({ label, path }) => ({ label, path })),
    previous: neighbour(archive.issues[position + 1]),
    next: position > 0 ? neighbour(archive.issues[position - 1]) : undefined,
  };
}

function shownIssue(archive: Archive, issue: Issue): ShownIssue {
  const { summary, editor, lead, sections } = issue;
  return {
    ...issueRef(issue),
    ...(summary === undefined ? {} : { summary }),
    ...(editor === undefined ? {} : { editor }),
    lead,
    sections: sections.map(({ section: { id, name }, items }) => ({
      id,
      name,
      items: items.map((item) => shownItem(archive, issue, item)),
    })),
  };
}

function describe(issue: Issue): string {
  if (issue.summary !== undefined) return issue.summary;
  const text = itemsOf(issue)
    .map((item) => item.title)
    .join('；');
  return text.length > DESCRIPTION_LENGTH ? `${text.slice(0, DESCRIPTION_LENGTH)}…` : text;
}

function neighbour(issue: Issue | undefined): Neighbour | undefined {
  if (issue === undefined) return undefined;
  const number = issue.number === undefined ? '' : `第${issue.number}期 `;
  return { path: paths.issue(issue.date), label: `${number}${formatDate(issue.date)}` };
}
