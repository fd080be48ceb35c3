import type { ListItem, PublicationIssue } from 'schema-dts';
import type { Issue } from '#lib/content/issue.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { formatDate, formatInstant, type IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { ownTitle } from '#lib/site/site.ts';
import { publishedOn as instantPublished } from '../published-on.ts';
import { type Breadcrumb, type PageData, periodicalId, type WithSite } from './graph.ts';

/** The data of an issue's page: the issue, and the addresses of the pages of its items. */
export function issueData(archive: WithSite, issue: Issue): PageData {
  const { summary, editor, title, date, updated } = issue;
  const items = itemsOf(issue);
  const node: PublicationIssue = {
    ...issueNode(archive, issue),
    name: title,
    ...(updated === date ? {} : { dateModified: publishedOn(archive, updated) }),
    ...(summary === undefined ? {} : { abstract: summary }),
    ...(editor === undefined ? {} : { editor: { '@type': 'Person', name: editor } }),
    // The front page says the rest of it.
    isPartOf: {
      '@type': 'Periodical',
      ...periodicalId(archive),
      name: archive.site.name,
    },
    mainEntity: {
      '@type': 'ItemList',
      // The pages of the items have their data, so an address is enough: https://schema.org/ItemList.
      itemListElement: items.map(
        ({ id }, index): ListItem => ({
          '@type': 'ListItem',
          position: index + 1,
          url: absoluteUrl(archive.site.origin, paths.item(date, id)),
        }),
      ),
    },
  };
  return { nodes: [node], breadcrumbs: breadcrumbsOf(issue) };
}

/** The breadcrumbs of an issue's page; those of its items' pages go on behind them. */
export function breadcrumbsOf(issue: Issue): Breadcrumb[] {
  return [
    { name: '往期', path: paths.archive() },
    { name: shortNameOf(issue), path: paths.issue(issue.date) },
  ];
}

/** An issue's number where it has one, else its day: short, because the name of the site stands before it. */
function shortNameOf({ number, date }: Issue): string {
  return number === undefined ? formatDate(date) : `第${number}期`;
}

/** An issue in a list of issues: its day, its number, and its title where it has one of its own. */
export function issueNode(archive: WithSite, issue: Issue): Exclude<PublicationIssue, string> {
  const url = absoluteUrl(archive.site.origin, paths.issue(issue.date));
  const name = ownTitle(archive.site, issue);
  return {
    '@type': 'PublicationIssue',
    '@id': url,
    url,
    ...(name === undefined ? {} : { name }),
    ...(issue.number === undefined ? {} : { issueNumber: issue.number }),
    datePublished: publishedOn(archive, issue.date),
  };
}

/** The instant at which the issue of a day was published, in the time zone of the site (ISO 8601). */
export function publishedOn({ site }: WithSite, date: IsoDate): string {
  return formatInstant(instantPublished(date, site), site.timeZone);
}
