import type { ParseTask } from '#lib/content/folder/parse-and-cache.ts';
import { publicReader } from '#lib/content/folder/public-folder.ts';
import type { FileContent } from '#lib/site/public-file.ts';
import { withCodes } from '#lib/system/thread-errors.ts';
import { type FilePropsOf, type WriterName, writeFile } from '#lib/views/file-writers.ts';
import { pack } from './compress.ts';
import {
  type CacheKey,
  type FormPaths,
  type Sizes,
  sizesOf,
  type WrittenForms,
  writeForms,
} from './page-cache.ts';

/** The content of a file, or the writer that makes it and that writer's props. */
export type Content =
  | { content: FileContent }
  | { writer: WriterName; props: FilePropsOf<WriterName> };

/** A file to make and to put into the cache. `name` is its name in the output folder. */
export type WriteTask = CacheKey & { name: string } & Content;

/** Files to make, the folder of the site's own pictures, and the folder of the page cache. */
export type WriteBatch = { tasks: readonly WriteTask[]; publicFolder: string; cache: string };

/** A thread calls it before there is work, so that the first files do not wait for their writers to load. */
export { loadWriters } from '#lib/views/file-writers.ts';

/** Makes files, compresses them, and writes them into the page cache. It may run on any thread. */
export function writeFiles({ tasks, publicFolder, cache }: WriteBatch): Promise<WrittenForms[]> {
  return withCodes(async () => {
    const readPublicFile = publicReader(publicFolder);
    const written: WrittenForms[] = [];
    for (const task of tasks) {
      const content =
        'content' in task ? task.content : await writeFile(task.writer, task.props, readPublicFile);
      written.push(writeForms(cache, task, pack(task.name, content, task.quality)));
    }
    return written;
  });
}

/** The sizes of cached files; `undefined` for each that is damaged or missing. */
export function sizesIfWhole(forms: readonly FormPaths[]): Promise<(Sizes | undefined)[]> {
  return withCodes(async () => forms.map(sizesOf));
}

/** Parses issues, see `parseAndCache`. The parser is loaded only here, because writing files does not need it. */
export function parseIssues(task: ParseTask): Promise<string[]> {
  return withCodes(async () => {
    const { parseAndCache } = await import('#lib/content/folder/parse-and-cache.ts');
    return parseAndCache(task);
  });
}
