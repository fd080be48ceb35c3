import { reportKey } from '#lib/content/comparison/repeated-sources.ts';
import type { Issue, Item } from '#lib/content/issue.ts';
import { type Entry, entriesOf } from '#lib/content/queries.ts';
import { pairsOfLetters } from '#lib/site/pair-index.ts';
import { type Comparable, StoryIndex } from './same-story.ts';

/** How many issues a report is compared with. Those of a weekly are of five months. */
const ISSUES = 20;

/** What the newest issues have told, drafts among them. */
export type Told = {
  /** The item that cites a report: then the report is no candidate any more. */
  citing: (url: string) => Entry | undefined;
  /** The item that tells the same story. */
  telling: (report: Comparable) => Entry | undefined;
};

/** @param issues the newest first */
export function toldIn(issues: readonly Issue[]): Told {
  const cited = new Map<string, Entry>();
  const stories = new StoryIndex<Entry>();
  for (const entry of issues.slice(0, ISSUES).flatMap(entriesOf)) {
    for (const { url } of entry.item.attributions) {
      const key = url === undefined ? undefined : (reportKey(url) ?? url);
      if (key !== undefined && !cited.has(key)) cited.set(key, entry);
    }
    stories.add(comparable(entry.item), entry);
  }
  return {
    citing: (url) => cited.get(reportKey(url) ?? url),
    telling: (report) => stories.find(report),
  };
}

function comparable({ title, text }: Item): Comparable {
  return { title, pairs: pairsOfLetters(`${title}\n${text}`) };
}
