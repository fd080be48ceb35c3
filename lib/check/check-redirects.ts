import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Item } from '#lib/content/issue.ts';
import { matchesPattern, pathPatterns } from '#lib/site/path-patterns.ts';
import { addressAt } from '#lib/views/addresses.ts';

/**
 * Reports redirects from an address that is in use, and to one that is not.
 * @param prints whether all addresses of the archive are listed anyway
 */
export function checkRedirects(
  archive: Archive,
  diagnostics: readonly Diagnostics[],
  prints = false,
): void {
  const file = diagnostics.find(({ path }) => path === 'redirects.yml');
  if (file === undefined || archive.redirects.length === 0) return;
  const bare = prints ? archive : withoutWords(archive);
  const isInUse = (path: string) =>
    addressAt(bare, path) !== undefined ||
    (GATHERED.some((pattern) => matchesPattern(pattern, path)) &&
      addressAt(archive, path) !== undefined);
  const places = placesOfKeys(file.text);
  for (const { from, to } of archive.redirects) {
    const report = (reason: string) =>
      file.report('redirect-invalid', reason, places.get(from) ?? 0);
    if (isInUse(from))
      report(`Unexpected redirect from ${from}, which is a page or a file, expected an old path`);
    const [target = ''] = to.split('#');
    if (to.startsWith('/') && !isInUse(target)) {
      report(`Unexpected redirect to ${to}, which is nothing, expected one of this site's paths`);
    }
  }
}

/** Where the lines of a file begin that begin with a path, by those paths. */
function placesOfKeys(text: string): Map<string, number> {
  const lines = text.matchAll(/^["']?(\/[^\s"']*)["']?[ \t]*:(?=\s|$)/gm);
  return new Map(Array.from(lines, ({ 1: path = '', index }) => [path, index]));
}

/** Where stands what is gathered from the words of all items. */
const GATHERED: readonly string[] = [
  ...pathPatterns.thread,
  ...pathPatterns.laws,
  ...pathPatterns.cases,
  ...pathPatterns.calendar,
  pathPatterns.calendars,
];

/** The archive without what its items say: to read all of it would take longer than the rest of a check. */
function withoutWords(archive: Archive): Archive {
  const bare = ({ id, html, attributions, corrections, topics, place }: Item): Item => ({
    id,
    title: '',
    html,
    text: '',
    attributions,
    corrections,
    topics,
    place,
  });
  const issues = archive.issues.map((issue) => ({
    ...issue,
    sections: issue.sections.map((section) => ({ ...section, items: section.items.map(bare) })),
  }));
  const factsOf = () => ({ acts: [], events: [], terms: '' });
  return { ...archive, threads: [], issues, factsOf };
}
