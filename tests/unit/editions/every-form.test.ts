import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import { actsOf } from '#lib/desk/lists/acts.ts';
import { casesOf } from '#lib/desk/lists/cases.ts';
import { wechatEdition } from '#lib/editions/wechat/edition.ts';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { withAbsoluteAddresses } from '#lib/syndication/html.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import type { PublicFile } from '#lib/views/files.ts';
import { filesOf } from '#lib/views/files.ts';
import { contentFolderWith } from '#tests/support/content-folder.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { readArticle, readForm } from '#tests/support/forms.ts';
import { hostileNews } from '#tests/support/hostile-news.ts';
import { bare, lineOf, type ReadItem } from '#tests/support/read-items.ts';
import { readShipped } from '#tests/support/shipped.ts';

/** The ten shipped issues, and two that hold what breaks a format that takes text for its own marks. */
const archives: [string, () => Promise<Archive>][] = [
  ['the shipped issues', readShipped],
  ['hostile issues', () => readArchive(contentFolderWith(hostileNews))],
];

function entriesOf({ issues }: Pick<Archive, 'issues'>): Entry[] {
  return issues.flatMap((issue) =>
    issue.sections.flatMap(({ section, items }) => items.map((item) => ({ issue, section, item }))),
  );
}

/** The items that each feed and edition is to hold, in their order, by its address. */
function expectedByPath(archive: Archive): Map<string, readonly Entry[]> {
  const all = entriesOf(archive);
  const expected = new Map<string, readonly Entry[]>();
  const { sections, sources, topics, entities, issuesByYear } = indexOf(archive);
  const inAll = (years: Years) => [...years.values()].flat();
  const holds = (path: string, entries: readonly Entry[]) => {
    const own = new Set(entries.map(({ item }) => item));
    expected.set(
      path,
      all.filter(({ item }) => own.has(item)),
    );
  };
  for (const format of feedFormatNames) {
    expected.set(paths.itemsFeed(format), all).set(paths.issuesFeed(format), all);
    for (const [id, { years }] of sections)
      expected.set(paths.sectionFeed(id, format), inAll(years));
    for (const [id, { years }] of entities)
      expected.set(paths.entityFeed(id, format), inAll(years));
    for (const [id, { years }] of topics) expected.set(paths.topicFeed(id, format), inAll(years));
    for (const { id, items } of threadsOf(archive).all) holds(paths.threadFeed(id, format), items);
    for (const [id, { years }] of sources) expected.set(paths.sourceFeed(id, format), inAll(years));
  }
  for (const { id, entries, mentions } of actsOf(archive).all)
    holds(paths.lawFeed(id, 'atom'), [...entries, ...mentions]);
  for (const { id, entries } of casesOf(archive).all) holds(paths.caseFeed(id, 'atom'), entries);
  for (const { date } of archive.issues) {
    const own = all.filter(({ issue }) => issue.date === date);
    for (const ending of ['md', 'json', 'eml', 'epub', 'docx'] as const)
      expected.set(paths.edition(date, ending), own);
    expected.set(paths.mail(date), own);
  }
  for (const [year, issues] of issuesByYear)
    expected.set(paths.volume(year), entriesOf({ issues: issues.toReversed() }));
  return expected;
}

/** An item as it is typed, in the words in which it is read back. */
function typedItem({ issue, item }: Entry, { site }: Archive): ReadItem {
  const page = absoluteUrl(site.origin, paths.issue(issue.date));
  return {
    title: bare(item.title),
    text: lineOf(withAbsoluteAddresses(item.html.__html, page)),
    url: absoluteUrl(site.origin, paths.item(issue.date, item.id)),
    sources: item.attributions.map(({ source, url, date }) => ({
      name: bare(source.name),
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
    })),
  };
}

const isForm = ({ kind, path }: PublicFile) =>
  (kind === 'feed' && path !== paths.feedList()) || kind === 'edition';

describe.each(archives)('every feed and edition of %s', (_, read) => {
  test('holds each item with its title, text, sources and addresses, and no other', async () => {
    const archive = await read();
    const expected = expectedByPath(archive);
    const forms = filesOf(archive).filter(isForm);
    expect(new Set(forms.map(({ path }) => path))).toEqual(new Set(expected.keys()));
    for (const { path, write } of forms) {
      const items = expected.get(path)?.map((entry) => typedItem(entry, archive));
      for (const found of await readForm(path, await write())) expect(found, path).toEqual(items);
    }
  }, 120_000);

  test('holds each item too in the 公众号 article, which has no links', async () => {
    const archive = await read();
    for (const issue of archive.issues) {
      const items = entriesOf({ issues: [issue] }).map((entry) => typedItem(entry, archive));
      expect(readArticle(wechatEdition(issue, archive.site).html), issue.date).toEqual(items);
    }
  });
});

test('ten issues are shipped', async () => {
  const [shipped] = archives;
  expect((await shipped?.[1]())?.issues).toHaveLength(10);
});
