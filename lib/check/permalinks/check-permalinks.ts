import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { itemsOf } from '#lib/content/queries.ts';
import { PairIndex, pairsOfLetters } from '#lib/site/pair-index.ts';
import { paths } from '#lib/site/paths.ts';
import { isDecodable, redirectFrom } from '#lib/site/redirects.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import type { PublicBefore } from './public-before.ts';

/** Reports pages and items that were public and are lost: they do not exist any more, and nothing redirects. */
export function checkPermalinks(
  archive: Archive,
  diagnostics: readonly Diagnostics[],
  before: PublicBefore,
): void {
  const redirects = redirectsOf(archive);
  const isReached = (path: string) =>
    !isDecodable(path) ||
    addressAt(archive, path) !== undefined ||
    redirectFrom(path, redirects) !== undefined;
  const items = new Set(before.items.map(({ date, id }) => decodeURI(paths.item(date, id))));
  const reportPage = (path: string) => {
    const shown = decodeURI(path);
    const reason = `Unexpected end of ${shown}, public in ${before.from}, expected a page or a line \`${shown}: …\` in redirects.yml`;
    fileOf(path, diagnostics)?.report('permalink-removed', reason, 0);
  };
  for (const path of new Set(before.paths)) {
    // A lost item is reported below, with what may have taken its place.
    if (!isReached(path) && !items.has(decodeURI(path))) reportPage(path);
  }
  const issues = new Map<string, Issue>(archive.issues.map((issue) => [issue.date, issue]));
  for (const item of before.items) {
    const issue = issues.get(item.date);
    const file = diagnostics.find(({ path }) => path === `issues/${item.date}.md`);
    const path = paths.item(item.date, item.id);
    // A line in redirects.yml is enough for an item that was taken back.
    if (isReached(path)) continue;
    if (issue === undefined || file === undefined) {
      // The whole issue is gone. Where it has a redirect, each of its items needs one too; else the fault above is enough.
      if (isReached(paths.issue(item.date))) reportPage(path);
      continue;
    }
    const ids = new Set(before.items.filter(({ date }) => date === item.date).map(({ id }) => id));
    const now = itemsOf(issue);
    const successor = findSuccessor(
      item,
      now.filter(({ id }) => !ids.has(id)),
    );
    const remedy =
      successor === undefined
        ? `{#${item.id}} behind the title of what took its place`
        : `{#${item.id}} behind the title “${successor.title}”`;
    const reason = `Unexpected end of ${decodeURI(path)}, “${item.title}”, public in ${before.from}, expected ${remedy}`;
    file.report('permalink-removed', reason, successor?.place ?? 0);
  }
}

/** The file to report a lost page in: the file of the issue if it was an issue's page, else `redirects.yml`. */
function fileOf(path: string, diagnostics: readonly Diagnostics[]): Diagnostics | undefined {
  const own = diagnostics.find((file) => `${path.slice(1)}.md` === file.path);
  return own ?? diagnostics.find((file) => file.path === 'redirects.yml');
}

/**
 * Finds the item whose text is most like that of a lost item: probably the same item with another title.
 * @returns `undefined` where no item has half of the text
 */
function findSuccessor<Item extends { title: string; text: string }>(
  item: { title: string; text: string },
  candidates: readonly Item[],
): Item | undefined {
  const index = new PairIndex();
  for (const { title, text } of candidates) index.add(pairsOfLetters(`${title}\n${text}`));
  const best = index.find(pairsOfLetters(`${item.title}\n${item.text}`), 0.5);
  return best === undefined ? undefined : candidates[best];
}
