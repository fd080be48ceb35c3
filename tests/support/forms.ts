import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse } from 'parse5';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import { parseMarkdown, toHtml } from '#lib/content/markdown.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { readBack } from './feeds.ts';
import { elementsOf, textOf, withoutBlanks } from './markup.ts';

/** What someone who opens a file reads, without blanks, and the addresses that they can go to. */
export type Read = { text: string; addresses: Pick<ReadonlySet<string>, 'has'> };

/**
 * A feed or an edition as a program of other people's opens it: each of the texts that it holds, of which
 * each has to hold all.
 */
export async function readForm(path: string, content: FileContent): Promise<Read[]> {
  const text = typeof content === 'string' ? content : '';
  const bytes = Buffer.from(content);
  if (/(feed|atom)\.xml$/.test(path)) return [await readXmlFeed(text)];
  if (path.endsWith('feed.json')) return [readJsonFeed(text)];
  if (path.endsWith('.epub')) return [readBook(bytes)];
  if (path.endsWith('.docx'))
    return [readHtml((await mammoth.convertToHtml({ buffer: bytes })).value)];
  if (path.endsWith('.eml')) {
    const mail = await PostalMime.parse(bytes);
    return [readHtml(mail.html ?? ''), readPlain(mail.text ?? '')];
  }
  if (path.endsWith('.md')) return [readMarkdown(text)];
  if (path.endsWith('.json')) return [readPlain(stringsIn(JSON.parse(text)).join('\n'))];
  return [readHtml(text)];
}

function readHtml(html: string): Read {
  const addresses = elementsOf(parse(html)).flatMap(({ attrs }) =>
    attrs.flatMap(({ name, value }) => (name === 'href' ? [value] : [])),
  );
  return { text: withoutBlanks(textOf(html)), addresses: new Set(addresses) };
}

/** In plain text an address is typed. */
function readPlain(text: string): Read {
  return { text: withoutBlanks(text), addresses: new Set(text.match(/https?:[^\s）)"<>\\]+/g)) };
}

/** The strings of some JSON, in order. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Its items have ids, and the issue an address above all. */
function readMarkdown(text: string): Read {
  const plain = readHtml(toHtml(parseMarkdown(text).children).__html);
  const has = (address: string) => {
    const [page, id] = address.split('#');
    return text.includes(`# ${page}\n`) && text.includes(` {#${id}}\n`);
  };
  const { addresses } = plain;
  return { ...plain, addresses: { has: (url) => addresses.has(url) || has(url) } };
}

async function readXmlFeed(text: string): Promise<Read> {
  const { items } = await readBack(text);
  return joined(items.map(({ title, link, description }) => entry(title, link, description)));
}

const jsonFeed = z.object({
  items: z.array(z.object({ title: z.string(), url: z.string(), content_html: z.string() })),
});

function readJsonFeed(text: string): Read {
  const { items } = jsonFeed.parse(JSON.parse(text));
  return joined(items.map(({ title, url, content_html }) => entry(title, url, content_html)));
}

function entry(title: string | null, url: string | null, html: string | null): Read {
  const read = readHtml(html ?? '');
  return {
    text: withoutBlanks(title ?? '') + read.text,
    addresses: { has: (address) => address === url || read.addresses.has(address) },
  };
}

function readBook(bytes: Uint8Array): Read {
  const pages = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xhtml'));
  return joined(pages.map(([, page]) => readHtml(strFromU8(page))));
}

function joined(reads: readonly Read[]): Read {
  return {
    text: reads.map(({ text }) => text).join('\n'),
    addresses: { has: (address) => reads.some(({ addresses }) => addresses.has(address)) },
  };
}
