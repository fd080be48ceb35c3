import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { DocumentType } from '#lib/references/reference.ts';
import { fold } from '#lib/site/fold.ts';
import { onceEach } from '#lib/site/once.ts';
import type { NamedRule } from './read-rules.ts';

/** What a lawyer follows: reports and works are no rules. */
export type RuleType = Exclude<DocumentType, 'report' | 'work'>;

/** A law, regulation or the like, and every item that names it. */
export type Rule = {
  name: string;
  type: RuleType;
  /** Newest first, one an item. */
  mentions: Mention[];
};

/** An item that names a rule, and what it says of it. */
export type Mention = Pick<NamedRule, 'stage' | 'appliesFrom'> & { entry: Entry };

/** Every rule that an item names, the last mentioned first. */
export const rulesOf: (archive: Archive) => readonly Rule[] = onceEach(findRules);

function findRules(archive: Archive): Rule[] {
  const byKey = new Map<string, Rule>();
  // Few names are written in many items: to fold each once saves most of the time.
  const byName = new Map<string, Rule>();
  for (const entry of entriesIn(archive)) {
    for (const { name, type, stage, appliesFrom } of entry.item.facts.rules) {
      let rule = byName.get(name);
      if (rule === undefined) {
        const key = fold(name);
        rule = byKey.get(key) ?? { name, type, mentions: [] };
        byKey.set(key, rule);
        byName.set(name, rule);
      }
      rule.mentions.push({ entry, stage, appliesFrom });
    }
  }
  return [...byKey.values()];
}
