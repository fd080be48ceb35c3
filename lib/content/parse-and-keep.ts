import { readIssueFile, readRegistryFiles } from './content-files.ts';
import { IssueCache } from './issue-cache.ts';
import { issueParser } from './parse-issue.ts';
import { hashOfFile, hashOfRegistries } from './read-issues.ts';
import { parseRegistries } from './registries/registries.ts';
import { decodeTextFile } from './text-file.ts';

/** Issue files of a content folder, the folder of the cache of issues, and the hash of the parser's code. */
export type ParseTask = {
  folder: string;
  paths: readonly string[];
  cache: string;
  parsedBy: string;
};

/**
 * Parses issue files, and keeps those without a fault; on whatever thread it is called.
 * @returns the paths of what it kept
 * @throws Error when a file cannot be read
 */
export async function parseAndKeep(task: ParseTask): Promise<string[]> {
  const { folder, paths, parsedBy } = task;
  const files = await readRegistryFiles(folder);
  const { registries } = parseRegistries(files);
  if (registries === undefined) return [];
  const parse = issueParser(registries);
  const hash = hashOfRegistries(files);
  const cache = new IssueCache(task.cache, parsedBy);
  return paths.flatMap((path) => {
    const file = readIssueFile(folder, path);
    const parsed = parse(decodeTextFile(path, file.bytes));
    return cache.keep(cache.keyOf(hashOfFile(hash, file)), parsed);
  });
}
