import type { Archive } from '#lib/content/archive.ts';
import type { Item } from '#lib/content/issue.ts';
import { type Entry, entriesIn } from '#lib/content/queries.ts';
import type { DocumentStage, DocumentType, Reference, Span } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import { fold } from '#lib/site/fold.ts';
import { onceEach } from '#lib/site/once.ts';

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

/** Every rule that an item names, the last mentioned first. */
export const rulesOf: (archive: Archive) => readonly Rule[] = onceEach(findRules);

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

/**
 * The rules that an item names, each once: what its title or its text says of the stage first is what it says. Of
 * all items of an archive few are others than in the one before.
 */
const mentionsIn = onceEach(({ item }: Entry): Named[] => {
  const named = new Map<string, Named>();
  let last: { rule: Named; span: Span } | undefined;
  for (const reference of item.references) {
    const { span } = reference;
    const read = ruleIn(amendedBy(reference, item) ?? reference, reference);
    if (read !== undefined) {
      const rule = named.get(read.name) ?? read;
      rule.stage ??= read.stage;
      named.set(rule.name, rule);
      last = { rule, span };
    } else if (reference.kind === 'date' && isStart(reference.role)) {
      if (last !== undefined && isOfWhole(item, last.span, span))
        last.rule.appliesFrom ??= reference.from;
    }
  }
  return [...named.values()];
});

/** @param told what the item says it of: the rule itself, or the decision that amends it */
function ruleIn(reference: Reference, told: Reference): Named | undefined {
  if (reference.kind !== 'document' || told.kind !== 'document') return undefined;
  const { name, type } = reference;
  if (type === 'report' || type === 'work') return undefined;
  return { name, type, stage: told.stage, appliesFrom: undefined };
}

const AMENDS = /^关于修[改订正].+的决定$/u;

/** The rule that a decision amends: what is decided of it, 《关于修改〈专利法〉的决定》通过, is a step of the rule. */
function amendedBy(decision: Reference, { references }: Item): Reference | undefined {
  if (decision.kind !== 'document' || !AMENDS.test(decision.name)) return undefined;
  const { part, start, end } = decision.span;
  return references.find(
    ({ kind, span }) =>
      kind === 'document' && span.part === part && span.start > start && span.end < end,
  );
}

/** Whether a day is that of a rule named before it: in 《人工智能法案》有关条款8月2日起实施 it is that of a part. */
function isOfWhole(item: Item, rule: Span, day: Span): boolean {
  if (rule.part !== day.part) return true;
  const between = item[rule.part].slice(rule.end, day.start);
  return !/条款|第[\d一二三四五六七八九十百、至]+[条章]/u.test(between);
}

function isStart(role: string): boolean {
  return role === 'applies from' || role === 'in force';
}
