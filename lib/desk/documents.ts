import type { Archive } from '#lib/content/archive.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { DocumentStage, DocumentType, Reference } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';

/** What a lawyer follows: reports and works are no rules. */
export type RuleType = Exclude<DocumentType, 'report' | 'work'>;

/** A law, regulation or the like, and every item that names it. */
export type Rule = {
  name: string;
  type: RuleType;
  /** Newest first, one an item. */
  mentions: Mention[];
};

export type Mention = {
  entry: Entry;
  /** How far the item says that it is. */
  stage: DocumentStage | undefined;
  /** The day from which the item says that it applies. */
  appliesFrom: IsoDate | undefined;
};

const known = new WeakMap<Archive, Rule[]>();

/** Every rule that an item names, the last mentioned first. */
export function rulesOf(archive: Archive): readonly Rule[] {
  const rules = known.get(archive) ?? findRules(archive);
  known.set(archive, rules);
  return rules;
}

function findRules(archive: Archive): Rule[] {
  const byName = new Map<string, Rule>();
  for (const entry of entriesIn(archive)) {
    for (const { name, type, ...mention } of mentionsIn(entry)) {
      const key = fold(name);
      const rule = byName.get(key) ?? { name, type, mentions: [] };
      byName.set(key, rule);
      rule.mentions.push({ entry, ...mention });
    }
  }
  return [...byName.values()];
}

type Named = Omit<Mention, 'entry'> & { name: string; type: RuleType };

/** The rules that an item names, each once: what its title or its text says of the stage first is what it says. */
function mentionsIn({ item }: Entry): Named[] {
  const named = new Map<string, Named>();
  let last: Named | undefined;
  for (const reference of item.references) {
    const rule = ruleIn(reference);
    if (rule !== undefined) {
      last = named.get(rule.name) ?? rule;
      last.stage ??= rule.stage;
      named.set(rule.name, last);
    } else if (reference.kind === 'date' && isStart(reference.role)) {
      if (last !== undefined) last.appliesFrom ??= reference.from;
    }
  }
  return [...named.values()];
}

function ruleIn(reference: Reference): Named | undefined {
  if (reference.kind !== 'document') return undefined;
  const { type, stage } = reference;
  if (type === 'report' || type === 'work') return undefined;
  // The state's own name before a law is left out where people speak of it.
  const name = reference.name.replace(/^中华人民共和国(?=.{2,}法)/u, '');
  return { name, type, stage, appliesFrom: undefined };
}

function isStart(role: string): boolean {
  return role === 'applies from' || role === 'in force';
}
