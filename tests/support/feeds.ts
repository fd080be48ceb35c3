import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import FeedParser from 'feedparser';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { Archive } from '#lib/content/archive.ts';
import { ArchiveReader } from '#lib/content/folder/read-archive.ts';
import { type Feed, feedOf, feedProps } from '#lib/syndication/feed.ts';
import { type FeedRef, feedsOf } from '#lib/syndication/feeds.ts';

const schema = (name: string) =>
  readFileSync(join(import.meta.dirname, '../schemas', name), 'utf8');

/** The archive of a content folder. */
export async function readArchive(folder: string): Promise<Archive> {
  const { archive } = await new ArchiveReader(folder).read();
  if (archive === undefined) throw new Error(`${folder} has no usable site.yml`);
  return archive;
}

/** What xmllint finds wrong with documents by a grammar of `tests/schemas`; names are for its messages. */
export async function xmlFaults(
  documents: readonly { name: string; text: string }[],
  grammar: 'atom.rng' | 'rss.rng' | 'sitemap.rng',
): Promise<string[]> {
  const { errors, valid, rawOutput } = await validateXML({
    xml: documents.map(({ name, text }) => ({ fileName: name, contents: text })),
    schema: schema(grammar),
    extension: 'relaxng',
    maxMemoryPages: memoryPages.GiB,
  });
  const faults = errors.map(({ rawMessage }) => rawMessage);
  return valid || faults.length > 0 ? faults : [rawOutput];
}

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
/** Whether a value is a JSON Feed 1.1; what is wrong with it is in `isJsonFeed.errors`. */
export const isJsonFeed = ajv.compile(JSON.parse(schema('json-feed.schema.json')));

/** The feed of an archive for which `matches` is true. @throws where there is none */
export function feedThat(archive: Archive, matches: (ref: FeedRef) => boolean): Feed {
  const ref = feedsOf(archive).find(matches);
  if (ref === undefined) throw new Error('there is no such feed');
  return feedOf(feedProps(archive, ref));
}

/** A feed as a program of other people's, which shares no code with what wrote it, reads it. */
export async function readBack(
  text: string,
): Promise<{ meta: FeedParser.Meta; items: FeedParser.Item[] }> {
  const parser = new FeedParser({ addmeta: false });
  const items: FeedParser.Item[] = [];
  parser.end(text);
  for await (const item of parser) items.push(item);
  return { meta: parser.meta, items };
}
