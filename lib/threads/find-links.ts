import type { Archive } from '#lib/content/archive.ts';
import type { Issue } from '#lib/content/issue.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';
import { LinkFinder } from './link-finder.ts';
import type { Link } from './thread.ts';

/** The items of an archive, the oldest first, and what links each issue's to those before them. */
export type Links = {
  entries: readonly Entry[];
  /** How many items each issue has, and what links them. */
  byIssue: readonly { size: number; links: readonly Link[] }[];
};

/** How many issues share one cached file of links: half a year of a weekly. */
const KEPT_TOGETHER = 26;

/**
 * Which items report of what earlier ones reported. Each issue is read with those before it alone: what comes later
 * changes no link, so that the links of the issues up to one that has changed are read from where they are kept. Of
 * 520 issues that saves half a second. The time it takes grows with the number of items, for a term that many have
 * says nothing.
 */
export function findLinks({
  issues,
  findingCache,
  factsOf,
}: Pick<Archive, 'issues' | 'findingCache' | 'factsOf'>): Links {
  const inOrder = issues.toReversed();
  const finder = new LinkFinder(factsOf);
  const found: (readonly Link[])[] = [];
  for (let start = 0; start < inOrder.length; start += KEPT_TOGETHER) {
    const before = inOrder.slice(0, start + KEPT_TOGETHER);
    const count = before.length - start;
    const kept = findingCache?.(`links of the last ${count}`, before);
    const text = kept?.read();
    const links = text === undefined ? finder.find(before, count) : readLinks(text);
    if (text === undefined) kept?.write(JSON.stringify(links));
    found.push(...links);
  }
  return {
    entries: inOrder.flatMap(entriesOf),
    byIssue: inOrder.map((issue, at) => ({ size: sizeOf(issue), links: found[at] ?? [] })),
  };
}

function readLinks(text: string): readonly (readonly Link[])[] {
  return JSON.parse(text);
}

function sizeOf(issue: Issue): number {
  return entriesOf(issue).length;
}
