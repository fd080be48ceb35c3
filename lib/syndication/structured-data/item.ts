import type {
  CorrectionComment,
  CreativeWork,
  NewsArticle,
  Organization,
  Person,
} from 'schema-dts';
import type { Archive } from '#lib/content/archive.ts';
import type { Attribution, Correction } from '#lib/content/issue.ts';
import { type Entry, updatedOn } from '#lib/content/queries.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { type PageData, periodicalId, type WithSite } from './graph.ts';
import { breadcrumbsOf, publishedOn } from './issue.ts';

/**
 * The data of an item's page. Its author is the editor of the issue, or else the publication: they wrote the text, and
 * the reports that it is based on are named in `isBasedOn`.
 * @param card the path of the picture that stands for it where it is shared
 */
export function itemData(
  archive: WithSite & Pick<Archive, 'standings'>,
  { issue, item }: Entry,
  card: string,
): PageData {
  const { origin, language, name } = archive.site;
  const url = absoluteUrl(origin, paths.item(issue.date, item.id));
  const home = absoluteUrl(origin, paths.home());
  const publisher: Organization = {
    '@type': 'Organization',
    name,
    url: home,
    logo: absoluteUrl(origin, paths.touchIcon()),
  };
  const author: Organization | Person =
    issue.editor === undefined
      ? { '@type': 'Organization', name, url: home }
      : { '@type': 'Person', name: issue.editor };
  const node: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: item.title,
    inLanguage: language,
    image: absoluteUrl(origin, card),
    author,
    publisher,
    datePublished: publishedOn(archive, issue.date),
    dateModified: publishedOn(archive, updatedOn(issue, item)),
    isPartOf: [
      { '@type': 'PublicationIssue', '@id': absoluteUrl(origin, paths.issue(issue.date)) },
      periodicalId(archive),
    ],
    ...(item.attributions.length === 0
      ? {}
      : { isBasedOn: item.attributions.map((each) => reportOf(archive, each)) }),
    ...(item.corrections.length === 0
      ? {}
      : { correction: item.corrections.map((each) => correctionOf(archive, each)) }),
  };
  const breadcrumbs = [
    ...breadcrumbsOf(issue),
    { name: item.title, path: paths.item(issue.date, item.id) },
  ];
  return { nodes: [node], breadcrumbs };
}

function correctionOf(archive: WithSite, { date, text }: Correction): CorrectionComment {
  return {
    '@type': 'CorrectionComment',
    text,
    ...(date === undefined ? {} : { datePublished: publishedOn(archive, date) }),
  };
}

/**
 * A report with its publisher and, as far as they are known, its day, its address and the copy in an archive. The address
 * stays the cited one: `sameAs` has the one that it has moved to.
 */
function reportOf(
  { standings }: Pick<Archive, 'standings'>,
  { source, url, date }: Attribution,
): CreativeWork {
  const standing = url === undefined ? undefined : standings?.get(url);
  return {
    '@type': 'CreativeWork',
    publisher: { '@type': 'Organization', name: source.name },
    ...(date === undefined ? {} : { datePublished: date }),
    ...(url === undefined ? {} : { url }),
    ...(standing?.movedTo === undefined ? {} : { sameAs: standing.movedTo }),
    ...(standing?.copy === undefined ? {} : { archivedAt: standing.copy.url }),
  };
}
