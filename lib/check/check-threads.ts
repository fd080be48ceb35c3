import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { permalinkOf } from '#lib/site/permalink.ts';
import { threadsOf } from '#lib/threads/threads-of.ts';
import { lostItem, permalinksIn } from './item-addresses.ts';

/**
 * Reports items in `threads.yml` that do not exist, and lists in it that make no thread.
 * @param written every issue. Issues that are not public yet count too: an editor may list their items in advance
 */
export function checkThreads(
  archive: Archive,
  written: readonly Issue[],
  diagnostics: readonly Diagnostics[],
): void {
  const file = diagnostics.find(({ path }) => path === 'threads.yml');
  if (file === undefined || archive.threads.length === 0) return;
  const allItems = new Set(written.flatMap(permalinksIn));
  const inThreads = new Set(
    threadsOf(archive).all.flatMap(({ items }) => items.map((entry) => permalinkOf(entry))),
  );
  const publicItems = new Set(archive.issues.flatMap(permalinksIn));
  for (const { items, without } of archive.threads) {
    const lost = [...items, ...without].filter((permalink) => !allItems.has(permalink));
    for (const permalink of lost) {
      file.report('registry-invalid', lostItem(permalink, written), placeOf(permalink, file));
    }
    const [first] = items;
    // An item that is lost or not public yet may be the one that would make it a thread.
    if (first === undefined || lost.length > 0 || !items.every((item) => publicItems.has(item)))
      continue;
    if (items.some((item) => inThreads.has(item))) continue;
    const reason = `Unexpected thread of ${first} alone, expected another item of the story under items`;
    file.report('registry-invalid', reason, placeOf(first, file));
  }
}

/** The offset of a permalink in the file, percent-encoded there or not. */
function placeOf(permalink: string, { text }: Diagnostics): number {
  const offsets = [permalink, encodeURI(permalink)].map((spelling) => text.indexOf(spelling));
  return Math.max(0, ...offsets);
}
