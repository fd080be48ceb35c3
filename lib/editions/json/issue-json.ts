import type { Archive } from '#lib/content/archive.ts';
import type { Attribution, Issue, Item } from '#lib/content/issue.ts';
import { itemsOf, topicsOf } from '#lib/content/queries.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { withAbsoluteAddresses } from '#lib/syndication/html.ts';
import type { IssueJson } from './schema.ts';

/** What the ledger knows of the reports that an issue cites, by address: plain data, part of the file's cache key. */
export type CitedStandings = Record<
  string,
  { movedTo?: string; goneSince?: IsoDate; archivedAt?: string }
>;

/** What the JSON of an issue says of the reports that it cites; `undefined` where there is nothing to say. */
export function citedStandings(
  { standings }: Pick<Archive, 'standings'>,
  issue: Issue,
): CitedStandings | undefined {
  if (standings === undefined) return undefined;
  const cited: CitedStandings = {};
  for (const { url } of itemsOf(issue).flatMap(({ attributions }) => attributions)) {
    const standing = url === undefined ? undefined : standings.get(url);
    if (url === undefined || standing === undefined) continue;
    const { movedTo, goneSince, copy } = standing;
    const shown = {
      ...(movedTo === undefined ? {} : { movedTo }),
      ...(goneSince === undefined ? {} : { goneSince }),
      ...(copy === undefined ? {} : { archivedAt: copy.url }),
    };
    if (Object.keys(shown).length > 0) cited[url] = shown;
  }
  return Object.keys(cited).length === 0 ? undefined : cited;
}

/** What an issue in JSON takes from the archive besides the issue: site, names of topics, and the ledger's word. */
type SiteAndTopics = Pick<Archive, 'site' | 'topics'> & { cited?: CitedStandings | undefined };

/** An issue for programs, with absolute addresses and without positions in its file. */
export function issueJson(archive: SiteAndTopics, issue: Issue): IssueJson {
  const { date, updated, number, title, summary, editor, lead, leadText, sections } = issue;
  const absolute = (path: string) => absoluteUrl(archive.site.origin, path);
  const url = absolute(paths.issue(date));
  return {
    $schema: absolute(paths.issueSchema()),
    url,
    date,
    updated,
    ...(number === undefined ? {} : { number }),
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(editor === undefined ? {} : { editor }),
    ...(leadText === ''
      ? {}
      : { lead: { html: withAbsoluteAddresses(lead.__html, url), text: leadText } }),
    sections: sections.map(({ section: { id, name }, items }) => ({
      id,
      name,
      url: absolute(paths.issueSection(date, id)),
      items: items.map((item) => itemJson(archive, url, item, absolute(paths.item(date, item.id)))),
    })),
  };
}

function itemJson({ site, topics, cited }: SiteAndTopics, page: string, item: Item, url: string) {
  const { id, title, html, text, attributions, corrections } = item;
  return {
    id,
    url,
    title,
    html: withAbsoluteAddresses(html.__html, page),
    text,
    sources: attributions.map((each) => sourceJson(site.origin, each, cited)),
    corrections: corrections.map(({ date, text: corrected }) => ({
      ...(date === undefined ? {} : { date }),
      text: corrected,
    })),
    topics: topicsOf({ topics }, item).map(({ id: topic, name }) => ({
      id: topic,
      name,
      url: absoluteUrl(site.origin, paths.topic(topic)),
    })),
  };
}

function sourceJson(
  origin: string,
  { source, url, date }: Attribution,
  cited: CitedStandings | undefined,
) {
  return {
    name: source.name,
    page: absoluteUrl(origin, paths.source(source.slug)),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : cited?.[url]),
  };
}

/** An issue in the list of all issues, with the address of each edition. `items` is how many items it has. */
export type ListedIssue = {
  date: string;
  number?: number;
  title: string;
  summary?: string;
  updated: string;
  url: string;
  items: number;
  editions: Record<string, string>;
};

/** Every issue, newest first. */
export function issueList({ site, issues }: Archive): { schema: string; issues: ListedIssue[] } {
  const absolute = (path: string) => absoluteUrl(site.origin, path);
  return {
    schema: absolute(paths.issueSchema()),
    issues: issues.map(({ date, number, title, summary, updated, sections }) => ({
      date,
      ...(number === undefined ? {} : { number }),
      title,
      ...(summary === undefined ? {} : { summary }),
      updated,
      url: absolute(paths.issue(date)),
      items: sections.reduce((count, { items }) => count + items.length, 0),
      editions: Object.fromEntries(
        editionPaths(date).map(({ name, path }) => [name, absolute(path)]),
      ),
    })),
  };
}

/** The editions of an issue. `name` is for programs, `label` for readers. */
export function editionPaths(date: Issue['date']): { name: string; label: string; path: string }[] {
  return [
    { name: 'markdown', label: 'Markdown', path: paths.edition(date, 'md') },
    { name: 'json', label: 'JSON', path: paths.edition(date, 'json') },
    { name: 'epub', label: 'EPUB', path: paths.edition(date, 'epub') },
    { name: 'docx', label: 'Word', path: paths.edition(date, 'docx') },
    { name: 'mail', label: '邮件', path: paths.mail(date) },
    { name: 'eml', label: '邮件文件', path: paths.edition(date, 'eml') },
    { name: 'wechat', label: '公众号', path: paths.wechat(date) },
  ];
}
