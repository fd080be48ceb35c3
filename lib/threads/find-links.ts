import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';
import { LinkFinder } from './link-finder.ts';
import type { Link } from './thread.ts';

/** The items of an archive, the oldest first, and the links from the items of each issue to earlier items. */
export type Links = {
  entries: readonly Entry[];
  /** The oldest issue first: how many items it has, and their links. */
  byIssue: readonly { size: number; links: readonly Link[] }[];
};

/** How many issues share one cached file of links: half a year of a weekly. */
const ISSUES_PER_CACHE_FILE = 26;

/**
 * Finds which items report the same story as earlier items. An issue is compared only with the issues before it, so
 * that a later issue changes no link. That makes the links fit for a cache: those of the issues before a changed one
 * are read from it, which saves half a second for 520 issues. The time grows in step with the number of items, because
 * a term that many items have links none.
 */
export function findLinks({
  issues,
  findingCache,
  factsOf,
}: Pick<Archive, 'issues' | 'findingCache' | 'factsOf'>): Links {
  const inOrder = issues.toReversed();
  const finder = new LinkFinder(factsOf);
  const linksByIssue: (readonly Link[])[] = [];
  for (let start = 0; start < inOrder.length; start += ISSUES_PER_CACHE_FILE) {
    const before = inOrder.slice(0, start + ISSUES_PER_CACHE_FILE);
    const count = before.length - start;
    const cached = findingCache?.(`links of the last ${count}`, before);
    const text = cached?.read();
    const links = text === undefined ? finder.find(before, count) : readLinks(text);
    if (text === undefined) cached?.write(JSON.stringify(links));
    linksByIssue.push(...links);
  }
  return {
    entries: inOrder.flatMap(entriesOf),
    byIssue: inOrder.map((issue, at) => ({ size: sizeOf(issue), links: linksByIssue[at] ?? [] })),
  };
}

function readLinks(text: string): readonly (readonly Link[])[] {
  return JSON.parse(text);
}

function sizeOf(issue: Issue): number {
  return entriesOf(issue).length;
}
