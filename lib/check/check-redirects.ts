import type { Archive } from '#lib/content/archive.ts';
import type { Diagnostics } from '#lib/content/faults/diagnostics.ts';
import type { Item } from '#lib/content/issue.ts';
import { matchesPattern, pathPatterns } from '#lib/site/path-patterns.ts';
import { addressAt } from '#lib/views/addresses.ts';

/**
 * Reports redirects from an address that is in use, and to one that is not.
 * @param prints whether the site is printed next: then the list of all its addresses is made anyway
 */
export function checkRedirects(
  archive: Archive,
  diagnostics: readonly Diagnostics[],
  prints = false,
): void {
  const file = diagnostics.find(({ path }) => path === 'redirects.yml');
  if (file === undefined || archive.redirects.length === 0) return;
  const quick = prints ? archive : withoutWords(archive);
  const isInUse = (path: string) =>
    addressAt(quick, path) !== undefined ||
    (FROM_WORDS.some((pattern) => matchesPattern(pattern, path)) &&
      addressAt(archive, path) !== undefined);
  const places = placesOfKeys(file.text);
  for (const { from, to } of archive.redirects) {
    const report = (reason: string) =>
      file.report('redirect-invalid', reason, places.get(from) ?? 0);
    if (isInUse(from))
      report(`Unexpected redirect from ${from}, which is a page or a file, expected an old path`);
    const [target = ''] = to.split('#');
    if (to.startsWith('/') && !isInUse(target)) {
      report(
        `Unexpected redirect to ${to}, where there is nothing, expected one of this site's paths`,
      );
    }
  }
}

/** The offsets of the lines that begin with a path, by their paths. */
function placesOfKeys(text: string): Map<string, number> {
  const lines = text.matchAll(/^["']?(\/[^\s"']*)["']?[ \t]*:(?=\s|$)/gm);
  return new Map(Array.from(lines, ({ 1: path = '', index }) => [path, index]));
}

/** The pages that exist only if the words of some item say so: for these the whole archive is needed. */
const FROM_WORDS: readonly string[] = [
  ...pathPatterns.topic,
  ...pathPatterns.entity,
  ...pathPatterns.thread,
  ...pathPatterns.law,
  ...pathPatterns.case,
  ...pathPatterns.calendar,
  pathPatterns.calendars,
  pathPatterns.data,
];

/**
 * The archive without titles, texts, topics and facts of its items. To find the addresses of threads, topics, laws and
 * cases in all texts would take longer than the rest of a check.
 */
function withoutWords(archive: Archive): Archive {
  const bare = ({ id, html, attributions, corrections, place }: Item): Item => ({
    id,
    title: '',
    html,
    text: '',
    attributions,
    corrections,
    topics: [],
    place,
  });
  const issues = archive.issues.map((issue) => ({
    ...issue,
    sections: issue.sections.map((section) => ({ ...section, items: section.items.map(bare) })),
  }));
  const desk = { acts: [], mentioned: [], cases: [], events: [] };
  const factsOf = () => ({ desk, entities: [], terms: '' });
  return { ...archive, threads: [], desk: [], issues, factsOf };
}
