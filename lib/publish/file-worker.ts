import type { ParseTask } from '#lib/content/folder/parse-and-cache.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { withCodes } from '#lib/system/thread-errors.ts';
import { type FilePropsOf, type WriterName, writeFile } from '#lib/views/file-writers.ts';
import { pack } from './compress.ts';
import {
  type Files,
  type Kept,
  type Sizes,
  sizesOf,
  type Written,
  writeForms,
} from './page-cache.ts';

/** The content of a file, or the writer that makes it and that writer's props. */
export type Content =
  | { content: FileContent }
  | { writer: WriterName; props: FilePropsOf<WriterName> };

/** A file to make and put into the cache. `name` is its name in the output folder. */
export type Work = Kept & { name: string } & Content;

/** Files to make, the folder of the site's own pictures, and the folder of the page cache. */
export type Batch = { works: readonly Work[]; publicFolder: string; cache: string };

/** A thread calls it before there is work, so that the first files do not wait for their writers to load. */
export { loadWriters } from '#lib/views/file-writers.ts';

/** Writes and compresses files, and keeps them; on whatever thread it is called. */
export function writeAndKeep({ works, publicFolder, cache }: Batch): Promise<Written[]> {
  return withCodes(async () => {
    const readPublicFile = publicReader(publicFolder);
    const written: Written[] = [];
    for (const work of works) {
      const content =
        'content' in work ? work.content : await writeFile(work.writer, work.props, readPublicFile);
      written.push(writeForms(cache, work, pack(work.name, content, work.quality)));
    }
    return written;
  });
}

/** The sizes of cached files; `undefined` for each that is damaged or missing. */
export function sizesIfWhole(kept: readonly Files[]): Promise<(Sizes | undefined)[]> {
  return withCodes(async () => kept.map(sizesOf));
}

/** Parses issues, see `parseAndCache`. The parser is loaded only here, because writing files does not need it. */
export function parseIssues(task: ParseTask): Promise<string[]> {
  return withCodes(async () => {
    const { parseAndCache } = await import('#lib/content/folder/parse-and-cache.ts');
    return parseAndCache(task);
  });
}
