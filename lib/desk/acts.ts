import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import { fold } from '#lib/site/fold.ts';
import type { ActType, NamedAct } from './facts.ts';

/** An act, and every item that names it. */
export type Act = {
  name: string;
  type: ActType;
  /** Newest first, one for each item. */
  mentions: Mention[];
};

/** An entry that names an act, and what it says about the act. */
export type Mention = Pick<NamedAct, 'stage' | 'appliesFrom'> & { entry: Entry };

/**
 * Every act that the archive names, the last mentioned first. Acts whose names differ only in width or case are one.
 */
export function actsOf(archive: Archive): Act[] {
  const byKey = new Map<string, Act>();
  // Most names occur in many items: to fold each name only once saves most of the time.
  const byName = new Map<string, Act>();
  for (const entry of entriesIn(archive)) {
    for (const { name, type, stage, appliesFrom } of archive.factsOf(entry.item, entry.issue.date)
      .acts) {
      let act = byName.get(name);
      if (act === undefined) {
        const key = fold(name);
        act = byKey.get(key) ?? { name, type, mentions: [] };
        byKey.set(key, act);
        byName.set(name, act);
      }
      act.mentions.push({ entry, stage, appliesFrom });
    }
  }
  return [...byKey.values()];
}
