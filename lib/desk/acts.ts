import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import { fold } from '#lib/site/fold.ts';
import type { ActType, NamedAct } from './facts.ts';

/** A law, regulation or the like, and every item that names it. */
export type Act = {
  name: string;
  type: ActType;
  /** Newest first, one an item. */
  mentions: Mention[];
};

/** An item that names an act, and what it says of it. */
export type Mention = Pick<NamedAct, 'stage' | 'appliesFrom'> & { entry: Entry };

/** Every act that an item names, the last mentioned first. */
export function actsOf(archive: Archive): Act[] {
  const byKey = new Map<string, Act>();
  // Few names are written in many items: to fold each once saves most of the time.
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
