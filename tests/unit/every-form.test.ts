import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#lib/content/archive.ts';
import { type Entry, indexOf, type Years } from '#lib/content/queries.ts';
import { wechatEdition } from '#lib/editions/wechat/edition.ts';
import { feedFormatNames } from '#lib/site/feed-formats.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import type { PublicFile } from '#lib/site/public-file.ts';
import { filesOf } from '#lib/views/files.ts';
import { readArchive } from '#tests/support/feeds.ts';
import { type Read, readForm } from '#tests/support/forms.ts';
import { textOf, withoutBlanks } from '#tests/support/markup.ts';

const archive = await readArchive(join(import.meta.dirname, '../../content'));
const all = entriesOf(archive);

function entriesOf({ issues }: Archive): Entry[] {
  return issues.flatMap((issue) =>
    issue.sections.flatMap(({ section, items }) => items.map((item) => ({ issue, section, item }))),
  );
}

/** The items that each feed and edition is to hold, by its address. */
function expectedByPath(): Map<string, readonly Entry[]> {
  const expected = new Map<string, readonly Entry[]>();
  const { sections, sources, topics, issuesByYear } = indexOf(archive);
  const inAll = (years: Years) => [...years.values()].flat();
  for (const format of feedFormatNames) {
    expected.set(paths.itemsFeed(format), all).set(paths.issuesFeed(format), all);
    for (const [id, { years }] of sections)
      expected.set(paths.sectionFeed(id, format), inAll(years));
    for (const [id, { years }] of topics) expected.set(paths.topicFeed(id, format), inAll(years));
    for (const [id, { years }] of sources) expected.set(paths.sourceFeed(id, format), inAll(years));
  }
  for (const { date } of archive.issues) {
    const own = all.filter(({ issue }) => issue.date === date);
    for (const ending of ['md', 'json', 'eml', 'epub', 'docx'] as const)
      expected.set(paths.edition(date, ending), own);
    expected.set(paths.mail(date), own);
  }
  for (const year of issuesByYear.keys())
    expected.set(
      paths.volume(year),
      all.filter(({ issue }) => issue.date.startsWith(year)),
    );
  return expected;
}

/** How far behind an item's text its sources may be told, in characters: corrections may be between. */
const NEAR = 600;

/** What of an item cannot be read in a form: the title before the text, the sources right behind it. */
function missingIn({ text, addresses }: Pick<Read, 'text' | 'addresses'>, entry: Entry): string[] {
  const { issue, item } = entry;
  const body = withoutBlanks(textOf(item.html.__html));
  const at = text.lastIndexOf(body);
  if (at === -1) return [body];
  const behind = text.slice(at + body.length, at + body.length + NEAR);
  const sources = item.attributions.flatMap(({ source, date }) => [source.name, date ?? '']);
  const urls = item.attributions.flatMap(({ url }) => url ?? []);
  const permalink = absoluteUrl(archive.site.origin, paths.item(issue.date, item.id));
  return [
    ...[item.title].filter((title) => !text.slice(0, at).includes(withoutBlanks(title))),
    ...sources.filter((word) => !behind.includes(withoutBlanks(word))),
    ...[permalink, ...urls].filter((url) => !addresses.has(url)),
  ];
}

const expected = expectedByPath();
const isForm = ({ kind, path }: PublicFile) =>
  (kind === 'feed' && path !== paths.feedList()) || kind === 'edition';
const forms = filesOf(archive).filter(isForm);

describe('every feed and edition of all issues', () => {
  test('is known here', () => {
    expect(archive.issues).toHaveLength(10);
    expect(new Set(forms.map(({ path }) => path))).toEqual(new Set(expected.keys()));
  });

  test('holds the title, text, sources and addresses of each of its items', async () => {
    for (const { path, write } of forms) {
      for (const read of await readForm(path, await write())) {
        for (const entry of expected.get(path) ?? [])
          expect(missingIn(read, entry), `${path} ${entry.item.title}`).toEqual([]);
      }
    }
  }, 60_000);

  test('holds them where no link can stand: in the 公众号 article', () => {
    for (const issue of archive.issues) {
      const text = withoutBlanks(textOf(wechatEdition(issue, archive.site).html));
      // Its links are notes, in plain text.
      const addresses = { has: (url: string) => text.includes(url) };
      for (const entry of all.filter((each) => each.issue === issue))
        expect(missingIn({ text, addresses }, entry)).toEqual([]);
    }
  });
});
