import { readFile, writeFile } from 'node:fs/promises';
import type { Archive } from './archive.ts';
import type { Issue } from './issue.ts';
import { IssueCache, keyOfIssue } from './issue-cache.ts';
import { publicReader } from './public-folder.ts';

/** An archive with its issues by the keys under which they are kept; those that are not, in full. */
type Snapshot = Omit<Archive, 'issues' | 'readPublic'> & {
  kept: { folder: string; parsedBy: string };
  issues: (string | Issue)[];
};

/** Writes an archive down for other processes, which then need neither the content nor the parser. */
export async function writeSnapshot(
  file: string,
  { readPublic: _, ...archive }: Archive,
  { folder, parsedBy }: IssueCache,
): Promise<void> {
  const snapshot: Snapshot = {
    ...archive,
    kept: { folder, parsedBy },
    issues: archive.issues.map((issue) => keyOfIssue(issue) ?? issue),
  };
  await writeFile(file, JSON.stringify(snapshot));
}

/**
 * @param before an archive that was read earlier: issues that it shares need not be read again
 * @throws Error when the file, or an issue that it names, is not there
 */
export async function readSnapshot(file: string, before?: Archive): Promise<Archive> {
  const { kept, issues, ...archive }: Snapshot = JSON.parse(await readFile(file, 'utf8'));
  const cache = new IssueCache(kept.folder, kept.parsedBy);
  const known = new Map(before?.issues.map((issue) => [keyOfIssue(issue), issue]));
  return {
    ...archive,
    readPublic: publicReader(),
    issues: issues.map((issue) => {
      const found = typeof issue === 'string' ? (known.get(issue) ?? cache.read(issue)) : issue;
      if (found === undefined) throw new Error(`${kept.folder} has lost the issue ${issue}`);
      return found;
    }),
  };
}
