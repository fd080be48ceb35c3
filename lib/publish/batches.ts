import type { Address } from '#lib/views/addresses.ts';
import type { WriteTask } from './file-worker.ts';
import type { OutputFile } from './other-files.ts';
import type { FormPaths } from './page-cache.ts';

/** The file in the output folder that an address leads to. */
export type AddressFile = OutputFile & { address: Address };
/** A file that has to be made. */
export type FileToMake = { file: AddressFile; task: WriteTask };
/** A file that the cache has, and whose bytes may be damaged. */
export type FileToCheck = { file: AddressFile; forms: FormPaths };

/** The files that a thread gets at a time: it makes all of them, or it checks all of them. */
export type FileBatch = { make: FileToMake[] } | { check: FileToCheck[] };

/**
 * How many files a busy thread gets at a time. A build of 52 issues from an empty cache takes 27 s of CPU with 1 file
 * a batch, and 22 s with 4, 16 or 64.
 */
const BATCH = 16;

/**
 * Groups files into batches as they come. Files to make and files to check are never in one batch.
 * @param isIdle whether a thread waits for work: then it gets a batch that is not full
 */
export async function* batchesOf(
  files: AsyncIterable<FileToMake | FileToCheck>,
  isIdle: () => boolean,
): AsyncIterable<FileBatch> {
  let make: FileToMake[] = [];
  let check: FileToCheck[] = [];
  for await (const file of files) {
    if ('forms' in file) check.push(file);
    else make.push(file);
    if (make.length >= BATCH || (make.length > 0 && isIdle())) {
      yield { make };
      make = [];
    }
    if (check.length >= BATCH) {
      yield { check };
      check = [];
    }
  }
  if (make.length > 0) yield { make };
  if (check.length > 0) yield { check };
}
