import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import { parseMarkdown, toHtml } from '#lib/content/markdown/markdown.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { readBack } from './feeds.ts';
import { elementsOf, textOf } from './markup.ts';
import { bare, blocksOf, itemOf, itemsIn, lineOf, type ReadItem } from './read-items.ts';

/**
 * Reads the items in a feed or an edition with parsers that share no code with what wrote it. A mail holds two texts
 * (HTML and plain text) and gives two lists; each list must have all items.
 */
export async function readForm(path: string, content: FileContent): Promise<ReadItem[][]> {
  const text = typeof content === 'string' ? content : '';
  const bytes = Buffer.from(content);
  if (path.startsWith('/issues/feed') || path === '/issues/atom.xml') {
    const entries = await readFeed(path, text);
    return [entries.flatMap(({ html }) => itemsIn(blocksOf(parseFragment(html)), 'h3'))];
  }
  if (/(feed|atom)\.(xml|json)$/.test(path)) {
    const entries = await readFeed(path, text);
    return [entries.map(({ title, url, html }) => ({ ...readEntry(html), title, url }))];
  }
  if (path.endsWith('.epub')) return [readBook(bytes)];
  if (path.endsWith('.docx')) {
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    return [itemsIn(blocksOf(parseFragment(value)), 'h2')];
  }
  if (path.endsWith('.eml')) {
    const mail = await PostalMime.parse(bytes);
    return [readMail(mail.html ?? ''), readPlain(mail.text ?? '')];
  }
  if (path.endsWith('.md')) return [readMarkdown(text)];
  if (path.endsWith('.json')) return [readJson(text)];
  return [readMail(text)];
}

type FeedEntry = { title: string; url: string; html: string };

const jsonFeed = z.object({
  items: z.array(z.object({ title: z.string(), url: z.string(), content_html: z.string() })),
});

const typedTitle = z.object({ '#': z.string() });
/** Titles as the file has them: the `title` of the parser lacks what looks like an HTML tag. */
const feedTitles = z.object({ 'rss:title': typedTitle }).or(z.object({ 'atom:title': typedTitle }));

async function readFeed(path: string, text: string): Promise<FeedEntry[]> {
  if (path.endsWith('.json')) {
    const { items } = jsonFeed.parse(JSON.parse(text));
    return items.map(({ title, url, content_html }) => ({
      title: bare(title),
      url,
      html: content_html,
    }));
  }
  const { items } = await readBack(text);
  return items.map((item) => {
    const [title] = Object.values(feedTitles.parse(item));
    return {
      title: bare(title?.['#'] ?? ''),
      url: item.link ?? '',
      html: item.description ?? '',
    };
  });
}

function readEntry(html: string): ReadItem {
  const lines = blocksOf(parseFragment(html)).map(({ line }) => line);
  return itemOf('', lines);
}

function readBook(bytes: Uint8Array): ReadItem[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xhtml'))
    .flatMap(([, page]) => elementsOf(parse(strFromU8(page))))
    .filter(({ tagName }) => tagName === 'article')
    .flatMap((article) => itemsIn(blocksOf(article), 'h2', /^本条网页⟨/));
}

/** Its items stand in the innermost of its tables. */
function readMail(html: string): ReadItem[] {
  const cells = elementsOf(parse(html)).filter(({ tagName }) => tagName === 'td');
  return cells.slice(1, 2).flatMap((cell) => itemsIn(blocksOf(cell), 'h3', /本条网页⟨/));
}

/** The text part of a mail: in plain text an address is typed. */
function readPlain(text: string): ReadItem[] {
  return text.split(/\n(?=【)/).flatMap((chunk) => {
    const [title = '', ...lines] = chunk.split('\n');
    const end = lines.findIndex((line) => /^https?:\S+$/.test(line));
    if (!title.startsWith('【') || end === -1) return [];
    const marked = lines.slice(0, end).map((line) =>
      line
        .replace(/^> /, '')
        .replace(/（(https?:.*?) ?）/g, '⟨$1⟩')
        .replace(/ (https?:\S+?) ?(?=、|$)/g, '⟨$1⟩'),
    );
    const read = itemOf(bare(title).slice(1, -1), [...marked.map(bare), '']);
    return [{ ...read, url: lines[end] ?? '' }];
  });
}

/** Its items have ids, and the issue an address above all. */
function readMarkdown(text: string): ReadItem[] {
  const page = /^# (\S+)$/m.exec(text)?.[1];
  const html = toHtml(parseMarkdown(text).children).__html;
  return itemsIn(blocksOf(parseFragment(html)), 'h3').map((item) => {
    const [, title = '', id] = /^(.*)\{#(.+)\}$/.exec(item.title) ?? [];
    return { ...item, title, url: `${page}/${id}` };
  });
}

const issueJson = z.object({
  sections: z.array(
    z.object({
      items: z.array(
        z.object({
          title: z.string(),
          url: z.string(),
          html: z.string(),
          sources: z.array(
            z.object({
              name: z.string(),
              url: z.string().optional(),
              date: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

function readJson(text: string): ReadItem[] {
  const { sections } = issueJson.parse(JSON.parse(text));
  return sections
    .flatMap(({ items }) => items)
    .map(({ title, url, html, sources }) => ({
      ...{ title: bare(title), url, text: lineOf(html) },
      sources: sources.map(({ name, ...rest }) => ({ name: bare(name), ...rest })),
    }));
}

/** A 公众号 article, whose links are numbers of notes at its end. */
export function readArticle(html: string): ReadItem[] {
  const notes = new Map(
    Array.from(html.matchAll(/\[(\d+)\] ([^<]+)/g), ([, at = '', url = '']) => [at, textOf(url)]),
  );
  const linked = html.replace(
    /<span[^>]*>\[(\d+)\]<\/span>/g,
    (_, at: string) => `⟨${notes.get(at)?.replaceAll('&', '&amp;')}⟩`,
  );
  const [section] = parseFragment(linked).childNodes;
  const parent: DefaultTreeAdapterTypes.ParentNode =
    section !== undefined && 'childNodes' in section ? section : parseFragment('');
  return itemsIn(blocksOf(parent), 'strong', /本条地址⟨/);
}
