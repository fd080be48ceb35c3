import { addressesOf, isPage } from '#lib/views/addresses.ts';
import { examples } from '#tests/examples/examples.ts';
import { readShipped } from '#tests/support/shipped.ts';
import { showPage } from '#tests/support/shown-page.ts';
import { dataFaults, typesOf } from '#tests/support/structured-data.ts';
import { examplesSite, site } from './playwright.config.ts';
import { expect, test } from './test.ts';

const TYPES: Record<string, string[]> = {
  'front page': ['WebSite', 'Periodical'],
  issue: ['PublicationIssue', 'BreadcrumbList'],
  item: ['NewsArticle', 'BreadcrumbList'],
  section: ['CollectionPage', 'BreadcrumbList'],
  source: ['CollectionPage', 'BreadcrumbList'],
  sources: ['CollectionPage', 'BreadcrumbList'],
  topic: ['CollectionPage', 'BreadcrumbList'],
  topics: ['CollectionPage', 'BreadcrumbList'],
  entity: ['CollectionPage', 'BreadcrumbList'],
  entities: ['CollectionPage', 'BreadcrumbList'],
  threads: ['CollectionPage', 'BreadcrumbList'],
  thread: ['CollectionPage', 'BreadcrumbList'],
  archive: ['CollectionPage', 'BreadcrumbList'],
  review: ['WebPage', 'BreadcrumbList'],
  trends: ['WebPage', 'BreadcrumbList'],
  laws: ['CollectionPage', 'BreadcrumbList'],
  law: ['CollectionPage', 'BreadcrumbList'],
  cases: ['CollectionPage', 'BreadcrumbList'],
  case: ['CollectionPage', 'BreadcrumbList'],
  calendar: ['CollectionPage', 'BreadcrumbList'],
  search: ['SearchResultsPage', 'BreadcrumbList'],
  feeds: ['WebPage', 'BreadcrumbList'],
  about: ['AboutPage', 'BreadcrumbList'],
  accessibility: ['WebPage', 'BreadcrumbList'],
  // Search engines are asked to leave these out.
  wechat: [],
  clipping: [],
  offline: [],
  'not found': [],
};

test('the pages say to machines what they say to readers', async () => {
  const archive = await readShipped();
  const pages = addressesOf(archive).filter(isPage);
  expect(new Set(pages.map(({ kind }) => kind))).toEqual(new Set(Object.keys(TYPES)));
  for (const { path, kind } of pages) {
    const html = await (await fetch(site + path)).text();
    const page = showPage(html);
    expect(typesOf(page), path).toEqual(TYPES[kind]);
    if (TYPES[kind]?.length === 0) expect(html).toContain('name="robots" content="noindex"');
    else expect(dataFaults(page), path).toEqual([]);
  }
});

test('hostile text, corrections and many sources are told as they are shown', async ({
  request,
}) => {
  const paths = examples.map(({ date }) => `/issues/${date}`);
  for (const path of [...paths, '/', '/archive', '/sections/industry', '/sources', '/topics/ai']) {
    const html = await (await request.get(examplesSite + path)).text();
    expect(dataFaults(showPage(html)), path).toEqual([]);
  }
});
