import type { Card } from '#lib/cards/card.ts';
import type { Icon } from '#lib/cards/icon-files.ts';
import type { ReadPublicFile } from '#lib/content/archive.ts';
import type { Issue, Topic } from '#lib/content/issue.ts';
import type { CitedStandings } from '#lib/editions/json/issue-json.ts';
import type { ListSchemaProps } from '#lib/editions/json/lists/list-schema.ts';
import type { Letter } from '#lib/editions/mail/letter.ts';
import type { FeedFormat } from '#lib/site/feed-formats.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import type { Site } from '#lib/site/site.ts';
import type { FeedProps } from '#lib/syndication/feed.ts';
import type { FeedList } from '#lib/syndication/feed-list.ts';
import type { SitemapEntry, SitemapRoot } from '#lib/syndication/sitemap.ts';
import type { CalendarFileProps } from '#lib/syndication/write-calendar.ts';

type EditionProps = { site: Site; issue: Issue };
type VolumeProps = { site: Site; year: string; issues: readonly Issue[] };

/**
 * The writer of each kind of file: a pure function from props, which are plain data, so that it can run on another
 * thread. A writer loads its code when it is first called, because most commands only list the files.
 */
const fileWriters = {
  async text(text: string) {
    return text;
  },
  async json(value: object) {
    return JSON.stringify(value);
  },
  async 'search shard'(issues: readonly Issue[]) {
    const { searchShard } = await import('#lib/search/shards.ts');
    return JSON.stringify(searchShard(issues));
  },
  async feed({ feed, format }: { feed: FeedProps; format: FeedFormat }) {
    const { feedOf } = await import('#lib/syndication/feed.ts');
    const { writeFeed } = await import('#lib/syndication/write-feed.ts');
    return writeFeed(feedOf(feed), format);
  },
  async 'feed list'(list: FeedList) {
    return (await import('#lib/syndication/write-opml.ts')).writeOpml(list);
  },
  async calendar(calendar: CalendarFileProps) {
    return (await import('#lib/syndication/write-calendar.ts')).writeCalendar(calendar);
  },
  async sitemap({ entries, root }: { entries: readonly SitemapEntry[]; root: SitemapRoot }) {
    return (await import('#lib/syndication/sitemap.ts')).writeSitemap(entries, root);
  },
  async markdown({ site, issue }: EditionProps) {
    return (await import('#lib/editions/markdown/issue-markdown.ts')).issueMarkdown(issue, site);
  },
  async 'issue json'(props: EditionProps & { topics: readonly Topic[]; cited?: CitedStandings }) {
    const { issueJson } = await import('#lib/editions/json/issue-json.ts');
    return JSON.stringify(issueJson(props, props.issue));
  },
  async 'issue schema'(id: string) {
    const { issueJsonSchema } = await import('#lib/editions/json/schema.ts');
    return JSON.stringify(issueJsonSchema(id), null, 2);
  },
  async 'list schema'(props: ListSchemaProps) {
    const { listJsonSchema } = await import('#lib/editions/json/lists/list-schema.ts');
    return JSON.stringify(listJsonSchema(props), null, 2);
  },
  async 'issue book'({ site, issue }: EditionProps, readPublicFile: ReadPublicFile) {
    const { issueBook } = await import('#lib/editions/book.ts');
    const { writeEpub } = await import('#lib/editions/epub/write-epub.ts');
    return writeEpub(issueBook(site, issue), readPublicFile);
  },
  async volume({ site, year, issues }: VolumeProps, readPublicFile: ReadPublicFile) {
    const { volumeBook } = await import('#lib/editions/book.ts');
    const { writeEpub } = await import('#lib/editions/epub/write-epub.ts');
    return writeEpub(volumeBook(site, year, issues), readPublicFile);
  },
  async word({ site, issue }: EditionProps, readPublicFile: ReadPublicFile) {
    const { issueBook } = await import('#lib/editions/book.ts');
    const { writeDocx } = await import('#lib/editions/docx/write-docx.ts');
    return writeDocx(issueBook(site, issue), readPublicFile);
  },
  async mail(letter: Letter) {
    return (await import('#lib/editions/mail/html.ts')).mailHtml(letter);
  },
  async message(letter: Letter) {
    return (await import('#lib/editions/mail/message.ts')).mailMessage(letter);
  },
  async card(card: Card) {
    return (await import('#lib/cards/draw-card.ts')).drawCard(card);
  },
  async icon(icon: Icon, readPublicFile: ReadPublicFile) {
    return (await import('#lib/cards/draw-icon.ts')).drawIcon(icon, readPublicFile);
  },
} satisfies Record<string, (props: never, readPublicFile: ReadPublicFile) => Promise<FileContent>>;

/** Loads the writers of editions and feeds ahead of time: when an issue changes, all of them are needed. */
export async function loadWriters(): Promise<void> {
  await Promise.all([
    import('#lib/syndication/feed.ts'),
    import('#lib/syndication/write-feed.ts'),
    import('#lib/editions/markdown/issue-markdown.ts'),
    import('#lib/editions/json/issue-json.ts'),
    import('#lib/editions/epub/write-epub.ts'),
    import('#lib/editions/docx/write-docx.ts'),
    import('#lib/editions/mail/message.ts'),
  ]);
}

type Writers = typeof fileWriters;
export type WriterName = keyof Writers;
/** The props that a writer takes. */
export type FilePropsOf<Writer extends WriterName> = Parameters<Writers[Writer]>[0];

/** Writes a file. @throws Error when a picture of `public/` that belongs into it cannot be read */
export function writeFile<Writer extends WriterName>(
  writer: Writer,
  props: FilePropsOf<Writer>,
  readPublicFile: ReadPublicFile,
): Promise<FileContent> {
  const writers: {
    [Name in WriterName]: (
      props: FilePropsOf<Name>,
      readPublicFile: ReadPublicFile,
    ) => Promise<FileContent>;
  } = fileWriters;
  return writers[writer](props, readPublicFile);
}
