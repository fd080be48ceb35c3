import { z } from 'zod';

/** The properties that schema.org and Google want of each type on the site's pages; no others are allowed. */
const url = z.url();
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const text = z.string().min(1);

const organization = z.strictObject({
  '@type': z.literal('Organization'),
  name: text,
  url: url.optional(),
});
const periodical = z.strictObject({
  '@type': z.literal('Periodical'),
  '@id': url,
  name: text,
  url,
  inLanguage: z.literal('zh-CN'),
});
/** https://schema.org/CreativeWork: a report is its publisher's. */
const report = z.strictObject({
  '@type': z.literal('CreativeWork'),
  publisher: organization,
  datePublished: day.optional(),
  url: url.optional(),
});
const correction = z.strictObject({
  '@type': z.literal('CorrectionComment'),
  text,
  datePublished: instant.optional(),
});
/** https://developers.google.com/search/docs/appearance/structured-data/article */
const article = z.strictObject({
  '@type': z.literal('NewsArticle'),
  '@id': url,
  url,
  mainEntityOfPage: url,
  headline: text,
  inLanguage: z.literal('zh-CN'),
  image: url,
  author: z.union([z.strictObject({ '@type': z.literal('Person'), name: text }), organization]),
  publisher: organization.extend({ url, logo: url }),
  datePublished: instant,
  dateModified: instant,
  isPartOf: z.tuple([
    z.strictObject({ '@type': z.literal('PublicationIssue'), '@id': url }),
    z.strictObject({ '@id': url }),
  ]),
  // Missing where the source could not be read: such an issue is refused, and shown in previews alone.
  isBasedOn: z.array(report).min(1).optional(),
  correction: z.array(correction).optional(),
});
const issueInList = z.strictObject({
  '@type': z.literal('PublicationIssue'),
  '@id': url,
  url,
  name: text.optional(),
  issueNumber: z.int().positive().optional(),
  datePublished: instant,
});
const issue = issueInList.extend({
  name: text,
  dateModified: instant.optional(),
  abstract: text.optional(),
  editor: z.strictObject({ '@type': z.literal('Person'), name: text }).optional(),
  isPartOf: periodical.pick({ '@type': true, '@id': true, name: true }),
  mainEntity: z.strictObject({
    '@type': z.literal('ItemList'),
    itemListElement: z.array(
      z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), url }),
    ),
  }),
});
/** https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
const breadcrumbs = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.strictObject({
        '@type': z.literal('ListItem'),
        position: z.int(),
        name: text,
        item: z.strictObject({ '@id': url }),
      }),
    )
    .min(2),
});
const listItem = { '@type': z.literal('ListItem'), position: z.int() };
const collection = z.strictObject({
  '@type': z.literal('CollectionPage'),
  url,
  name: text,
  description: text,
  isPartOf: z.strictObject({ '@id': url }),
  about: organization.optional(),
  mainEntity: z.strictObject({
    '@type': z.literal('ItemList'),
    numberOfItems: z.int(),
    itemListElement: z.array(
      z.union([
        z.strictObject({ ...listItem, name: text, url }),
        z.strictObject({ ...listItem, item: issueInList }),
      ]),
    ),
  }),
});
const searchAction = z.strictObject({
  '@type': z.literal('SearchAction'),
  target: z.strictObject({ '@type': z.literal('EntryPoint'), urlTemplate: text }),
  'query-input': z.literal('required name=search_term_string'),
});
const page = z.strictObject({
  '@type': z.enum(['AboutPage', 'SearchResultsPage', 'WebPage']),
  url,
  name: text,
  isPartOf: z.strictObject({ '@id': url }),
  mainEntity: periodical.extend({ copyrightNotice: text }).optional(),
  potentialAction: searchAction.optional(),
});
const website = z.strictObject({
  '@type': z.literal('WebSite'),
  url,
  name: text,
  potentialAction: searchAction,
});

const publication = periodical.extend({ description: text, hasPart: z.array(issueInList) });

/** What may stand in the graph of a page. */
const nodeSchema = z.discriminatedUnion('@type', [
  issue,
  article,
  collection,
  page,
  website,
  publication,
  breadcrumbs,
]);
/** The graph of a page of any kind. */
export const graphSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(nodeSchema),
});
export type IssueNode = z.infer<typeof issue>;
export type ArticleNode = z.infer<typeof article>;
export type CollectionNode = z.infer<typeof collection>;
export type BreadcrumbsNode = z.infer<typeof breadcrumbs>;
