import type { DocumentStage, Reference, Span, WithReferences } from '#lib/references/reference.ts';
import type { IsoDate } from '#lib/site/dates.ts';
import type { RuleType } from './documents.ts';

/** A rule that an item names, and what it says of it. */
export type NamedRule = {
  name: string;
  type: RuleType;
  /** How far the item says that it is. */
  stage: DocumentStage | undefined;
  /** The day from which the item says that it applies. */
  appliesFrom: IsoDate | undefined;
};

/** The rules that an item names, each once: what its title or its text says of the stage first is what it says. */
export function readRules(item: WithReferences): NamedRule[] {
  const named = new Map<string, NamedRule>();
  let last: { rule: NamedRule; span: Span } | undefined;
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
}

/** @param told what the item says it of: the rule itself, or the decision that amends it */
function ruleIn(reference: Reference, told: Reference): NamedRule | undefined {
  if (reference.kind !== 'document' || told.kind !== 'document') return undefined;
  const { name, type } = reference;
  if (type === 'report' || type === 'work') return undefined;
  return { name, type, stage: told.stage, appliesFrom: undefined };
}

const AMENDS = /^关于修[改订正].+的决定$/u;

/** The rule that a decision amends: what is decided of it, 《关于修改〈专利法〉的决定》通过, is a step of the rule. */
function amendedBy(decision: Reference, { references }: WithReferences): Reference | undefined {
  if (decision.kind !== 'document' || !AMENDS.test(decision.name)) return undefined;
  const { part, start, end } = decision.span;
  return references.find(
    ({ kind, span }) =>
      kind === 'document' && span.part === part && span.start > start && span.end < end,
  );
}

/** Whether a day is that of a rule named before it: in 《人工智能法案》有关条款8月2日起实施 it is that of a part. */
function isOfWhole(item: WithReferences, rule: Span, day: Span): boolean {
  if (rule.part !== day.part) return true;
  const between = item[rule.part].slice(rule.end, day.start);
  return !/条款|第[\d一二三四五六七八九十百、至]+[条章]/u.test(between);
}

function isStart(role: string): boolean {
  return role === 'applies from' || role === 'in force';
}
