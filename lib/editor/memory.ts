import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { listIssueFiles } from '#lib/content/content-files.ts';
import { orFailure } from './read-folder.ts';

/** V8's flags for a process that holds the archive, and how many servers may hold it too. */
export type Memory = { flags: readonly string[]; servers: number };

/** From so many issues on, memory is dearer than time: thirty years of a weekly. */
const MANY_ISSUES = 1500;
/** The most servers that are worth their memory. */
const MOST = 4;

/**
 * Keeps this process, which is about to read a content folder's archive, within bounds, and tells what others
 * that will hold it are to be given. By itself V8 lets garbage grow to a multiple of what is in use before it
 * looks for it: of 5,200 issues, 0.7 GB in use, to 2.4 GB in the press and as much in each server. With an eighth
 * it stays in bounds, and takes hardly longer.
 * @throws Failure when the folder cannot be read
 */
export async function boundMemory(content: string): Promise<Memory> {
  const memory = await memoryFor(content);
  for (const flag of memory.flags) setFlagsFromString(flag);
  return memory;
}

async function memoryFor(content: string): Promise<Memory> {
  const issues = await orFailure(content, listIssueFiles(content));
  if (issues.length >= MANY_ISSUES) return { flags: ['--heap-growing-percent=12'], servers: 1 };
  // The press keeps a core busy by itself; and each server has to warm up, which costs it as much as 600 pages.
  return { flags: [], servers: Math.max(1, Math.min(availableParallelism() - 1, MOST)) };
}
