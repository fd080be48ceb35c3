import { parseRegistries } from '../registries/registries.ts';
import { readIssueFile, readRegistryFiles } from './content-files.ts';
import { IssueCache } from './issue-cache.ts';
import { hashForParsing, parseFile } from './read-issues.ts';

/**
 * The issue files to parse, as paths in the content folder `folder`, and the folder and code hash of the issue cache.
 */
export type ParseTask = {
  folder: string;
  paths: readonly string[];
  cache: string;
  parsedBy: string;
};

/**
 * Parses issue files and writes the issues without a fault to the cache. It may run on any thread.
 * @returns the paths of the files that it wrote to the cache
 * @throws Error when a file cannot be read
 */
export async function parseAndCache(task: ParseTask): Promise<string[]> {
  const { folder, paths, parsedBy } = task;
  const files = await readRegistryFiles(folder);
  const { registries } = parseRegistries(files);
  if (registries === undefined) return [];
  const hashedRegistries = { hash: hashForParsing(files), registries };
  const cache = new IssueCache(task.cache, parsedBy);
  return paths.flatMap(
    (path) => parseFile(readIssueFile(folder, path), hashedRegistries, cache).written,
  );
}
