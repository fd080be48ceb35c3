import { join } from 'node:path';
import type { Archive } from '#lib/content/archive.ts';
import { readArchive } from './feeds.ts';

let read: Promise<Archive> | undefined;

/**
 * The archive of the shipped content, read once for all test files of a process: what is found in it for one, such as
 * the threads, is found for all. A test that changes it takes a copy.
 */
export function readShipped(): Promise<Archive> {
  read ??= readArchive(join(import.meta.dirname, '../../content'));
  return read;
}
