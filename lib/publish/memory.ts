import { availableParallelism } from 'node:os';
import { listIssueFiles } from '#lib/content/archive.ts';
import { orFailure } from '#lib/editor/read-folder.ts';

/** V8's flags for a process that holds the archive, and how many servers may hold it too. */
export type Memory = { flags: readonly string[]; servers: number };

/** From so many issues on, memory is dearer than time: thirty years of a weekly. */
const MANY_ISSUES = 1500;
/** The most servers that are worth their memory. */
const MOST = 4;

/**
 * What a content folder's archive leaves room for. By itself V8 lets garbage grow to a multiple of what is in
 * use before it looks for it: of 5,200 issues, 0.7 GB in use, to 2.4 GB in the press and as much in each server.
 * With a tenth that takes longer, and stays in bounds.
 * @throws Failure when the folder cannot be read
 */
export async function memoryFor(content: string): Promise<Memory> {
  const issues = await orFailure(content, listIssueFiles(content));
  if (issues.length >= MANY_ISSUES) return { flags: ['--heap-growing-percent=10'], servers: 1 };
  return { flags: [], servers: Math.min(availableParallelism(), MOST) };
}
