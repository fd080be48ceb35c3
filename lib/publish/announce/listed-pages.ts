import type { Archive } from '#lib/content/archive.ts';
import { indexOf, type Years } from '#lib/content/queries.ts';
import type { SitemapEntry } from '#lib/editor/permalinks/sitemap.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { absoluteUrl, paths } from '#lib/site/paths.ts';
import { addressesOf, isPage, type PageAddress } from '#lib/views/addresses.ts';

/** The pages of an archive that search engines may list. */
export function listedPages(archive: Archive): PageAddress[] {
  return addressesOf(archive)
    .filter(isPage)
    .filter(({ props }) => !props().head.unlisted);
}

/**
 * The same by their absolute addresses, each with the day of its last change: of the newest
 * issue or correction in what it lists. Pages that list no issues have none.
 */
export function datedPages(archive: Archive): SitemapEntry[] {
  const days = daysOf(archive);
  return listedPages(archive).map(({ path }) => {
    const url = absoluteUrl(archive.site.origin, path);
    const lastmod = days.get(path);
    return lastmod === undefined ? { url } : { url, lastmod };
  });
}

function daysOf(archive: Archive): Map<string, IsoDate> {
  const { issuesByYear, sections, sources, topics } = indexOf(archive);
  const days = new Map<string, IsoDate>();
  const note = (path: string, day: IsoDate) => {
    if (day > (days.get(path) ?? '')) days.set(path, day);
  };
  for (const [year, issues] of issuesByYear) {
    for (const { date, updated } of issues) {
      for (const path of [paths.issue(date), paths.home()]) note(path, updated);
      // A list of issues shows no corrections.
      for (const path of [paths.archive(), paths.archive(year)]) note(path, date);
    }
  }
  const noteSubjects = (kind: 'section' | 'source' | 'topic', subjects: Subjects) => {
    for (const [id, { years }] of subjects) {
      for (const [year, entries] of years) {
        for (const { issue } of entries) {
          for (const path of [paths[kind](id), paths[kind](id, year)]) note(path, issue.updated);
          if (kind === 'source') note(paths.sources(), issue.date);
          if (kind === 'topic') note(paths.topics(), issue.date);
        }
      }
    }
  };
  noteSubjects('section', sections);
  noteSubjects('source', sources);
  noteSubjects('topic', topics);
  return days;
}

type Subjects = Iterable<[string, { years: Years }]>;
