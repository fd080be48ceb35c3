import type { Article } from '#lib/article/article.ts';
import type { Archive } from '#lib/content/archive.ts';
import { NameIndex } from '#lib/content/names.ts';
import { withoutTracking } from '#lib/content/prose/links.ts';
import { Failure } from '#lib/system/failure.ts';
import { addSource } from './add-source.ts';
import { findSection } from './find-section.ts';
import { findSource } from './find-source.ts';
import { findTold } from './find-told.ts';
import { appendItem, writeItem } from './write-item.ts';

export type CollectOptions = {
  /** A name, an alias or the id of a section; without it, the first one of sections.yml. */
  section?: string | undefined;
  addSource?: boolean;
  quote?: boolean;
};

/** The texts of the draft and of sources.yml, as they are or as they will be. */
export type Texts = { issue: string; sources: string };

/**
 * Adds an article to a draft as an item without a body.
 * @param asked the address that the editor gave
 * @returns the texts to write, and what to tell the editor, one sentence a line
 * @throws Failure for an unknown section, and an article without a title
 */
export function collectArticle(
  archive: Archive,
  texts: Texts,
  article: Article,
  asked: string,
  options: CollectOptions,
): { texts: Texts; said: string[] } {
  const { title } = article;
  if (title === undefined) throw new Failure(`${asked} has no title: write this item by hand.`, 2);
  const index = new NameIndex(archive.sections);
  const section = findSection(options.section, index);
  const url = withoutTracking(article.address);
  const known = findSource(archive.sources, article.host, article.publisher);
  const publisher = known?.name ?? article.publisher ?? article.host;
  const note = options.quote === true ? firstSentences(article.paragraphs) : undefined;
  const item = writeItem({ title: shorten(title), publisher, url, day: article.day, note });
  const isSection = (heading: string) => index.find(heading) === section;
  const isNew = known === undefined;
  const sources =
    isNew && options.addSource === true
      ? addSource(texts.sources, publisher, new URL(url).origin)
      : texts.sources;
  const told = findTold(archive, article, [asked, url]).map(({ why, entry, thread }) => {
    const words = why === 'cited' ? 'Already cited in' : 'The same story was told in';
    const number = entry.issue.number === undefined ? '' : `第${entry.issue.number}期 `;
    const story = thread === undefined ? '' : `, thread ${thread}`;
    return `${words} ${number}${entry.issue.date}: “${entry.item.title}”${story}.`;
  });
  const said = [
    `Added “${title}” to ${section.name}: ${publisher}, ${article.day ?? 'no day found'}.`,
    ...told,
    ...(isNew && sources === texts.sources
      ? [`${publisher} is not in sources.yml: --add-source adds it.`]
      : []),
    ...(isNew && sources !== texts.sources ? [`${publisher} was added to sources.yml.`] : []),
  ];
  return {
    texts: { issue: appendItem(texts.issue, item, isSection, section.name), sources },
    said,
  };
}

/** `check` takes titles of up to 200 characters. */
function shorten(title: string): string {
  return title.length <= 200 ? title : `${title.slice(0, 199)}…`;
}

/** The first two sentences of a text, at most 300 characters. */
function firstSentences(paragraphs: readonly string[]): string | undefined {
  const text = paragraphs.slice(0, 2).join('');
  const sentences = text.match(/[^。！？!?.]+(?:[。！？!?]+|\.(?=\s|$)|\.)?/g) ?? [];
  const first = sentences.slice(0, 2).join('').slice(0, 300).trim();
  return first === '' ? undefined : first;
}
