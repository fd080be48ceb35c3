import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Issue } from '#lib/content/issue.ts';
import { isIsoDate } from '#lib/site/dates.ts';
import { PairIndex, pairsOfLetters } from '#lib/site/pair-index.ts';
import { paths } from '#lib/site/paths.ts';
import { isDecodable, redirectFrom } from '#lib/site/redirects.ts';
import { addressAt } from '#lib/views/addresses.ts';
import { redirectsOf } from '#lib/views/redirects.ts';
import type { PublicBefore } from './public-before.ts';

/** Reports pages and items that were public, are there no more, and lead nowhere else. */
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
  for (const path of new Set(before.paths)) {
    if (isReached(path)) continue;
    const shown = decodeURI(path);
    const reason = `Unexpected end of ${shown}, public in ${before.from}, expected a page or a line \`${shown}: …\` in redirects.yml`;
    fileOf(path, diagnostics)?.report('permalink-removed', reason, 0);
  }
  const issues = new Map<string, Issue>(archive.issues.map((issue) => [issue.date, issue]));
  for (const item of before.items) {
    const issue = issues.get(item.date);
    const file = diagnostics.find(({ path }) => path === `issues/${item.date}.md`);
    // Whoever follows a link to an issue that is gone is led on with it, or has the fault above.
    if (issue === undefined || file === undefined) continue;
    const ids = new Set(before.items.filter(({ date }) => date === item.date).map(({ id }) => id));
    const now = issue.sections.flatMap((section) => section.items);
    if (now.some(({ id }) => id === item.id)) continue;
    const heir = findHeir(
      item,
      now.filter(({ id }) => !ids.has(id)),
    );
    const remedy =
      heir === undefined
        ? `{#${item.id}} behind the title of what took its place`
        : `{#${item.id}} behind the title “${heir.title}”`;
    const address = isIsoDate(item.date) ? decodeURI(paths.item(item.date, item.id)) : item.id;
    const reason = `Unexpected end of ${address}, “${item.title}”, public in ${before.from}, expected ${remedy}`;
    file.report('permalink-removed', reason, heir?.place ?? 0);
  }
}

/** The issue's own file, where the page was an issue's and the file is there; else the redirects. */
function fileOf(path: string, diagnostics: readonly Diagnostics[]): Diagnostics | undefined {
  const own = diagnostics.find((file) => `${path.slice(1)}.md` === file.path);
  return own ?? diagnostics.find((file) => file.path === 'redirects.yml');
}

/** Among items, the one that says most of what an item said before: the same with another title. */
function findHeir<Item extends { title: string; text: string }>(
  item: Pick<Item, 'title' | 'text'>,
  candidates: readonly Item[],
): Item | undefined {
  const index = new PairIndex();
  const pairsOf = (each: Pick<Item, 'title' | 'text'>) =>
    pairsOfLetters(`${each.title}\n${each.text}`);
  for (const candidate of candidates) index.add(pairsOf(candidate));
  const position = index.find(pairsOf(item), 0.5);
  return position === undefined ? undefined : candidates[position];
}
