import type { ParseTask } from '#lib/content/parse-and-keep.ts';
import { publicReader } from '#lib/content/public-folder.ts';
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

/** What a file holds, or what writes that of which props. */
export type Content =
  | { content: FileContent }
  | { writer: WriterName; props: FilePropsOf<WriterName> };

/** A file that is to be made and kept, with its name in the output folder. */
export type Work = Kept & { name: string } & Content;

/** Files to write, the folder of the site's own pictures, and that of the cache. */
export type Batch = { works: readonly Work[]; publicFolder: string; cache: string };

/** Lets a thread load what writes most files before any is to be written. */
export { loadWriters } from '#lib/views/file-writers.ts';

/** Writes and compresses files, and keeps them; on whatever thread it is called. */
export function writeAndKeep({ works, publicFolder, cache }: Batch): Promise<Written[]> {
  return withCodes(async () => {
    const readPublic = publicReader(publicFolder);
    const written: Written[] = [];
    for (const work of works) {
      const content =
        'content' in work ? work.content : await writeFile(work.writer, work.props, readPublic);
      written.push(writeForms(cache, work, pack(work.name, content, work.quality)));
    }
    return written;
  });
}

/** The sizes of files whose forms are kept; `undefined` for each of which a form is not what its name says. */
export function sizesIfWhole(kept: readonly Files[]): Promise<(Sizes | undefined)[]> {
  return withCodes(async () => kept.map(sizesOf));
}

/** Parses issues, see `parseAndKeep`. Whoever writes files needs no parser: it is loaded when it is first called. */
export function parseIssues(task: ParseTask): Promise<string[]> {
  return withCodes(async () => {
    const { parseAndKeep } = await import('#lib/content/parse-and-keep.ts');
    return parseAndKeep(task);
  });
}
